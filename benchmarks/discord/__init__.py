"""How does the bot in Discord stand many questions at once?"""
