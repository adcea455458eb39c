"""Does the bot stay right over a long time, on a loopback Discord with changing documents, outages and reconnects?"""

import asyncio
import contextlib
import logging
import random
import time
from collections import defaultdict
from pathlib import Path

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from benchmarks.discord.bots import rss_mb
from benchmarks.torture.common import Found
from bot.app import App
from bot.discord_app import DiscordSettings, serve
from bot.preview.server.payloads import CHANNEL_ID
from bot.preview.server.server import TOKEN
from bot.services.watcher import watched
from retrieval import Library
from tests.fakes.changing_folder import SETTINGS
from tests.fakes.discord_markdown import quotes
from tests.fakes.discord_member import Discord
from tests.fakes.written_documents import put

_MANY = 10**6
LATE_S = 10.0
"""A change counts within a second or two, on a machine that has something else to do within so many."""
GROWTH_MB = 60.0
"""More memory than at a tenth of the time is a leak: caches are full by then."""


def run(folder: Path, seconds: float, seed: int) -> Found:
    """Lets the bot live for so long."""
    found = Found("soak")
    logging.getLogger("discord").setLevel(logging.CRITICAL)
    asyncio.run(_soak(folder, seconds, random.Random(seed), found))  # noqa: S311 - not for secrets
    return found


async def _soak(folder: Path, seconds: float, chance: random.Random, found: Found) -> None:
    docs = folder / "docs"
    for number in range(20):
        _write(docs, number, 0)
    library = Library(docs, SETTINGS, kept_in=folder / "docs.quoth")
    settings = DiscordSettings(member_per_minute=_MANY, channel_per_minute=_MANY, queue=_MANY)
    async with Discord() as server:
        Route.BASE = server.api
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(server.gateway)
        with watched(library, 0.2, lambda _: None):
            app = App(library, excerpts=3, words=150)
            serving = asyncio.create_task(serve(app, TOKEN, data_dir=folder / "data", settings=settings))
            await server.until_login()
            await _live(server, docs, time.monotonic() + seconds, seconds, chance, found)
            serving.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await serving
        for complaint in server.complaints:
            found.wrong.append(f"Discord does not take: {complaint}")


async def _live(server: Discord, docs: Path, until: float, seconds: float, chance: random.Random, found: Found) -> None:
    written: defaultdict[int, list[float]] = defaultdict(lambda: [0.0])
    early_mb = 0.0
    while time.monotonic() < until:
        number = chance.randrange(20)
        what = chance.choices(["change", "429", "500", "drop", "again", ""], [20, 5, 5, 2, 1, 67])[0]
        found.seen[what or "nothing"] += 1
        match what:
            case "change":
                _write(docs, number, len(written[number]))
                written[number].append(time.monotonic())
            case "429":
                body = {"message": "You are being rate limited.", "retry_after": 0.1, "global": False}
                server.fail("POST", f"/channels/{CHANNEL_ID}/messages", 429, body=body, Via="1.1 google")
            case "500":
                server.fail("PATCH", "/webhooks/.*", chance.choice([500, 502]))
            case "drop":
                resumed = server.resumed
                await server.drop_connection()
                await server.until_resumed(resumed + 1)
            case "again":
                logged_in = len(server.identified)
                await server.invalidate_session()
                await server.until_login(logged_in + 1)
        await _ask(server, number, written[number], chance, found)
        server.requests.clear()
        if not early_mb and until - time.monotonic() < 0.9 * seconds:
            early_mb = rss_mb()
    late_mb = rss_mb()
    found.seen["MB at a tenth"], found.seen["MB at the end"] = round(early_mb), round(late_mb)
    found.expect(not early_mb or late_mb - early_mb < GROWTH_MB, f"memory grew from {early_mb:.0f} to {late_mb:.0f} MB")


async def _ask(server: Discord, number: int, written: list[float], chance: random.Random, found: Found) -> None:
    """Asks for one document in one of two ways; its text of now or of a moment ago is the answer.

    `written` tells when each of its texts was written.
    """
    question = f"What does the keeper of lamp{number} sell?"
    found.tried += 1
    asked = time.monotonic()
    try:
        if chance.random() < 0.5:
            shown = await server.use("ask", question=question)
        else:
            shown = await server.reply_to(await server.say(f"<@100> {question}"))
        said = [quote.text for quote in quotes(shown.text)]
        told = [one for one in range(len(written)) if any(_said(number, one) in text for text in said)]
        if not told:
            found.wrong.append(f"{question} got {said}")
            return
        until = written[told[-1] + 1] if told[-1] + 1 < len(written) else asked  # since then it is an old text
        late_ms = round(max(0.0, asked - until) * 1000)
        found.seen["oldest answer, ms late"] = max(found.seen["oldest answer, ms late"], late_ms)
        found.expect(late_ms < LATE_S * 1000, f"{question} got a text that was {late_ms} ms old")
    except (AssertionError, TimeoutError) as error:
        found.wrong.append(f"{question} got no answer: {type(error).__name__} {error}")


def _said(number: int, version: int) -> str:
    return f"The keeper of lamp{number} sells {version} clams."


def _write(docs: Path, number: int, version: int) -> None:
    put(docs / f"{number}.txt", f"{_said(number, version)}\n".encode(), time.time_ns() - 10**10 + version)
