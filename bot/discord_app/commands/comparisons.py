"""How do members compare two documents? With /compare and two file names, completed as one types."""

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.discord_app.commands.autocomplete import choices
from bot.discord_app.delivery.dispatcher import Delivery


class Comparisons(commands.Cog):
    """Two documents side by side."""

    def __init__(self, *, delivery: Delivery) -> None:
        self._delivery = delivery

    @app_commands.command()
    @app_commands.describe(file_a="A document", file_b="The document to hold against it")
    async def compare(self, interaction: discord.Interaction, file_a: str, file_b: str) -> None:
        """Show what two documents both say, where they differ, and what only one says."""
        await self._delivery.to_interaction(interaction, App.compare, file_a, file_b, is_long=True)

    @compare.autocomplete("file_a")
    @compare.autocomplete("file_b")
    async def complete_file(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """File names that fit."""
        return await asyncio.to_thread(choices, self._delivery.app_for(interaction), typed)
