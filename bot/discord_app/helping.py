"""What does /help say here? The words of `replies.of_help`, with the commands as Discord has them."""

from discord import app_commands
from discord.ext import commands

from bot import replies
from bot.replies import Reply


def help_reply(bot: commands.Bot) -> Reply:
    """The help, made from the bot's real commands."""
    slash = [c for c in bot.tree.get_commands() if isinstance(c, app_commands.Command)]
    me = bot.user.name if bot.user else "me"
    return replies.of_help(
        [
            *((f"/{command.name}", command.description) for command in slash),
            (f"@{me}", "Mention me in a channel with your question, or send me a direct message, instead of /ask"),
        ]
    )
