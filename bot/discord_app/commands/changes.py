"""How do members see what changed in the documents? With /changes and a date or a revision, or neither."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.discord_app.delivery.dispatcher import Delivery

MAX_SHOWN = 200
"""Changes at most, in pages; all of them are shown by the command line."""


class Changes(commands.Cog):
    """What changed in the documents."""

    def __init__(self, *, delivery: Delivery) -> None:
        self._delivery = delivery

    @app_commands.command()
    @app_commands.describe(since="A date such as 2026-01-31, or the number of a revision; without it, the last change")
    async def changes(self, interaction: discord.Interaction, since: str = "") -> None:
        """Show the sentences that were added, removed and reworded in the documents."""
        await self._delivery.to_interaction(interaction, App.changes, since, MAX_SHOWN, is_long=True)
