"""Which bots are put under load? Quoth, and a plain one as most examples have it: rank-bm25 in the event loop.

Started by `benchmarks.discord` in a process of its own. For every line on standard input it writes what it
measured since the last one: the longest time that its event loop was blocked (ms), and its resident memory (MB).
"""

import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from rank_bm25 import BM25Okapi

from bot.app import App
from bot.discord_app import DiscordSettings, serve
from retrieval import Library, RetrievalSettings

_PROBE_S = 0.005
_MANY = 10**6  # no limit here: each question is to be answered


class PlainBot(discord.Client):
    """A bot with one command, whose search holds up everything else."""

    def __init__(self, passages: list[str]) -> None:
        super().__init__(intents=discord.Intents.none())
        self._passages = passages
        self._bm25 = BM25Okapi([passage.lower().split() for passage in passages])
        tree = app_commands.CommandTree(self)

        @tree.command(description="Ask")
        async def ask(interaction: discord.Interaction, question: str) -> None:
            await interaction.response.defer(thinking=True)
            found = self._bm25.get_top_n(question.lower().split(), self._passages, n=3)
            await interaction.edit_original_response(content="\n\n".join(found)[:2000])


class Lag:
    """The longest time that the event loop was blocked."""

    worst_s = 0.0

    async def watch(self) -> None:
        """Wake up every few milliseconds and see how much later it is than it should be."""
        while True:
            before = time.perf_counter()
            await asyncio.sleep(_PROBE_S)
            self.worst_s = max(self.worst_s, time.perf_counter() - before - _PROBE_S)


def rss_mb() -> float:
    """Resident memory of this process. Source: proc(5), the second field of statm is in pages."""
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


async def main(kind: str, api: str, gateway: str, token: str, corpus: Path) -> None:
    """Serve until this process is ended."""
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    if kind == "plain":
        texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.iterdir())]
        serving = PlainBot([line for text in texts for line in text.split("\n") if line]).start(token)
    else:
        app = App(Library(corpus, RetrievalSettings()), excerpts=3, words=150)
        settings = DiscordSettings(member_per_minute=_MANY, channel_per_minute=_MANY, queue=_MANY)
        serving = serve(app, token, data_dir=Path(tempfile.mkdtemp()), settings=settings)
    lag = Lag()
    tasks = [asyncio.create_task(serving), asyncio.create_task(lag.watch())]
    while await asyncio.to_thread(sys.stdin.readline):
        sys.stdout.write(json.dumps({"blocked_ms": round(lag.worst_s * 1000), "rss_mb": round(rss_mb())}) + "\n")
        sys.stdout.flush()
        lag.worst_s = 0.0
    await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], Path(sys.argv[5])))
