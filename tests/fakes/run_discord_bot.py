"""Runs the Discord front end in a process of its own: API, GATEWAY, TOKEN, CORPUS, DATA as arguments.

With a sixth argument, no summary ever ends.
"""

import sys
import threading
from pathlib import Path

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.app import App
from bot.config.lengths import Length
from bot.discord_app import run
from bot.replies.model import Reply
from retrieval import Library, RetrievalSettings


class StuckApp(App):
    """An app that never ends a summary."""

    def summary(
        self, target: str = "", length: Length = "medium", *, within: str = "", sentences: int | None = None
    ) -> Reply:
        threading.Event().wait()
        return super().summary(target, length, within=within, sentences=sentences)


if __name__ == "__main__":
    api, gateway, token, corpus, data, *stuck = sys.argv[1:]
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    app = (StuckApp if stuck else App)(Library(Path(corpus), RetrievalSettings()), excerpts=3, words=150)
    sys.exit(run(app, token, data_dir=Path(data)))
