"""How do members say that a post in a forum is solved? With /solved, there."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.config.discord import DiscordSettings
from bot.discord_app.posts import mark
from bot.services.server_settings import SettingsOfServers


class Posts(commands.Cog):
    """Posts of forums."""

    def __init__(self, *, settings: DiscordSettings, of_servers: SettingsOfServers) -> None:
        self._settings = settings
        self._of_servers = of_servers

    @app_commands.command()
    async def solved(self, interaction: discord.Interaction) -> None:
        """Mark this post as solved."""
        await mark(interaction, "solved", self._settings, self._of_servers)
