"""What does /help say here? The words of `bot.replies.help`, with the commands as Discord has them."""

from discord import app_commands
from discord.ext import commands

from bot.replies.help import of_help
from bot.replies.model import Reply
from bot.wording import texts


def help_reply(bot: commands.AutoShardedBot) -> Reply:
    """The help, made from the bot's real commands."""
    slash = [c for c in bot.tree.get_commands() if isinstance(c, app_commands.Command)]
    me = bot.user.name if bot.user else "me"
    return of_help(
        [
            *((f"/{_said(command.name)}", _said(command.description)) for command in slash),
            (f"@{me}", texts().help_mention),
        ]
    )


def _said(english: str) -> str:
    return texts().commands.get(english, english)
