"""How does the bot start, end and fail? And does it stay awake while it searches?"""

import asyncio
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest
from discord.http import Route

from bot.app import App
from bot.discord_app import run
from bot.preview.server.server import TOKEN
from bot.replies.model import Reply
from tests.end_to_end.discord_app.conftest import ROOT, Start
from tests.fakes.discord_member import Discord
from tests.fakes.waiting import PATIENCE_S

WRONG_TOKEN = TOKEN[::-1]


async def launch(
    server: Discord, corpus: Path, data: Path, token: str = TOKEN, *more: str
) -> asyncio.subprocess.Process:
    """The bot in a process of its own."""
    script = ["-m", "tests.fakes.run_discord_bot", server.api, server.gateway, token, str(corpus), str(data), *more]
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(sys.executable, *script, stdout=pipe, stderr=pipe, cwd=ROOT)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send to another process")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_bot_cleanly(
    server: Discord, corpus: Path, tmp_path: Path, number: signal.Signals
) -> None:
    process = await launch(server, corpus, tmp_path / "data")
    await server.until_login()
    process.send_signal(number)
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE_S)
    assert (process.returncode, out, err) == (0, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send to another process")
async def test_a_signal_ends_the_bot_within_5_s_and_tells_all_who_wait(
    server: Discord, corpus: Path, tmp_path: Path
) -> None:
    process = await launch(server, corpus, tmp_path / "data", TOKEN, "stuck")
    await server.until_login()
    waiting = [asyncio.create_task(server.use("summary", locale=locale)) for locale in ("en-US", "de")]
    await server.until("POST", "/interactions/.*", lambda _: len(server.deferred) == len(waiting))
    started = time.monotonic()
    process.send_signal(signal.SIGTERM)
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE_S)
    assert time.monotonic() - started < 5
    assert (process.returncode, out, err) == (0, b"", b"")
    english, german = await asyncio.gather(*waiting)
    assert "being stopped" in english.text
    assert "beendet" in german.text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send to another process")
async def test_after_a_kill_the_next_start_closes_what_it_finds(server: Discord, corpus: Path, tmp_path: Path) -> None:
    process = await launch(server, corpus, tmp_path / "data", TOKEN, "stuck")
    await server.until_login()
    await server.use("ask", question="How long do refunds take?")
    waiting = asyncio.create_task(server.use("summary", locale="de"))
    await server.until("POST", "/interactions/.*", lambda _: len(server.deferred) == 2)
    process.kill()
    await process.wait()
    process = await launch(server, corpus, tmp_path / "data")
    await server.until_login(2)
    assert "Ich wurde beendet" in (await waiting).text
    process.kill()
    await process.communicate()


async def test_a_wrong_token_is_told_in_one_sentence_without_the_token(
    server: Discord, corpus: Path, tmp_path: Path
) -> None:
    process = await launch(server, corpus, tmp_path / "data", token=WRONG_TOKEN)
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE_S)
    assert (process.returncode, out) == (1, b"")
    assert len(err.splitlines()) == 1
    assert b"token" in err
    assert WRONG_TOKEN.encode() not in err


async def test_a_refusal_by_discord_is_told_in_one_sentence(server: Discord, corpus: Path, tmp_path: Path) -> None:
    server.forbidden = "/applications/"
    process = await launch(server, corpus, tmp_path / "data")
    _, err = await asyncio.wait_for(process.communicate(), PATIENCE_S)
    assert process.returncode == 1
    assert err.startswith(b"Discord refused the start: 403 Forbidden")
    assert len(err.splitlines()) == 1


def test_a_token_broken_over_two_lines_is_told_in_one_sentence(
    app: App, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(app, "two\nlines", data_dir=tmp_path) == 1
    assert capsys.readouterr().err.startswith("Discord does not accept the bot token.")


def test_without_a_network_the_bot_says_so_in_one_sentence(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:9/api")
    assert run(app, TOKEN, data_dir=tmp_path) == 1
    assert capsys.readouterr().err == "Cannot reach Discord. Check the network connection, then start again.\n"


class SlowApp(App):
    """An app whose search ends only when it is told to."""

    def __init__(self, app: App) -> None:
        super().__init__(app, excerpts=3, words=150)
        self.go_on = threading.Event()

    def ask(self, question: str, *, source: str = "", earlier: str = "") -> Reply:
        self.go_on.wait(PATIENCE_S)
        return super().ask(question, source=source, earlier=earlier)


async def test_a_slow_search_holds_up_neither_completion_nor_help(start: Start, app: App) -> None:
    slow = SlowApp(app)
    async with start(slow) as server:
        asking = asyncio.create_task(server.use("ask", question="How long do refunds take?"))
        await server.until("POST", "/interactions/.*", lambda request: request.body["type"] == 5)
        assert await server.complete("summary", "file", "fa")
        assert (await server.use("help")).is_ephemeral
        assert not asking.done()
        slow.go_on.set()
        assert "Refunds" in (await asking).text
