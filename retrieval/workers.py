"""How is long work spread over processes? In batches whose results come in order, with a bound on what is under way.

Python runs one thread of a process at a time, so that threads would not make it shorter. A process takes half a second
to start: for little work there is none, and everything is done here.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import TypeVar

Given = TypeVar("Given")
Result = TypeVar("Result")

UNDER_WAY = 2
"""Batches at a time for each process: one that it works on, and the next."""


def processors(most: int = 4) -> int:
    """How many processors this process may use, at most so many."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(allowed, most)


class Workers:
    """Up to `processes` processes, 1 or more, started for each piece of work and ended behind it.

    With 1 there are none. Functions, what they are given and what they return must be what `pickle` knows; a program
    that wants several must begin with `if __name__ == "__main__":`, as `multiprocessing` says.
    """

    def __init__(self, processes: int = 1) -> None:
        self.processes = processes

    def map(self, function: Callable[[Given], Result], batches: Iterable[Given]) -> Iterator[Result]:
        """What the function makes of each batch, in order; what a process that died had in hand is done here."""
        if self.processes == 1:
            yield from map(function, batches)
            return
        context = get_context("spawn")  # a fork of a process with threads may hang
        with ProcessPoolExecutor(self.processes, mp_context=context, initializer=_begin) as pool:
            under_way: deque[tuple[Given, Future[Result] | None]] = deque()
            try:
                for batch in batches:
                    under_way.append((batch, _submitted(pool, function, batch)))
                    if len(under_way) >= UNDER_WAY * self.processes:
                        yield _result(function, *under_way.popleft())
                while under_way:
                    yield _result(function, *under_way.popleft())
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


ALONE = Workers()
"""No processes."""


def _submitted(pool: ProcessPoolExecutor, function: Callable[[Given], Result], batch: Given) -> "Future[Result] | None":
    try:
        return pool.submit(function, batch)
    except BrokenProcessPool:
        return None


def _result(function: Callable[[Given], Result], batch: Given, future: "Future[Result] | None") -> Result:
    try:
        return future.result() if future else function(batch)
    except BrokenProcessPool:
        return function(batch)


def _begin() -> None:
    """In a new process: leave Ctrl-C to the parent, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := parent_process():
        threading.Thread(target=_end_behind, args=(parent,), daemon=True).start()


def _end_behind(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
