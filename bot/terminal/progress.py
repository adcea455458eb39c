"""How far is it? A bar with rate and time left, for work that takes longer than a moment."""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from tqdm import tqdm

from bot.terminal.harmless import HarmlessStream

PATIENCE_S = 1.0
"""What is done sooner needs no bar."""


def _unguarded() -> TextIO:
    """Standard error for signs that draw a bar, which are the bar's own."""
    return sys.__stderr__ or sys.stderr if isinstance(sys.stderr, HarmlessStream) else sys.stderr


@contextmanager
def bytes_bar(total: int) -> Iterator[Callable[[int], None]]:
    """A bar for bytes that come in; what the context gives is told of each piece how many there are."""
    with tqdm(total=total, unit="B", unit_scale=True, disable=None, leave=False, file=_unguarded()) as bar:
        yield lambda count: (bar.update(count), None)[1]


def with_bar(things: Collection[Any], doing: str) -> Iterable[Any]:
    """The things one by one; on a terminal with a bar on standard error."""
    return tqdm(things, desc=doing, unit="file", delay=PATIENCE_S, disable=None, leave=False, file=_unguarded())
