"""How do members ask? With /ask, by a mention of the bot and in a direct message."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.discord_app.delivery import Delivery
from bot.discord_app.helping import help_reply
from bot.discord_app.mentions import question_in


class Questions(commands.Cog):
    """Questions about the documents."""

    def __init__(self, *, bot: commands.Bot, app: App, delivery: Delivery) -> None:
        self._bot = bot
        self._app = app
        self._delivery = delivery

    @app_commands.command()
    @app_commands.describe(question="Your question, in your own words")
    async def ask(self, interaction: discord.Interaction, question: str) -> None:
        """Find the passages in the documents that answer a question."""
        await self._delivery.to_interaction(interaction, self._app.ask, question)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Take direct messages and mentions as questions, and one without words as a call for help."""
        question = question_in(message, self._bot.user) if self._bot.user else None
        if question:
            await self._delivery.to_message(message, self._app.ask, question)
        elif question is not None:
            await self._delivery.to_message(message, help_reply, self._bot)
