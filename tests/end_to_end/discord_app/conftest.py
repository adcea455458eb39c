"""The real discord.py client, logged in to a Discord on loopback."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.app import App
from bot.discord_app import DiscordSettings, serve
from bot.preview.server.server import TOKEN
from retrieval import Library, RetrievalSettings
from tests.fakes.discord_member import Discord

ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT / "seeds"

Start = Callable[..., AbstractAsyncContextManager[Discord]]


def app_over(folder: Path) -> App:
    """The commands over the documents of a folder."""
    return App(Library(folder, RetrievalSettings()), excerpts=3, words=150)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with two documents and a picture."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "faq.md").write_text(
        "# Our shop\n\n## Refunds\n\nRefunds take 14 days after the parcel has reached us.\n\n"
        "## Parcels\n\nA parcel is sent on Mondays and on Thursdays only.\n",
        encoding="utf-8",
    )
    (folder / "snake_case_rules.txt").write_text(
        "Names of variables are written in snake_case in every file of the project.\n", encoding="utf-8"
    )
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture
def app(corpus: Path) -> App:
    """The commands over the small corpus."""
    return app_over(corpus)


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Discord]:
    """Discord on loopback. At the end of the test every request must have been one that Discord takes.

    And discord.py and asyncio must have found no error that our code left to them.
    """
    async with Discord() as server:
        monkeypatch.setattr(Route, "BASE", server.api)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(server.gateway))
        yield server
    assert server.complaints == []
    libraries = ("discord", "asyncio")
    assert [r for r in caplog.get_records("call") if r.name.startswith(libraries) and r.levelname == "ERROR"] == []


@pytest.fixture
def start(server: Discord, tmp_path: Path) -> Start:
    """A context in which the bot over an app is logged in."""

    @contextlib.asynccontextmanager
    async def running(app: App, settings: DiscordSettings | None = None) -> AsyncIterator[Discord]:
        bot = asyncio.create_task(serve(app, TOKEN, data_dir=tmp_path / "data", settings=settings))
        ready = asyncio.create_task(server.until_login(len(server.identified) + 1))
        await asyncio.wait([bot, ready], return_when=asyncio.FIRST_COMPLETED)
        if not bot.done():
            yield server
        bot.cancel()
        ready.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await bot

    return running


@pytest.fixture
async def discord(start: Start, app: App) -> AsyncIterator[Discord]:
    """Discord with the bot over the small corpus logged in."""
    async with start(app) as server:
        yield server
