"""What does /help say here? The words of `bot.replies.help`, with the commands as Discord has them."""

from collections.abc import Mapping
from typing import Protocol

import discord
from discord import app_commands
from discord.ext import commands

from bot.replies.help import of_help
from bot.replies.model import Reply
from bot.replies.said import Command
from bot.wording import texts


class Helped(Protocol):
    """A bot that knows its commands by the ids that Discord gave them."""

    command_ids: Mapping[str, int]

    @property
    def tree(self) -> app_commands.CommandTree[commands.AutoShardedBot]:
        """The commands."""

    @property
    def user(self) -> discord.ClientUser | None:
        """The bot itself."""


def help_reply(bot: Helped) -> Reply:
    """The help, made from the bot's real commands, which can be clicked."""
    slash = [c for c in bot.tree.walk_commands() if isinstance(c, app_commands.Command)]
    me = bot.user.name if bot.user else "me"
    named = [
        Command(
            " ".join(map(_said, command.qualified_name.split())),
            command.qualified_name,
            bot.command_ids.get(command.qualified_name.split()[0], 0),
        )
        for command in slash
    ]
    described = [_said(command.description) for command in slash]
    return of_help([*zip(named, described, strict=True), (f"@{me}", texts().help_mention)])


def _said(english: str) -> str:
    return texts().commands.get(english, english)
