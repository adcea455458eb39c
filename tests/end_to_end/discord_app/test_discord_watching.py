"""Do members in Discord get answers from the documents as they are now, while files come, change and go?"""

import asyncio
import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import discord
import pytest

from bot.app import App
from bot.composition import serving
from bot.config.settings import Config
from bot.discord_app import DiscordSettings
from bot.preview.server.messages import Request
from bot.terminal.progress import with_bar
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.waiting import until, until_shown
from tests.fakes.written_documents import names_read, put

SEALS = "What do seals like to eat?"
UNHURRIED = DiscordSettings(member_per_minute=10_000, channel_per_minute=10_000)


@pytest.fixture
def config(corpus: Path, tmp_path: Path) -> Config:
    """The corpus, and a look into it again and again."""
    return Config(corpus=corpus, data=tmp_path / "data", look_every_s=0.01)


@pytest.fixture
def watching_app(config: Config) -> Iterator[App]:
    """The commands as `quoth run` has them."""
    with serving(config, progress=with_bar) as app:
        yield app


async def test_answers_and_changes_are_of_the_documents_as_they_are_now(
    start: Start, watching_app: App, corpus: Path, config: Config
) -> None:
    async with start(watching_app, UNHURRIED) as server:

        async def ask() -> Request:
            return await server.use("ask", question=SEALS)

        async def changes() -> Request:
            return await server.use("changes")

        assert "herring" not in (await ask()).text
        put(corpus / "seals.md", b"Seals like to eat herring and squid.\n")
        reply = await until_shown(ask, lambda reply: "herring" in reply.text)
        assert quotes(reply.text)[0].text == "Seals like to eat herring and squid."
        assert await server.complete("summary", "file", "seal")
        reply = await until_shown(changes, lambda reply: "herring" in reply.text)
        assert "since revision 1 " in render(reply.text).text
        put(corpus / "seals.md", b"Seals like to eat crabs and nothing else.\n")
        reply = await until_shown(ask, lambda reply: "crabs" in reply.text)
        assert "herring" not in reply.text
        reply = await until_shown(changes, lambda reply: "revision 2 " in render(reply.text).text)
        assert "herring" in reply.text
        assert "crabs" in reply.text
        (corpus / "seals.md").unlink()
        await until_shown(ask, lambda reply: "crabs" not in reply.text)
    assert not list((config.data / "index").glob(".*")), "nothing half written is left"


async def test_while_the_folder_is_gone_members_get_answers_and_the_admin_one_warning(
    start: Start, watching_app: App, corpus: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with start(watching_app, UNHURRIED) as server:
        kept = corpus.with_name("elsewhere")
        corpus.rename(kept)
        await asyncio.to_thread(until, lambda: "Quoth goes on with the documents as they were." in caplog.text)
        reply = await server.use("ask", question="How long do refunds take?")
        assert quotes(reply.text)[0].text == "Refunds\n\nRefunds take 14 days after the parcel has reached us."
        shutil.copytree(kept, corpus)
        put(corpus / "seals.md", b"Seals like to eat herring and squid.\n")
        await until_shown(lambda: server.use("ask", question=SEALS), lambda reply: "herring" in reply.text)
    warnings = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [record.name for record in warnings] == ["bot.services.watcher"]


async def test_who_manages_the_server_has_the_folder_looked_into_at_once(
    start: Start, corpus: Path, tmp_path: Path
) -> None:
    config = Config(corpus=corpus, data=tmp_path / "data", look_every_s=0)
    with serving(config, progress=with_bar) as app:
        async with start(app, UNHURRIED) as server:
            put(corpus / "seals.md", b"Seals like to eat herring and squid.\n")
            assert "Only those who manage the server" in (await server.use("reload")).text
            assert "herring" not in (await server.use("ask", question=SEALS)).text
            reply = await server.use("reload", permissions=discord.Permissions(manage_guild=True).value)
            assert "Read: " in reply.text
            assert "herring" in (await server.use("ask", question=SEALS)).text


def test_the_next_start_of_the_bot_reads_what_changed_and_nothing_else(
    corpus: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in corpus.iterdir():
        put(path, path.read_bytes())
    with serving(config, progress=with_bar):
        pass
    faq = corpus / "faq.md"
    read = names_read(monkeypatch)
    put(corpus / "seals.md", b"Seals like to eat herring and squid.\n")
    with serving(config, progress=with_bar) as app:
        texts = {document.id: document.text for document in app.librarian.documents}
    assert read == ["seals.md"]
    assert "seals.md" in texts
    assert faq.name in texts
