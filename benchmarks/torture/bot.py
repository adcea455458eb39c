"""How does Quoth run on a Discord of our own? `quoth run` as it is, with other addresses: API, GATEWAY, CONFIG."""

import sys

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.__main__ import main

if __name__ == "__main__":
    Route.BASE = sys.argv[1]
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(sys.argv[2])
    sys.exit(main(["--config", sys.argv[3], "run"]))
