"""When are the slash commands sent to Discord? At the first start, and then only when they have changed.

What was sent last is kept as a digest in a small file. Should the file get lost, the commands are sent once more:
Discord replaces the same commands by the same, and nobody notices. Comparing with what Discord has would need no file,
but a guess of how Discord rewrites what it was sent; a wrong guess would send the commands at every start.
"""

import hashlib
import json
import logging
from pathlib import Path

from discord.ext import commands

from retrieval import read_file, write_whole

log = logging.getLogger(__name__)

_FILE_NAME = "discord-commands.sha256"


async def synchronise(bot: commands.AutoShardedBot, data_dir: Path) -> None:
    """Send the bot's commands to Discord unless these same ones were sent before, by this application.

    Raises discord.HTTPException if Discord does not take them. A folder that cannot be written to is only logged.
    """
    path = data_dir / _FILE_NAME
    digest = await _digest(bot)
    if _last_sent(path) == digest:
        return
    await bot.tree.sync()
    log.info("Sent the slash commands to Discord")
    try:
        write_whole(path, f"{digest}\n".encode("ascii"))
    except OSError as error:
        log.warning("Cannot write %s (%s), so the slash commands will be sent again at the next start", path, error)


async def _digest(bot: commands.AutoShardedBot) -> str:
    translator = bot.tree.translator
    described = [
        await command.get_translated_payload(bot.tree, translator) if translator else command.to_dict(bot.tree)
        for command in bot.tree.get_commands()
    ]
    payload = [bot.application_id, described]
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _last_sent(path: Path) -> str:
    try:
        return read_file(path).decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
