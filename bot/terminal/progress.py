"""How far is it? A bar with rate and time left, for work that takes longer than a moment."""

from collections.abc import Collection, Iterable
from typing import Any

from tqdm import tqdm

PATIENCE_S = 1.0
"""What is done sooner needs no bar."""


def with_bar(things: Collection[Any], doing: str) -> Iterable[Any]:
    """The things one by one; on a terminal with a bar on standard error."""
    return tqdm(things, desc=doing, unit="file", delay=PATIENCE_S, disable=None, leave=False)
