"""Which arrays go from hand to hand? One name for each type, the same everywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
"""Scores and weights."""
Vectors = npt.NDArray[np.float32]
"""What a model computes: of each text or token a row."""
Positions = npt.NDArray[np.int64]
"""Places of passages, units, blocks or documents among all of their kind, from 0."""
Numbers = npt.NDArray[np.int32]
"""The same inside one segment, where there are fewer, and what else is kept in little room."""
Flags = npt.NDArray[np.bool_]
"""Of each thing whether it is so."""


class MadeOfFields:
    """A dataclass that `pickle` makes anew of its public fields: what it works out of them may be unknown to it."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """What it is made anew of."""
        known = (field.name for field in fields(self) if not field.name.startswith("_"))  # type: ignore[arg-type]
        return type(self), tuple(getattr(self, name) for name in known)


def distinct(values: Positions) -> tuple[Positions, Positions]:
    """The values once each, ascending, and the row of each value among them."""
    ordered = np.sort(values)  # one plain sort is several times as fast as one that returns places
    once = ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]
    return once, once.searchsorted(values)


def by_segment(positions: Positions, offsets: Sequence[int]) -> Iterator[tuple[int, Positions]]:
    """The segments that some positions, ascending, belong to, by number, and the positions inside each."""
    for number, (first, last) in enumerate(pairwise(np.searchsorted(positions, offsets).tolist())):
        if first < last:
            yield number, positions[first:last] - offsets[number]
