"""How do members find out whether something stands in the documents? With /check, or from a message's menu."""

import re

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.discord_app.delivery.dispatcher import Delivery
from bot.discord_app.messages.shown_question import text_of

MAX_CHECKED = 6000
"""Characters of a text that is checked, as many as Discord takes in an option."""
# What a quotation looks like in a message: the bar of a quote, small print, marks of emphasis.
_MARKUP = re.compile(r"^\s*(?:>>>|>|-#|#{1,3}) +|\*\*|__|~~|\|\||`", re.MULTILINE)


class Checks(commands.Cog):
    """Sentences held against the documents."""

    def __init__(self, *, bot: commands.AutoShardedBot, delivery: Delivery) -> None:
        self._bot = bot
        self._delivery = delivery
        self._menu = app_commands.ContextMenu(name="Check against the documents", callback=self.check_message)

    async def cog_load(self) -> None:
        """Add the menu; discord.py takes no menus from a cog by itself."""
        self._bot.tree.add_command(self._menu)

    @app_commands.command()
    @app_commands.describe(text="The sentences to check")
    async def check(self, interaction: discord.Interaction, text: app_commands.Range[str, 1, MAX_CHECKED]) -> None:
        """Tell for each sentence whether it stands in the documents."""
        await self._delivery.to_interaction(interaction, App.check, text, private=True, is_long=True)

    async def check_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Check the sentences of anybody's message."""
        text = _MARKUP.sub("", text_of(message))
        await self._delivery.to_interaction(interaction, App.check, text, private=True, is_long=True)
