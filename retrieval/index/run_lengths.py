"""How long are blocks and sections, and how long is one on average? Runs of units through all segments."""

from collections.abc import Collection, Sequence
from itertools import accumulate

import numpy as np

from retrieval.arrays import Positions
from retrieval.index.segment import Segment
from retrieval.index.weighted import text_before


class RunLengths:
    """The blocks, or the sections, of segments side by side.

    `removed` are the documents, by number, that no longer count of each segment. `starts` are in each segment the first
    unit of each, and behind the last one how many units there are; `of` how many terms its text has, headings left out;
    `offsets` where those of each segment begin. `average` is the mean of those that count and have text, 1 where none
    does.
    """

    def __init__(
        self, segments: Sequence[Segment], removed: Sequence[Collection[int]], starts: Sequence[Positions]
    ) -> None:
        self.starts = tuple(starts)
        self.offsets = [0, *accumulate(len(one) - 1 for one in self.starts)]
        offsets = accumulate((len(segment.unit_block) for segment in segments), initial=0)
        found = [one[:-1] + np.int64(offset) for one, offset in zip(self.starts, offsets, strict=False)]
        self.firsts = np.concatenate([np.empty(0, np.int64), *found])
        """The first unit of each, through all segments."""
        self.of: list[Positions] = []
        total = count = 0
        for segment, gone, bounds in zip(segments, removed, self.starts, strict=True):
            before = text_before(segment.by_unit.lengths[: len(segment.unit_block)], segment.is_heading)
            lengths = before[bounds[1:]] - before[bounds[:-1]]
            self.of.append(lengths)
            total, count = total + int(lengths.sum()), count + int(np.count_nonzero(lengths))
            for number in gone:
                first, last = np.searchsorted(bounds[:-1], segment.unit_bounds[number : number + 2])
                total -= int(lengths[first:last].sum())
                count -= int(np.count_nonzero(lengths[first:last]))
        self.average = total / count if total else 1.0

    def at(self, units: Positions) -> Positions:
        """The positions of the blocks, or sections, that units stand in."""
        return np.searchsorted(self.firsts, units, side="right") - 1

    def first_of(self, units: Positions) -> Positions:
        """The first unit of each of these."""
        return self.firsts[self.at(units)]
