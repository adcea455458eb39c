"""Is all well between the bot and Discord? Token, intents and permissions, asked of Discord without serving it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import aiohttp
import discord

from bot.config.discord import DiscordSettings
from bot.discord_app.delivery.sending import PERMISSIONS
from bot.services.health import Finding
from bot.wording import texts

log = logging.getLogger(__name__)

T = TypeVar("T")

_MOST_SERVERS = 200  # as many as Discord tells at once


def invitation(token: str) -> str:
    """The link that invites the bot of this token with the least permissions; "" after a warning in the log."""

    async def link(client: discord.Client) -> str:
        return _invitation(client)

    try:
        return asyncio.run(_logged_in(token, link))
    except discord.LoginFailure:
        log.warning("Discord does not accept the bot token. %s", texts().operation.copy_token)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.warning("Discord cannot be asked: %s", error)
    return ""


def examine(token: str, settings: DiscordSettings) -> list[Finding]:
    """What Discord says of the token, the intents and the servers of the bot, and who may use it."""
    said = texts().operation

    async def look(client: discord.Client) -> list[Finding]:
        found = [Finding(said.token, True, said.token_known.format(name=client.user))]
        found += _intents(client, bool(settings.question_channels))
        found.append(await _access(client, settings))
        # discord.py's own `fetch_guilds` drops the permissions that Discord sends
        servers = await client.http.get_guilds(limit=_MOST_SERVERS)
        return [*found, _servers(servers, _invitation(client))]

    try:
        return asyncio.run(_logged_in(token, look))
    except discord.LoginFailure:
        return [Finding(said.token, False, said.token_refused, said.copy_token)]
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        return [Finding(said.discord, False, said.unasked.format(error=error), said.check_network)]


def _intents(client: discord.Client, needs_message_content: bool) -> Iterator[Finding]:
    said = texts().operation
    flags = client.application.flags if client.application else discord.ApplicationFlags()
    granted = flags.gateway_message_content or flags.gateway_message_content_limited
    if needs_message_content:
        found = said.content_granted if granted else said.content_missing
        yield Finding(said.intents, granted, found, "" if granted else said.no_message_content)
    else:
        yield Finding(said.intents, True, said.no_intent_needed)


async def _access(client: discord.Client, settings: DiscordSettings) -> Finding:
    said = texts().operation
    if settings.servers:
        return Finding(said.access, True, said.access_listed.format(direct=settings.direct_messages))
    if (await client.application_info()).bot_public:
        return Finding(said.access, True, said.access_public, said.access_remedy)
    return Finding(said.access, True, said.access_private.format(direct=settings.direct_messages))


def _servers(servers: Sequence[Mapping[str, Any]], link: str) -> Finding:
    said = texts().operation
    lacking = []
    count = len(servers)
    for server in servers:
        has = discord.Permissions(int(server.get("permissions", "0")))
        missing = [name for name, needed in PERMISSIONS if needed and not (getattr(has, name) or has.administrator)]
        if missing:
            lacking.append(f"{server['name']} ({', '.join(missing).replace('_', ' ')})")
    if not count:
        return Finding(said.servers, False, said.servers_none, said.invite.format(link=link))
    if lacking:
        found = said.servers_lacking.format(count=count, servers="; ".join(lacking))
        return Finding(said.servers, False, found, said.give_permissions.format(link=link))
    return Finding(said.servers, True, said.servers_well.format(count=count))


def _invitation(client: discord.Client) -> str:
    scopes = ("bot", "applications.commands")
    return discord.utils.oauth_url(client.application_id or 0, permissions=PERMISSIONS, scopes=scopes)


async def _logged_in(token: str, work: Callable[[discord.Client], Awaitable[T]]) -> T:
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login(token)
        return await work(client)
