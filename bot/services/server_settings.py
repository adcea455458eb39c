"""What is set here? All settings of all servers in memory, as the store has them, so that a reply waits for nothing.

Where the store cannot be used, what was known last holds, and at the start the defaults.
"""

import json
import logging
import time
from collections.abc import Mapping

from cachetools import LRUCache

from bot.config.discord import DiscordSettings
from bot.config.lengths import EXCERPTS
from bot.config.server import MOST_CHANNELS, NAMES, ServerSettings, Values, checked, defaults_of, resolved
from bot.store.errors import StoreError
from bot.store.settings_table import Stored, changed_since, put
from bot.store.store import Store

log = logging.getLogger(__name__)

REMEMBERED = 20_000
"""Channels whose settings are kept ready; what is set for others is put together again."""


class TooMany(Exception):
    """More channels of a server have settings of their own than may."""


class SettingsOfServers:
    """What is set, over the defaults of `config.yaml`. For the event loop alone; without a store, the defaults."""

    def __init__(self, discord: DiscordSettings, store: Store | None = None, excerpts: int = EXCERPTS) -> None:
        self._discord = discord
        self._store = store
        self._last = 0
        self._set: dict[int, dict[int, dict[str, object]]] = {}
        """By server and channel; as much as the table has, which is bounded for each server."""
        self._ready: LRUCache[tuple[int, int, int], ServerSettings] = LRUCache(REMEMBERED)
        self.defaults = defaults_of(discord, excerpts)
        """What holds where nothing is set."""
        self.locked = frozenset(discord.locked)
        """Names of settings that only `config.yaml` sets."""
        self.is_deaf = False
        """Whether Discord refused the text of all messages."""

    def of(self, server: int | None, channel: int = 0, parent: int = 0) -> ServerSettings:
        """What holds in a channel; a thread has what its `parent` has. None is a direct message."""
        if server is None:
            return self.defaults
        key = server, channel, parent
        found = self._ready.get(key)
        if found is None:
            own = self._set.get(server, {})
            listed: Values = {"answering": "questions"}
            config = listed if {channel, parent} & {*self._discord.question_channels} else {}
            layers = [own.get(0, {}), config, own.get(parent, {}) if parent else {}, own.get(channel, {})]
            found = self._ready[key] = resolved(self.defaults, layers, self.locked - {"answering"})
            if "answering" in self.locked:
                found = self._ready[key] = resolved(found, [{"answering": "mention"}, config], ())
        return found

    def stored(self, server: int) -> Mapping[int, Values]:
        """What is set in a server, by channel, 0 for the whole of it."""
        return self._set.get(server, {})

    @property
    def reads_all(self) -> bool:
        """Whether anything is set that needs the text of all messages."""
        if "answering" in self.locked:
            return bool(self._discord.question_channels)
        own = (values for channels in self._set.values() for values in channels.values())
        return bool(self._discord.question_channels) or any(one.get("answering") == "questions" for one in own)

    async def refresh(self) -> bool:
        """Learn what was changed, by another process perhaps; whether the store could tell."""
        if self._store is None:
            return True
        last = self._last
        try:
            changes = await self._store.read(lambda session: changed_since(session, last))
        except StoreError:
            return False  # the store has told it
        for change in changes:
            self._take(change)
        return True

    async def save(self, server: int, values: Mapping[tuple[int, str], object], *, by: int) -> None:
        """Set what is named by channel and name, None unsets it; it holds when this returns.

        Raises StoreError where it cannot be kept, ValueError where a value is wrong, and TooMany.
        """
        written = {key: None if value is None else json.dumps(checked(key[1], value)) for key, value in values.items()}
        if len({*self._set.get(server, {}), *(channel for channel, _ in values)} - {0}) > MOST_CHANNELS:
            raise TooMany
        if self._store:
            await self._store.write(lambda session: put(session, server, written, by=by, at=time.time()))
            await self.refresh()

    def _take(self, change: Stored) -> None:
        self._last = max(self._last, change.change)
        channels = self._set.setdefault(change.server, {})
        own = channels.setdefault(change.channel, {})
        own.pop(change.name, None)
        if change.value is not None and change.name in NAMES:
            try:
                own[change.name] = checked(change.name, json.loads(change.value))
            except ValueError as error:
                log.warning("What is stored as %s of server %s is wrong: %s", change.name, change.server, error)
        if not own:
            del channels[change.channel]
        self._ready.clear()
