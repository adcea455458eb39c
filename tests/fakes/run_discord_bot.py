"""Runs the Discord front end in a process of its own: API, GATEWAY, TOKEN, CORPUS, DATA as arguments."""

import sys
from pathlib import Path

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.app import App
from bot.discord_app import run
from retrieval import Library, RetrievalSettings

if __name__ == "__main__":
    api, gateway, token, corpus, data = sys.argv[1:]
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    app = App(Library(Path(corpus), RetrievalSettings()), excerpts=3, words=150)
    sys.exit(run(app, token, data_dir=Path(data)))
