"""Quoth in Discord: slash commands, mentions and direct messages, answered with Components V2."""

from bot.discord_app.serving import run, serve

__all__ = ["run", "serve"]
