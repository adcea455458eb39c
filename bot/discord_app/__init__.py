"""Quoth in Discord: commands, mentions, menus and buttons, answered with Components V2."""

from bot.discord_app.examining import examine, invitation
from bot.discord_app.serving import run, serve
from bot.discord_app.settings import DiscordSettings

__all__ = ["DiscordSettings", "examine", "invitation", "run", "serve"]
