"""Does the bot stay right over a long time, on a loopback Discord with changing documents, outages and reconnects?

The bot is `quoth run` in a process of its own, so that its memory is its own, and other commands run beside it on the
same data.
"""

import asyncio
import os
import random
import re
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.torture.common import Found
from bot.preview.server.payloads import CHANNEL_ID
from bot.preview.server.server import TOKEN
from retrieval import Librarian
from tests.fakes.changing_folder import SETTINGS
from tests.fakes.discord_markdown import quotes
from tests.fakes.discord_member import Discord
from tests.fakes.written_documents import put

ROOT = Path(__file__).parents[2]
DOCUMENTS = 20
LATE_S = 10.0
"""A change counts within a second or two, on a machine that has something else to do within so many."""
WARM_S = 600.0
"""What is remembered for a while, such as which answer follows an edited question, is all there after so long."""
GROWTH_MB = 8.0
"""More memory than after that time is a leak."""
TELLS_EVERY_S = 60.0
BESIDE_EVERY_S = 20.0
RESTS_S = 3.0
BESIDE = (("changes",), ("summary",), ("ask", "What does the keeper sell?"), ("sources",), ("reload",))
"""Commands that run on the same data, one after the other."""
SETTINGS_FILE = """
corpus: docs
data: data
look_every_s: 0.2
log_level: error
semantic: {model: none}
discord: {member_per_minute: 1000000, channel_per_minute: 1000000, queue: 1000000}
"""


def run(folder: Path, seconds: float, seed: int) -> Found:
    """Lets the bot live for so long."""
    found = Found("soak")
    (folder / "config.yaml").write_text(SETTINGS_FILE, encoding="utf-8")
    asyncio.run(_soak(folder, seconds, random.Random(seed), found))  # noqa: S311 - not for secrets
    return found


async def _soak(folder: Path, seconds: float, chance: random.Random, found: Found) -> None:
    for number in range(DOCUMENTS):
        _write(folder / "docs", number, 0)
    async with Discord() as server:
        async with _bot(server, folder, found) as pid:
            await server.until_login()
            ends = time.monotonic() + seconds
            beside = asyncio.create_task(_beside(folder, ends, found))
            await _live(server, folder / "docs", ends, seconds, chance, found, pid)
            await beside
            await asyncio.sleep(min(RESTS_S, seconds))
            await _hold_against_one_made_anew(server, folder / "docs", found)
        found.wrong += [f"Discord does not take: {complaint}" for complaint in server.complaints]


@asynccontextmanager
async def _bot(server: Discord, folder: Path, found: Found) -> AsyncIterator[int]:
    """The bot in a process, by its number; it must have nothing to complain of and end well when told to."""
    script = ["-m", "benchmarks.torture.bot", server.api, server.gateway, str(folder / "config.yaml")]
    complaints = folder / "complaints.txt"
    with complaints.open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *script, stdout=stderr, stderr=stderr, cwd=ROOT, env={**os.environ, "DISCORD_TOKEN": TOKEN}
        )
    try:
        yield process.pid
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        code = await process.wait()
        said = complaints.read_text(encoding="utf-8").splitlines()
        found.expect(not code, f"the bot ended with {code}: {said[-3:]}")
        found.expect(not said, f"the bot complained: {said[:3]}")


async def _beside(folder: Path, ends: float, found: Found) -> None:
    """Runs a command on the same data now and then."""
    at = 0
    while time.monotonic() + BESIDE_EVERY_S < ends:
        await asyncio.sleep(BESIDE_EVERY_S)
        words = BESIDE[at % len(BESIDE)]
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *("--config", str(folder / "config.yaml")), *words,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, cwd=ROOT,
        )  # fmt: skip
        _, err = await process.communicate()
        found.expect(process.returncode == 0, f"quoth {words[0]} beside the bot: {process.returncode} {err[-200:]!r}")
        found.seen["commands beside"] += 1
        at += 1


async def _live(
    server: Discord, docs: Path, ends: float, seconds: float, chance: random.Random, found: Found, pid: int
) -> None:
    written: defaultdict[int, list[float]] = defaultdict(lambda: [0.0])
    began = told = time.monotonic()
    early_mb = 0.0
    while (now := time.monotonic()) < ends:
        number = chance.randrange(DOCUMENTS)
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
        if not early_mb and now - began > min(WARM_S, seconds / 2):
            early_mb = rss_mb(pid)
        if now - told > TELLS_EVERY_S:
            told = now
            sys.stdout.write(f"{now - began:.0f} s: {found.tried} questions, {rss_mb(pid):.1f} MB\n")
            sys.stdout.flush()
    late_mb = rss_mb(pid)
    found.seen["MB when warm"], found.seen["MB at the end"] = round(early_mb), round(late_mb)
    found.expect(not early_mb or late_mb - early_mb < GROWTH_MB, f"memory grew from {early_mb:.0f} to {late_mb:.0f} MB")


def rss_mb(pid: int) -> float:
    """Resident memory of a process. Source: proc(5), the second field of statm is in pages."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0  # the system has no such folder, or the process has ended
    return pages * resource.getpagesize() / 1e6


async def _ask(server: Discord, number: int, written: list[float], chance: random.Random, found: Found) -> None:
    """Asks for one document in one of two ways; its text of now or of a moment ago is the answer.

    `written` tells when each of its texts was written.
    """
    question = _question(number)
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


async def _hold_against_one_made_anew(server: Discord, docs: Path, found: Found) -> None:
    anew = Librarian.open(docs, SETTINGS)
    for number in range(DOCUMENTS):
        try:
            shown = await server.use("ask", question=_question(number))
        except TimeoutError:
            found.wrong.append(f"{_question(number)} got no answer at the end")
            continue
        said = [_flat(quote.text) for quote in quotes(shown.text)]
        expected = [_flat(excerpt.text) for excerpt in anew.ask(_question(number)).excerpts]
        found.seen["answers as of one made anew"] += said == expected
        found.expect(said == expected, f"{_question(number)} at the end: {said}, made anew {expected}")


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _question(number: int) -> str:
    return f"What does the keeper of lamp{number} sell?"


def _said(number: int, version: int) -> str:
    return f"The keeper of lamp{number} sells {version} clams."


def _write(docs: Path, number: int, version: int) -> None:
    put(docs / f"{number}.txt", f"{_said(number, version)}\n".encode(), time.time_ns() - 10**10 + version)
