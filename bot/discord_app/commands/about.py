"""How do members learn what Quoth knows and can do? With /sources and /help; who runs the server has /reload."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import App
from bot.discord_app.commands.help import Helped, help_reply
from bot.discord_app.delivery.dispatcher import Delivery
from bot.discord_app.rendering.layout import layout_of
from bot.incidents import refused
from bot.wording import answering, texts


class About(commands.Cog):
    """What there is to ask about, and how."""

    def __init__(self, *, bot: Helped, delivery: Delivery) -> None:
        self._bot = bot
        self._delivery = delivery

    @app_commands.command()
    async def sources(self, interaction: discord.Interaction) -> None:
        """List the documents that are searched."""
        await self._delivery.to_interaction(interaction, App.sources, 1, private=True, is_question=False)

    @app_commands.command()
    @app_commands.default_permissions(manage_guild=True)
    async def reload(self, interaction: discord.Interaction) -> None:
        """Look into the folder of documents at once."""
        permissions = interaction.permissions
        if interaction.guild_id is None or not permissions.manage_guild:
            with answering(str(interaction.locale), ""):
                layout = layout_of(refused(texts().not_yours_to_do))
            await interaction.response.send_message(view=layout, ephemeral=True)
            return
        await self._delivery.to_interaction(interaction, App.reload, private=True, is_question=False)

    @app_commands.command()
    async def help(self, interaction: discord.Interaction) -> None:
        """Explain what I do and how to ask me."""
        with answering(str(interaction.locale), ""):
            layout = layout_of(help_reply(self._bot))
        await interaction.response.send_message(view=layout, ephemeral=True, suppress_embeds=True)
