"""How far is it? A bar with rate and time left, for work that takes longer than a moment."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from tqdm import tqdm

PATIENCE_S = 1.0
"""What is done sooner needs no bar."""


@contextmanager
def bytes_bar(total: int) -> Iterator[Callable[[int], None]]:
    """A bar for bytes that come in; what the context gives is told of each piece how many there are."""
    with tqdm(total=total, unit="B", unit_scale=True, disable=None, leave=False) as bar:
        yield lambda count: (bar.update(count), None)[1]


def with_bar(things: Collection[Any], doing: str) -> Iterable[Any]:
    """The things one by one; on a terminal with a bar on standard error."""
    return tqdm(things, desc=doing, unit="file", delay=PATIENCE_S, disable=None, leave=False)
