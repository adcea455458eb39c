"""Who will see a reply in Discord? What is certain of each of them, as their roles; whoever is in doubt has none.

A channel is read by whoever a role lets in, or an entry of their own, and by who administers the server. Who is kept
out by a role is counted all the same, and a thread, private or not, is taken to be read by all who read its channel:
there may be fewer readers than are counted, and never more.
Source: https://discord.com/developers/docs/topics/permissions#permission-overwrites
"""

from collections.abc import Sequence
from contextlib import suppress

import discord

from bot.discord_app.delivery.sending import UNSENT
from bot.services.rights import NOBODY_KNOWN, Kind

MOST_SERVERS = 25
"""Servers in which somebody who writes a direct message is looked for."""
Audience = tuple[tuple[Kind, ...], tuple[int, ...]]
"""The kinds of people, and the ids of the places, the narrowest first."""


def who_sees(interaction: discord.Interaction, *, hidden: bool) -> Audience:
    """Who sees the reply to a command or button: the one who asks where it is `hidden`, else who reads the channel."""
    server, user = interaction.guild, interaction.user
    if interaction.guild_id is None or server is None:
        return NOBODY_KNOWN, (interaction.channel_id or 0,)
    found = interaction.channel
    places = _places(server, interaction.channel_id or 0, found)
    if hidden:
        return ((_of_member(user, server),), places) if isinstance(user, discord.Member) else (NOBODY_KNOWN, places)
    return _readers(server, interaction.channel_id or 0, found), places


async def who_reads(message: discord.Message, servers: Sequence[discord.Guild]) -> Audience:
    """Who reads the reply to a message: who reads its channel; in direct messages the one who wrote it.

    `servers` are those whose roles count in direct messages.
    """
    if message.guild is None:
        return (await _in_servers(message, servers),), (message.channel.id,)
    server, channel = message.guild, message.channel
    return _readers(server, channel.id, channel), _places(server, channel.id, channel)


def _places(server: discord.Guild, channel_id: int, channel: object) -> tuple[int, ...]:
    parent = channel.parent_id if isinstance(channel, discord.Thread) else 0
    return tuple(place for place in (channel_id, parent, server.id) if place)


def _readers(server: discord.Guild, channel_id: int, channel: object) -> tuple[Kind, ...]:
    """The kinds of people who may read the channel as the gateway tells of it; what a reply brings along is not."""
    place = server.get_channel(channel.parent_id if isinstance(channel, discord.Thread) else channel_id)
    if place is None:
        return NOBODY_KNOWN
    default = frozenset((server.id,))
    shut = place.overwrites_for(server.default_role).view_channel
    if shut or (shut is None and server.default_role.permissions.view_channel):
        return (default,)
    kinds = [_all_roles(server)]  # the owner
    for role in server.roles:
        if role.is_default() or role == server.self_role:
            continue
        entry = place.overwrites_for(role).view_channel
        if role.permissions.administrator:
            kinds.append(_all_roles(server))
        elif entry or (shut is None and role.permissions.view_channel):
            kinds.append(default | {role.id})
    for target, entries in place.overwrites.items():
        is_self = server.me is not None and target.id == server.me.id
        if not isinstance(target, discord.Role) and entries.view_channel and not is_self:
            kinds.append(_of_member(target, server) if isinstance(target, discord.Member) else default)
    return tuple(dict.fromkeys(kinds))


def _of_member(member: discord.Member, server: discord.Guild) -> Kind:
    is_owner = member.id == server.owner_id
    if is_owner or any(role.permissions.administrator for role in member.roles):
        return _all_roles(server)
    return frozenset(role.id for role in member.roles) | {server.id}


def _all_roles(server: discord.Guild) -> Kind:
    return frozenset(role.id for role in server.roles)


async def _in_servers(message: discord.Message, servers: Sequence[discord.Guild]) -> Kind:
    """All roles of whoever writes a direct message, in these servers; asked anew each time, since they may change."""
    found: Kind = frozenset()
    for server in servers[:MOST_SERVERS]:
        with suppress(*UNSENT):
            found |= _of_member(await server.fetch_member(message.author.id), server)
    return found
