"""How is the database used, and who waits for it? A thread of its own, which does one thing after another."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from threading import Lock
from typing import TypeVar

from bot.store.driver import Connection, Driver, Session
from bot.store.errors import StoreError, Trouble
from bot.store.migrations import migrate

log = logging.getLogger(__name__)

T = TypeVar("T")

MOST_WAITING = 1_000
"""Things that may wait for the database; further ones are refused at once."""


class Store:
    """The database of a driver. It is opened, and brought to this version, when it is first used.

    Where it cannot be used, StoreError is raised, and the next use tries again; the log tells it once.
    Work is a function over a session, and is one transaction. From an event loop: `read` and `write`; from elsewhere:
    `read_now` and `write_now`, which wait.
    """

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._connection: Connection | None = None
        self._waiting, self._lock = 0, Lock()
        self.trouble: Trouble | None = None
        """What was wrong at the last use; None if it was well, or was not used yet."""

    async def read(self, work: Callable[[Session], T]) -> T:
        """What the work reads. Raises StoreError."""
        return await asyncio.wrap_future(self._begin(work, writing=False))

    async def write(self, work: Callable[[Session], T]) -> T:
        """What the work gives; what it writes is kept once this returns. Raises StoreError."""
        return await asyncio.wrap_future(self._begin(work, writing=True))

    def read_now(self, work: Callable[[Session], T]) -> T:
        """As `read`, for threads."""
        return self._begin(work, writing=False).result()

    def write_now(self, work: Callable[[Session], T]) -> T:
        """As `write`, for threads."""
        return self._begin(work, writing=True).result()

    def close(self) -> None:
        """Do what still waits, and let go of the database. Nothing can be done afterwards."""
        self._thread.submit(self._disconnect)
        self._thread.shutdown()

    def _begin(self, work: Callable[[Session], T], *, writing: bool) -> Future[T]:
        with self._lock:
            if self._waiting >= MOST_WAITING:
                raise StoreError("busy", self._driver.place)
            self._waiting += 1
        context = copy_context()
        try:
            begun = self._thread.submit(lambda: context.run(self._done, work, writing))
        except RuntimeError:  # it is closed
            self._one_less()
            raise StoreError("busy", self._driver.place, "it is closed") from None
        begun.add_done_callback(lambda _: self._one_less())
        return begun

    def _one_less(self) -> None:
        with self._lock:
            self._waiting -= 1

    def _done(self, work: Callable[[Session], T], writing: bool) -> T:
        """The work, in the thread."""
        try:
            if self._connection is None:
                self._connection = self._connected()
            with self._connection.transaction(writing=writing) as session:
                given = work(session)
        except StoreError as error:
            if error.trouble not in ("locked", "full"):
                self._disconnect()
            if error.trouble != self.trouble:
                log.error("%s", error)
            self.trouble = error.trouble
            raise
        if self.trouble:
            log.info("The database %s can be used again.", self._driver.place)
        self.trouble = None
        return given

    def _connected(self) -> Connection:
        connection = self._driver.connect()
        try:
            migrate(self._driver, connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _disconnect(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None
