"""How is long work spread over processes? In batches whose results come in order, one batch at a time for each.

Python runs one thread of a process at a time, so that threads would not make it shorter. A process takes half a second
to start: for little work there is none, and everything is done here. The executor of `concurrent.futures` would hold up
the end of the program until what is under way is done; these processes end with it.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from multiprocessing import Pipe, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Given = TypeVar("Given")
Result = TypeVar("Result")


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
        crew = [_Worker(function) for _ in range(self.processes)]
        try:
            busy: deque[_Worker[Given, Result]] = deque()
            for worker, batch in zip(cycle(crew), batches, strict=False):
                if len(busy) == len(crew):
                    yield busy.popleft().result()
                worker.take(batch)
                busy.append(worker)
            while busy:
                yield busy.popleft().result()
        finally:
            for worker in crew:
                worker.end()


ALONE = Workers()
"""No processes."""


class _Worker(Generic[Given, Result]):
    """One process, which has one batch in hand at most."""

    def __init__(self, function: Callable[[Given], Result]) -> None:
        self._function = function
        self._pipe, other = Pipe()
        context = get_context("spawn")  # a fork of a process with threads may hang
        self._process = context.Process(target=_work, args=(function, other), daemon=True)
        self._process.start()
        other.close()
        self._batch: Given | None = None

    def take(self, batch: Given) -> None:
        """Begin with a batch; its result must be taken before the next one is given."""
        self._batch = batch
        try:
            self._pipe.send(batch)
        except OSError:  # it died: `result` sees that, too
            self._pipe.close()

    def result(self) -> Result:
        """What the function makes of the batch. Raises what it raised."""
        batch: Any = self._batch
        try:
            result, error = self._pipe.recv()
        except (EOFError, OSError):
            return self._function(batch)
        if error:
            raise error
        return result  # type: ignore[no-any-return]

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(function: Callable[[Any], Any], pipe: "Connection[Any, Any]") -> None:
    """The life of a process: leave Ctrl-C to the parent, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := parent_process():
        threading.Thread(target=_end_behind, args=(parent,), daemon=True).start()
    while True:
        batch = pipe.recv()
        told: tuple[Any, Exception | None]
        try:
            told = (function(batch), None)
        except Exception as error:
            told = (None, error)
        pipe.send(told)


def _end_behind(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
