"""Where is the work done, so that the event loop stays awake and a question never waits for long work?"""

import asyncio
import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import copy_context
from typing import Any, TypeVar

T = TypeVar("T")

HELD_S = 1.0
"""How long a lane waits at most before it begins with something."""
_QUIET_S = 0.003
"""How long after a first sign a lane begins: the questions of a rush come one behind the other. Of 1,000 at once the
first sign comes within 0.55 s for 99 of 100 (0.65 s where a lane begins whenever none is under way)."""


class Lane:
    """One thread that does one thing after another.

    It is a daemon: whatever it does, it does not keep the process from ending, as a thread of `concurrent.futures`
    would.
    """

    def __init__(self, name: str) -> None:
        self._waiting: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = queue.SimpleQueue()
        self._is_open = True
        self._holding = 0
        self._last_sign = 0.0
        self._is_free = threading.Event()
        self._is_free.set()
        threading.Thread(target=self._work, name=name, daemon=True).start()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Begin nothing new while a member waits for the first sign, for a second at most: Python runs one thread."""
        self._holding += 1
        self._is_free.clear()
        try:
            yield
        finally:
            self._holding -= 1
            self._last_sign = time.monotonic()
            if not self._holding:
                self._is_free.set()

    async def run(self, work: Callable[[], T]) -> T:
        """What the work gives, done in the thread when it is its turn, in the context of the caller."""
        if not self._is_open:
            raise asyncio.CancelledError
        context = copy_context()
        promised: Future[T] = Future()
        self._waiting.put((promised, lambda: context.run(work)))
        return await asyncio.wrap_future(promised)

    def close(self) -> None:
        """Begin nothing more. What runs is not waited for."""
        self._is_open = False
        self._waiting.put(None)

    def _until_quiet(self) -> None:
        """Wait until nobody has waited for a first sign for a moment, but not for long."""
        end = time.monotonic() + HELD_S
        while (left := end - time.monotonic()) > 0:
            if not self._is_free.wait(left):
                return
            noise = self._last_sign + _QUIET_S - time.monotonic()
            if noise <= 0:
                return
            time.sleep(noise)

    def _work(self) -> None:
        while self._is_open and (job := self._waiting.get()) is not None:
            promised, work = job
            if not promised.set_running_or_notify_cancel():
                continue
            self._until_quiet()
            try:
                promised.set_result(work())
            except BaseException as error:  # it is raised where the result is awaited
                promised.set_exception(error)
            del promised, work, job  # nothing is kept alive while the thread waits
