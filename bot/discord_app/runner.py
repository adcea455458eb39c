"""How does the bot run in Discord, and how does it end? From the token to the exit code."""

import asyncio
import contextlib
import gc
import logging
import signal
import sys
from pathlib import Path
from types import FrameType

import aiohttp
import discord

from bot.app import App
from bot.config.discord import DiscordSettings
from bot.discord_app.client import QuothBot
from bot.services.server_settings import SettingsOfServers
from bot.store import store_in
from bot.store.store import Store
from bot.wording import texts

log = logging.getLogger(__name__)

LEARN_S = 5.0
"""Seconds after which what one process has set holds in all."""


def run(app: App, token: str, *, data_dir: Path, settings: DiscordSettings | None = None) -> int:
    """Serve Discord until SIGTERM or SIGINT. The exit code: 0, or 1 after one sentence on standard error.

    `data_dir` is the folder for what the bot remembers; it is made when first needed.
    """
    said = texts().operation
    if not token.strip().isprintable():  # discord.py would fail on it while it writes the header
        return _failed(said.wrong_token)
    try:
        asyncio.run(_serve_until_stopped(app, token, data_dir, settings))
    except discord.LoginFailure:
        return _failed(said.wrong_token)
    except (discord.HTTPException, discord.GatewayNotFound) as error:
        return _failed(said.start_refused.format(error=str(error).splitlines()[0]))
    except discord.ConnectionClosed as error:
        return _failed(said.closed_for_good.format(code=error.code))
    except (aiohttp.ClientError, OSError) as error:
        log.debug("No connection", exc_info=error)
        return _failed(said.unreachable)
    return 0


async def serve(app: App, token: str, *, data_dir: Path, settings: DiscordSettings | None = None) -> None:
    """Serve Discord until cancelled, then log out. Raises what discord.py raises where it cannot log in.

    Where question channels are set and Discord does not let the bot read all messages, that is logged, and the bot
    serves without them.
    """
    settings = settings or DiscordSettings()
    gc.freeze()  # the index lives as long as the bot; to look through it for garbage would hold everybody up
    sys.setswitchinterval(0.0005)  # a search gives way to the event loop ten times sooner than by default
    store = store_in(data_dir)
    of_servers = SettingsOfServers(settings, store, app.excerpts)
    try:
        await of_servers.refresh()
        if of_servers.reads_all:
            try:
                await _serve(app, token, data_dir, settings, of_servers, store)
            except discord.PrivilegedIntentsRequired:
                log.warning("%s", texts().operation.no_message_content)
            else:
                return
            of_servers.is_deaf = True
        await _serve(app, token, data_dir, settings, of_servers, store)
    finally:
        await asyncio.to_thread(store.close)


async def _serve(
    app: App, token: str, data_dir: Path, settings: DiscordSettings, of_servers: SettingsOfServers, store: Store
) -> None:
    async with QuothBot(app=app, data_dir=data_dir, settings=settings, of_servers=of_servers, store=store) as bot:
        learning = asyncio.create_task(_learn(of_servers))
        try:
            await bot.start(token)
        finally:
            learning.cancel()


async def _learn(of_servers: SettingsOfServers) -> None:
    """Learn from time to time what another process has set."""
    while True:
        await asyncio.sleep(LEARN_S)
        await of_servers.refresh()


async def _serve_until_stopped(app: App, token: str, data_dir: Path, settings: DiscordSettings | None) -> None:
    serving = asyncio.create_task(serve(app, token, data_dir=data_dir, settings=settings))
    loop = asyncio.get_running_loop()

    def stop(_number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(serving.cancel)

    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, serving.cancel)
        except NotImplementedError:  # on Windows
            signal.signal(number, stop)
    with contextlib.suppress(asyncio.CancelledError):
        await serving


def _failed(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1
