"""By when should long work end with what there is? A span of time that is looked at from time to time."""

import math
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")


class Deadline:
    """So many seconds from now on. Whoever asks whether they are over, and they are, ends: `was_missed` tells of it."""

    def __init__(self, seconds: float = math.inf) -> None:
        self._begin = time.monotonic()
        self._seconds = seconds
        self.was_missed = False

    def is_over(self, share: float = 1.0) -> bool:
        """Whether this share of the time is over."""
        if time.monotonic() - self._begin < self._seconds * share:
            return False
        self.was_missed = True
        return True

    def within(self, things: Iterable[Thing], share: float = 1.0) -> Iterator[Thing]:
        """The things in order, until this share of the time is over."""
        for thing in things:
            if self.is_over(share):
                return
            yield thing

    def divided(self, count: int) -> "Deadline":
        """A deadline for one of so many equal pieces of the work, from now on."""
        return Deadline(self._seconds / max(count, 1))
