"""When are the slash commands sent to Discord? At the first start, and then only when they have changed.

What was sent last is kept in a small file, as a digest, with the ids that Discord gave the commands. Should it be lost,
the commands are sent once more: Discord replaces the same commands by the same, and nobody notices. Comparing with what
Discord has would need no file, but a guess of how Discord rewrites what it was sent; a wrong guess would send the
commands at every start.
"""

import hashlib
import json
import logging
from collections.abc import Mapping
from pathlib import Path

from discord.ext import commands
from pydantic import BaseModel, ValidationError

from retrieval import read_file, write_whole

log = logging.getLogger(__name__)

_FILE_NAME = "discord-commands.json"


class Sent(BaseModel):
    """What was sent: the digest of the commands, and the id of each by its name."""

    digest: str = ""
    ids: dict[str, int] = {}


async def synchronise(bot: commands.AutoShardedBot, data_dir: Path) -> Mapping[str, int]:
    """Send the bot's commands to Discord unless these same ones were sent before, by this application; gives their ids.

    Raises discord.HTTPException if Discord does not take them. A folder that cannot be written to is only logged.
    """
    path = data_dir / _FILE_NAME
    digest = await _digest(bot)
    last = _last_sent(path)
    if last.digest == digest:
        return last.ids
    taken = await bot.tree.sync()
    log.info("Sent the slash commands to Discord")
    sent = Sent(digest=digest, ids={command.name: command.id for command in taken})
    try:
        write_whole(path, f"{sent.model_dump_json(indent=1)}\n".encode())
    except OSError as error:
        log.warning("Cannot write %s (%s), so the slash commands will be sent again at the next start", path, error)
    return sent.ids


def known_ids(data_dir: Path) -> Mapping[str, int]:
    """The ids of the commands that were sent last, by another process perhaps."""
    return _last_sent(data_dir / _FILE_NAME).ids


async def _digest(bot: commands.AutoShardedBot) -> str:
    translator = bot.tree.translator
    described = [
        await command.get_translated_payload(bot.tree, translator) if translator else command.to_dict(bot.tree)
        for command in bot.tree.get_commands()
    ]
    payload = [bot.application_id, described]
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _last_sent(path: Path) -> Sent:
    try:
        return Sent.model_validate_json(read_file(path))
    except (OSError, ValidationError):
        return Sent()
