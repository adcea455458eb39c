"""Quoth in Discord: commands, mentions, menus and buttons, answered with Components V2."""

from bot.config.discord import DiscordSettings
from bot.discord_app.diagnosis import examine, invitation
from bot.discord_app.runner import run, serve

__all__ = ["DiscordSettings", "examine", "invitation", "run", "serve"]
