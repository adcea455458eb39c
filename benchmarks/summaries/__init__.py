"""How good are summaries, beside plain methods?"""
