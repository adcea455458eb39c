"""How does the preview run? The real client over the app, logged in to the preview's Discord, until it is stopped."""

import asyncio
import contextlib
import secrets
import signal
import sys
import tempfile
import webbrowser
from collections.abc import AsyncIterator
from pathlib import Path

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.app import App
from bot.config.discord import DiscordSettings
from bot.discord_app import serve
from bot.preview import world
from bot.preview.acts import Acts
from bot.preview.server.payloads import FORUM_ID
from bot.preview.server.server import Check
from bot.preview.site import add_page
from bot.preview.stage import Stage

_OF_THE_PREVIEW = {
    "question_channels": (int(world.QUESTIONS_ID), int(FORUM_ID)),
    "helper_roles": (int(world.HELPER_ROLE_ID),),
    "solved_tag": world.SOLVED_TAG,
    "needs_person_tag": world.NEEDS_PERSON_TAG,
    "servers": (),
    "roles": (),
    "direct_messages": "everybody",
    "shard_ids": (),
    "shard_count": 0,
}
"""What is set for a real server means nothing on this one."""


def run(app: App, settings: DiscordSettings, *, port: int, opens: bool, description: Path | None) -> int:
    """Show the page until Ctrl-C or SIGTERM. The exit code: 0, or 1 where the port is taken."""
    try:
        asyncio.run(_run(app, settings, port, opens, description))
    except OSError as error:
        sys.stderr.write(f"The preview cannot listen on port {port}: {error.strerror or error}.\n")
        return 1
    return 0


async def _run(app: App, settings: DiscordSettings, port: int, opens: bool, description: Path | None) -> None:
    _stop_when_told()
    check = None
    if description:
        from bot.preview.server.openapi import contract  # of an extra

        check = contract(description).complaints
    async with running(app, settings, port=port, check=check) as address:
        sys.stdout.write(f"Quoth is at {address} as if in Discord; Ctrl-C ends it.\n")
        sys.stdout.flush()
        if opens:
            await asyncio.to_thread(webbrowser.open, address)
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()


def _stop_when_told() -> None:
    """Let SIGTERM and Ctrl-C cancel this task: what they raise inside a callback would only be logged by the loop."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # on Windows
            loop.add_signal_handler(number, task.cancel if task else loop.stop)


@contextlib.asynccontextmanager
async def running(
    app: App, settings: DiscordSettings, *, port: int = 0, check: Check | None = None
) -> AsyncIterator[str]:
    """The preview over an app, as long as the context lasts; gives its address, with the secret in it."""
    secret, token = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    settings = settings.model_copy(update=_OF_THE_PREVIEW)
    stage = Stage(check, token=token, port=port)
    with tempfile.TemporaryDirectory(prefix="quoth-preview-", ignore_cleanup_errors=True) as data:
        bot = Bot(app, token, Path(data), settings)
        add_page(stage, Acts(app, stage, bot.restart), secret)
        async with stage:
            Route.BASE = stage.api
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(stage.gateway)
            bot.start()
            try:
                yield stage.api.removesuffix("api") + f"#{secret}"
            finally:
                await bot.stop()


class Bot:
    """The bot, which can be started again."""

    def __init__(self, app: App, token: str, data: Path, settings: DiscordSettings) -> None:
        self._app = app
        self._token = token
        self._data = data
        self._settings = settings
        self._serving: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Log in, and stay."""
        serving = serve(self._app, self._token, data_dir=self._data, settings=self._settings)
        self._serving = asyncio.create_task(serving)

    async def stop(self) -> None:
        """Log out."""
        while self._serving and not self._serving.done():  # a login that is under way may swallow the first time
            self._serving.cancel()
            await asyncio.wait([self._serving], timeout=1)

    async def restart(self) -> None:
        """Log out and in again, as when the process is started anew."""
        await self.stop()
        self.start()
