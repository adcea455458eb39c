"""How do members get a summary? With /summary and a file, completed as one types, a topic, or neither."""

import asyncio

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.app import App
from bot.config.lengths import LENGTHS, Length
from bot.discord_app.commands.autocomplete import choices
from bot.discord_app.delivery.dispatcher import Delivery
from bot.replies.model import Reply


class Summaries(commands.Cog):
    """Summaries of a document, on a topic, or of all documents."""

    def __init__(self, *, delivery: Delivery) -> None:
        self._delivery = delivery

    @app_commands.command()
    @app_commands.describe(
        file="A document: its most telling sentences",
        topic="Anything, in your own words: what all documents say about it",
        length="About 60, 150 or 400 words",
        since="A date such as 2026-01-31, or the number of a revision; without it, the last change",
    )
    @app_commands.choices(length=[app_commands.Choice(name=locale_str(one), value=one) for one in LENGTHS])
    async def summary(
        self,
        interaction: discord.Interaction,
        file: str = "",
        topic: str = "",
        length: Length = "medium",
        since: str = "",
    ) -> None:
        """Show the most telling sentences of a document, on a topic, or a line or two of every document."""
        await self._delivery.to_interaction(interaction, _summary, file, topic, length, since, is_long=True)

    @summary.autocomplete("file")
    async def complete_file(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """File names that fit. Not in the pool of the questions: completion must not wait for them."""
        return await asyncio.to_thread(choices, self._delivery.app_for(interaction), typed)


def _summary(app: App, file: str, topic: str, length: Length, since: str) -> Reply:
    """Of the file, on the topic, with both on the topic in that file; with a date of what came since."""
    if since and not (file or topic):
        return app.news(since, length)
    return app.summary(topic or file, length, within=file if topic else "")
