"""How do members say that a post in a forum is solved? With /solved, there."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.config.discord import DiscordSettings
from bot.discord_app.posts import mark


class Posts(commands.Cog):
    """Posts of forums."""

    def __init__(self, *, settings: DiscordSettings) -> None:
        self._settings = settings

    @app_commands.command()
    async def solved(self, interaction: discord.Interaction) -> None:
        """Mark this post as solved."""
        await mark(interaction, "solved", self._settings)
