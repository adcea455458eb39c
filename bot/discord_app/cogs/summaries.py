"""How do members get a summary? With /summary and a file name, completed as one types, or any topic."""

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.discord_app.completion import choices
from bot.discord_app.delivery import Delivery


class Summaries(commands.Cog):
    """Summaries of a document or on a topic."""

    def __init__(self, *, app: App, delivery: Delivery) -> None:
        self._app = app
        self._delivery = delivery

    @app_commands.command()
    @app_commands.describe(target="A file name, or a topic in your own words")
    async def summary(self, interaction: discord.Interaction, target: str) -> None:
        """Show the most telling sentences of a document, or on a topic."""
        await self._delivery.to_interaction(interaction, self._app.summary, target)

    @summary.autocomplete("target")
    async def complete_target(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """File names that fit. Not in the pool of the questions: completion must not wait for them."""
        return await asyncio.to_thread(choices, self._app, typed)
