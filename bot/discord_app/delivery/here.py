"""What is set where this happens? The settings of the channel, or of the one that a thread or post is in."""

import discord

from bot.config.server import ServerSettings
from bot.services.server_settings import SettingsOfServers


def settings_in(settings: SettingsOfServers, server: int | None, channel: object) -> ServerSettings:
    """What holds in a channel of a server, or in a direct message (None)."""
    parent = channel.parent_id if isinstance(channel, discord.Thread) else 0
    return settings.of(server, getattr(channel, "id", 0), parent)


def settings_at(settings: SettingsOfServers, message: discord.Message) -> ServerSettings:
    """What holds where the message stands."""
    return settings_in(settings, message.guild.id if message.guild else None, message.channel)


def has_any(user: discord.User | discord.Member | None, roles: tuple[int, ...]) -> bool:
    """Whether the member has one of these roles."""
    return isinstance(user, discord.Member) and any(role.id in roles for role in user.roles)
