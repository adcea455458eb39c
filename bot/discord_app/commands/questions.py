"""How do members ask? With /ask, by a mention, in a direct message or a question channel, or from a message's menu."""

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.config.discord import DiscordSettings
from bot.config.lengths import MAX_QUESTION
from bot.discord_app.commands.autocomplete import choices
from bot.discord_app.commands.help import help_reply
from bot.discord_app.delivery.dispatcher import Delivery
from bot.discord_app.messages.addressing import question_in
from bot.discord_app.messages.follow_ups import asked_before
from bot.replies.model import Reply


class Questions(commands.Cog):
    """Questions about the documents."""

    def __init__(
        self, *, bot: commands.AutoShardedBot, app: App, delivery: Delivery, settings: DiscordSettings
    ) -> None:
        self._bot = bot
        self._app = app
        self._delivery = delivery
        self._settings = settings
        self._menu = app_commands.ContextMenu(name="Ask the documents", callback=self.ask_about)

    async def cog_load(self) -> None:
        """Add the menu; discord.py takes no menus from a cog by itself."""
        self._bot.tree.add_command(self._menu)

    @app_commands.command()
    @app_commands.describe(
        question="Your question, in your own words",
        source="Look only in this document",
        private="Show the answer to you alone",
    )
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, MAX_QUESTION],
        source: str = "",
        private: bool = False,
    ) -> None:
        """Find the passages in the documents that answer a question."""
        await self._delivery.to_interaction(interaction, self._ask, question, source, private=private)

    @ask.autocomplete("source")
    async def complete_source(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """File names that fit. Not in the pool of the questions: completion must not wait for them."""
        return await asyncio.to_thread(choices, self._app, typed)

    async def ask_about(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Take anybody's message as a question."""
        text = " ".join(discord.utils.remove_markdown(message.clean_content).split())
        await self._delivery.to_interaction(interaction, self._ask, text)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Take messages to the bot as questions, and one without words as a call for help."""
        me = self._bot.user
        question = question_in(message, me, self._settings.question_channels) if me else None
        if me is None or question is None or not self._delivery.seen.is_new(message.id):
            return
        if question:
            earlier = await asked_before(message, me)
            await self._delivery.to_message(message, self._ask, question, "", earlier)
        else:
            await self._delivery.to_message(message, help_reply, self._bot)

    def _ask(self, question: str, source: str = "", earlier: str = "") -> Reply:
        return self._app.ask(question, source=source, earlier=earlier)
