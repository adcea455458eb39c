"""How do members read in a document? With /quote and a file, and there a heading or some words."""

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.discord_app.commands.autocomplete import choices, heading_choices
from bot.discord_app.delivery.dispatcher import Delivery


class Reading(commands.Cog):
    """The documents themselves."""

    def __init__(self, *, delivery: Delivery) -> None:
        self._delivery = delivery

    @app_commands.command()
    @app_commands.describe(file="The document", place="A heading, or words that stand there")
    async def quote(self, interaction: discord.Interaction, file: str, place: str = "") -> None:
        """Show the exact text of a place in a document."""
        await self._delivery.to_interaction(interaction, App.quote, file, place)

    @quote.autocomplete("file")
    async def complete_file(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """File names that fit."""
        return await asyncio.to_thread(choices, self._delivery.app_for(interaction), typed)

    @quote.autocomplete("place")
    async def complete_place(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Headings of the chosen file that fit."""
        return await asyncio.to_thread(
            heading_choices, self._delivery.app_for(interaction), str(interaction.namespace.file or ""), typed
        )
