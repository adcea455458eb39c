"""How do members learn what Quoth knows and can do? With /sources and /help."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.discord_app.commands.help import help_reply
from bot.discord_app.delivery.dispatcher import Delivery
from bot.discord_app.rendering.layout import layout_of
from bot.wording import answering


class About(commands.Cog):
    """What there is to ask about, and how."""

    def __init__(self, *, bot: commands.AutoShardedBot, app: App, delivery: Delivery) -> None:
        self._bot = bot
        self._app = app
        self._delivery = delivery

    @app_commands.command()
    async def sources(self, interaction: discord.Interaction) -> None:
        """List the documents that are searched."""
        await self._delivery.to_interaction(interaction, self._app.sources, 1, private=True, is_question=False)

    @app_commands.command()
    async def help(self, interaction: discord.Interaction) -> None:
        """Explain what I do and how to ask me."""
        with answering(str(interaction.locale), ""):
            layout = layout_of(help_reply(self._bot))
        await interaction.response.send_message(view=layout, ephemeral=True, suppress_embeds=True)
