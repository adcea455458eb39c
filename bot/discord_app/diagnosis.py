"""Is all well between the bot and Discord? Token, intents and permissions, asked of Discord without serving it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import aiohttp
import discord

from bot.discord_app.runner import NO_MESSAGE_CONTENT
from bot.services.health import Finding

log = logging.getLogger(__name__)

T = TypeVar("T")

PERMISSIONS = discord.Permissions(
    view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
)
"""All that the bot needs in a server."""

_MOST_SERVERS = 200  # as many as Discord tells at once
_NEW_TOKEN = "Copy it anew from the page Bot of the Developer Portal."  # noqa: S105 - a sentence


def invitation(token: str) -> str:
    """The link that invites the bot of this token with the least permissions; "" after a warning in the log."""

    async def link(client: discord.Client) -> str:
        return _invitation(client)

    try:
        return asyncio.run(_logged_in(token, link))
    except discord.LoginFailure:
        log.warning("Discord does not accept the bot token. %s", _NEW_TOKEN)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.warning("Discord cannot be asked: %s", error)
    return ""


def examine(token: str, *, needs_message_content: bool) -> list[Finding]:
    """What Discord says of the token, the intents and the servers of the bot."""

    async def look(client: discord.Client) -> list[Finding]:
        found = [Finding("Token", True, f"Discord knows the bot as {client.user}")]
        found += _intents(client, needs_message_content)
        # discord.py's own `fetch_guilds` drops the permissions that Discord sends
        servers = await client.http.get_guilds(limit=_MOST_SERVERS)
        return [*found, _servers(servers, _invitation(client))]

    try:
        return asyncio.run(_logged_in(token, look))
    except discord.LoginFailure:
        return [Finding("Token", False, "Discord does not accept it", _NEW_TOKEN)]
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        return [Finding("Discord", False, f"it cannot be asked ({error})", "Check the network connection.")]


def _intents(client: discord.Client, needs_message_content: bool) -> Iterator[Finding]:
    flags = client.application.flags if client.application else discord.ApplicationFlags()
    granted = flags.gateway_message_content or flags.gateway_message_content_limited
    if needs_message_content:
        found = "Message Content is granted" if granted else "Message Content is missing"
        yield Finding("Intents", granted, found, "" if granted else NO_MESSAGE_CONTENT)
    else:
        yield Finding("Intents", True, "none that is privileged is needed")


def _servers(servers: Sequence[Mapping[str, Any]], link: str) -> Finding:
    lacking = []
    count = len(servers)
    for server in servers:
        has = discord.Permissions(int(server.get("permissions", "0")))
        missing = [name for name, needed in PERMISSIONS if needed and not (getattr(has, name) or has.administrator)]
        if missing:
            lacking.append(f"{server['name']} ({', '.join(missing).replace('_', ' ')})")
    if not count:
        return Finding("Servers", False, "the bot is in none", f"Invite it: {link}")
    if lacking:
        remedy = f"Give them to its role in the server's settings, or invite it once more: {link}"
        return Finding(
            "Servers", False, f"the bot is in {count}, but lacks permissions in {'; '.join(lacking)}", remedy
        )
    return Finding("Servers", True, f"the bot is in {count}, with all permissions that it needs")


def _invitation(client: discord.Client) -> str:
    scopes = ("bot", "applications.commands")
    return discord.utils.oauth_url(client.application_id or 0, permissions=PERMISSIONS, scopes=scopes)


async def _logged_in(token: str, work: Callable[[discord.Client], Awaitable[T]]) -> T:
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login(token)
        return await work(client)
