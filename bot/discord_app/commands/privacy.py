"""How does a member learn what is kept about them, and how is it removed? With /privacy and /forget-me."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.rendering.layout import layout_of
from bot.incidents import refused
from bot.replies.model import Failure
from bot.replies.privacy import of_forgotten, of_kept
from bot.store.errors import StoreError
from bot.store.store import Store
from bot.store.votes_table import count_of, forget
from bot.wording import answering, texts


class Privacy(commands.Cog):
    """What is kept about a member."""

    def __init__(self, *, store: Store) -> None:
        self._store = store

    @app_commands.command()
    async def privacy(self, interaction: discord.Interaction) -> None:
        """Tell what is kept about you."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        with answering(str(interaction.locale), ""):
            try:
                reply = of_kept(await self._store.read(lambda session: count_of(session, interaction.user.id)))
            except StoreError:  # the log has it
                reply = refused(texts().votes.unable, Failure.UNABLE)
            await interaction.edit_original_response(view=layout_of(reply))

    @app_commands.command(name="forget-me")
    async def forget_me(self, interaction: discord.Interaction) -> None:
        """Remove what is kept about you."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        with answering(str(interaction.locale), ""):
            try:
                reply = of_forgotten(await self._store.write(lambda session: forget(session, interaction.user.id)))
            except StoreError:
                reply = refused(texts().votes.unable, Failure.UNABLE)
            await interaction.edit_original_response(view=layout_of(reply))
