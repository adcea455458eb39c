"""Threads that get into each other's way as often as they can, so that what they must not share shows."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

Result = TypeVar("Result")

THREADS = 4
SWITCH_S = 1e-6
"""How long a thread may go on before the next one has its turn; 5 ms is usual."""


def in_threads(work: Callable[[int], Result]) -> list[Result]:
    """What `work` gives for the number of each thread, from 0; all begin at once and take turns all the time."""
    everyone = Barrier(THREADS)

    def begin(number: int) -> Result:
        everyone.wait()
        return work(number)

    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_S)
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(begin, range(THREADS)))
    finally:
        sys.setswitchinterval(before)
