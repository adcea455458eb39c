"""How does the bot stand a rush? Questions from 200 members in 20 channels, as fast as the loopback server sends them.

`python -m benchmarks.discord [--questions N] [--passages N] [--rounds N]`: a round is N questions at once. It
tells, for Quoth and for a plain bot, how long the first response and the answer took, whether one was lost or came
twice, how long the event loop was blocked, and how much memory the process has after each round.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from asyncio.subprocess import PIPE, Process
from collections import Counter
from pathlib import Path
from statistics import quantiles

from bot.preview.server import payloads
from bot.preview.server.messages import Request
from bot.preview.server.server import TOKEN
from tests.fakes.discord_member import Discord

MEMBERS, CHANNELS = 200, 20
FILES = 200
VOCABULARY = 20_000
_PATIENCE_S = 600.0


class Stopwatch(Discord):
    """A Discord that only looks at the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, float] = {}
        self.first: dict[str, float] = {}
        self.answers: Counter[str] = Counter()
        self.answered: dict[str, float] = {}

    def _check(self, request: Request) -> None:
        parts = request.path.split("/")
        if request.path.endswith("/callback"):
            self.first.setdefault(parts[3], time.perf_counter())
        elif parts[1] == "webhooks":
            self.answers[parts[3]] += 1
            self.answered.setdefault(parts[3], time.perf_counter())

    async def ask(self, number: int, question: str) -> None:
        """Let a member ask in a channel."""
        token = f"load-{next(self.ids)}"
        user = payloads.MEMBER_USER | {"id": str(10_000 + number % MEMBERS)}
        channel = payloads.CHANNEL | {"id": str(20_000 + number % CHANNELS), "guild_id": payloads.GUILD_ID}
        option = {"name": "question", "type": 3, "value": question}
        data = {"id": "400", "type": 1, "name": "ask", "options": [option]}
        self.sent[token] = time.perf_counter()
        more = {"member": payloads.member(user), "channel": channel, "channel_id": channel["id"]}
        await self.dispatch("INTERACTION_CREATE", payloads.interaction(str(next(self.ids)), token, 2, data, **more))

    async def until_answered(self) -> None:
        """All questions sent so far have their answer, or patience is over."""
        end = time.perf_counter() + _PATIENCE_S
        while len(self.answered) < len(self.sent) and time.perf_counter() < end:
            await asyncio.sleep(0.05)


def write_corpus(folder: Path, passages: int, chance: random.Random) -> list[str]:
    """Sentences of words as rare and as common as in a language (Zipf's law); gives the words, commonest first."""
    words = ["".join(chance.choices("abdegiklmnoprstu", k=chance.randint(4, 9))) for _ in range(VOCABULARY)]
    weights = [1 / (rank + 10) for rank in range(VOCABULARY)]
    for number in range(FILES):
        lines = []
        for _ in range(passages // FILES):
            lines.append(" ".join(chance.choices(words, weights, k=chance.randint(8, 24))).capitalize() + ".")
        (folder / f"{number:03}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return words


async def measure(kind: str, corpus: Path, questions: list[str], rounds: int) -> None:
    """Put one bot under load and tell how it did."""
    async with Stopwatch() as server:
        script = ["-m", "benchmarks.discord.bots", kind, server.api, server.gateway, TOKEN, str(corpus)]
        bot = await asyncio.create_subprocess_exec(sys.executable, *script, stdin=PIPE, stdout=PIPE)
        while not server.identified:
            await asyncio.sleep(0.1)
        await server.ask(0, questions[0])  # the first one pays for what is made once
        await server.until_answered()
        await told(bot)
        for number in range(rounds):
            for seen in (server.sent, server.first, server.answered, server.answers):
                seen.clear()
            server.requests.clear()
            for at, question in enumerate(questions):
                await server.ask(at, question)
            await server.until_answered()
            report(f"{kind}, round {number + 1}", server, await told(bot))
        bot.terminate()
        await bot.wait()


async def told(bot: Process) -> dict[str, float]:
    """What the bot measured since it was last asked."""
    if bot.stdin is None or bot.stdout is None:
        raise RuntimeError("the bot was started without pipes")
    bot.stdin.write(b"\n")
    figures: dict[str, float] = json.loads(await bot.stdout.readline())
    return figures


def report(name: str, server: Stopwatch, figures: dict[str, float]) -> None:
    """One line of figures."""
    lost = len(server.sent) - len(server.answered)
    twice = sum(count > 1 for count in server.answers.values())
    first, whole = (
        quantiles([times[token] - server.sent[token] for token in times], n=100)[98]
        for times in (server.first, server.answered)
    )
    sys.stdout.write(
        f"{name}: {len(server.sent)} questions, {lost} lost, {twice} answered twice; first response p99 {first:.2f} s, "
        f"answer p99 {whole:.1f} s; loop blocked at most {figures['blocked_ms']} ms; {figures['rss_mb']} MB\n"
    )
    sys.stdout.flush()


def main() -> None:
    """Measure both bots."""
    parser = argparse.ArgumentParser(description="the bot under load")
    parser.add_argument("--questions", type=int, default=1000, help="questions at once (default: 1000)")
    parser.add_argument("--passages", type=int, default=20_000, help="passages of the corpus (default: 20000)")
    parser.add_argument("--rounds", type=int, default=2, help="rounds, to see memory grow (default: 2)")
    parser.add_argument("--bots", nargs="+", default=["quoth", "plain"], help="which bots (default: both)")
    arguments = parser.parse_args()
    chance = random.Random(0)  # noqa: S311 - the same questions every time
    with tempfile.TemporaryDirectory() as folder:
        words = write_corpus(Path(folder), arguments.passages, chance)
        questions = [" ".join(chance.sample(words, 5)) + "?" for _ in range(arguments.questions)]
        for kind in arguments.bots:
            asyncio.run(measure(kind, Path(folder), questions, arguments.rounds))


if __name__ == "__main__":
    main()
