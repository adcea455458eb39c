"""What is known of all passages together? Segments as one index: exact statistics, scores of a term.

An index never changes. A change gives a new one that shares the segments with the old, so whoever is reading the old
one goes on with it undisturbed.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from retrieval.arrays import Floats, Positions
from retrieval.bm25.formula import Bm25, Norms, idf
from retrieval.bm25.postings import Postings

Term = tuple[int, int, float]
"""The place of a term in a segment, -1 if it has none; its row there, see `Postings.row`; and its idf."""

KNOWN = 50_000
"""Terms of which so much is remembered for each segment, at about 200 bytes each."""


@dataclass(frozen=True, eq=False)
class InvertedIndex:
    """Passages by position: those of the first segment, then those of the next.

    `removed` are positions, ascending, that no longer count; `fewer` tells of each term how many of them had it.
    """

    formula: Bm25
    segments: tuple[Postings, ...] = ()
    removed: Positions = field(default_factory=lambda: np.empty(0, np.int64))
    fewer: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def _known(self) -> list[dict[str, Term]]:
        return [{} for _ in self.segments]

    @cached_property
    def offsets(self) -> list[int]:
        """Where the positions of each segment begin, and behind the last one, how many positions there are."""
        return [0, *np.cumsum([segment.size for segment in self.segments]).tolist()]

    @property
    def positions(self) -> int:
        """How many positions there are, of passages that count and others."""
        return self.offsets[-1]

    @cached_property
    def size(self) -> int:
        """How many passages count."""
        return self.offsets[-1] - len(self.removed)

    @cached_property
    def average(self) -> float:
        """The mean length of the passages that count, in terms; 1 where they have none."""
        total = sum(segment.total for segment in self.segments) - sum(
            int(segment.lengths[self.removed_of(number)].sum(dtype=np.int64))
            for number, segment in enumerate(self.segments)
        )
        return total / self.size if total else 1.0

    def removed_of(self, number: int) -> Positions:
        """What was removed of a segment, by position in it."""
        first, last = np.searchsorted(self.removed, self.offsets[number : number + 2])
        return self.removed[first:last] - self.offsets[number]

    def is_removed(self, position: int) -> bool:
        """Whether the passage at the position no longer counts."""
        at = int(np.searchsorted(self.removed, position))
        return at < len(self.removed) and int(self.removed[at]) == position

    def segment_at(self, position: int) -> int:
        """The number of the segment that a position belongs to."""
        return bisect_right(self.offsets, position) - 1

    @cached_property
    def norms(self) -> list[Norms]:
        """What the lengths make of the passages of each segment; those that no longer count have an infinite norm."""
        found = []
        for number, segment in enumerate(self.segments):
            longest = int(segment.lengths.max(initial=0))
            table = np.append(segment.scale * self.formula.norms(np.arange(longest + 1), self.average), np.inf)
            lengths, gone = segment.lengths, self.removed_of(number)
            if len(gone):
                lengths = lengths.copy()
                lengths[gone] = longest + 1
            lengths.setflags(write=False)
            found.append(Norms(lengths, table))
        return found

    def with_segment(self, segment: Postings) -> "InvertedIndex":
        """The same passages and those of the segment behind them."""
        return InvertedIndex(self.formula, (*self.segments, segment), self.removed, self.fewer)

    def without(self, positions: Iterable[int], terms: Iterable[Sequence[str]]) -> "InvertedIndex":
        """The same without passages that still count; `terms` are those of each."""
        fewer = Counter(self.fewer)
        for passage in terms:
            fewer.update(set(passage))
        removed = np.union1d(self.removed, np.fromiter(positions, np.int64))
        return InvertedIndex(self.formula, self.segments, removed, fewer)

    def count(self, term: str) -> int:
        """How many passages have the term."""
        places = ((segment, segment.find(term)) for segment in self.segments)
        return sum(segment.count(at) for segment, at in places if at >= 0) - self.fewer.get(term, 0)

    def idf(self, term: str) -> float:
        """How telling the term is; for a term of no passage, as if it stood in half of one."""
        return idf(self.count(term) or 0.5, self.size)

    def scores(self, term: str) -> tuple[Positions, Floats]:
        """The passages that have the term, ascending, and its score in each, without what it gives everywhere."""
        where, scores = [], []
        for number, segment in enumerate(self.segments):
            place, _, weight = self.term(number, term)
            if place >= 0:
                passages, counts = segment.postings(place)
                given = self.formula.weights(counts, self.norms[number].of(passages), segment.scale)
                if len(self.removed):
                    passages, given = passages[given > 0], given[given > 0]
                where.append(passages + np.int64(self.offsets[number]))
                scores.append(given * weight)
        if not where:
            return np.empty(0, np.int64), np.empty(0)
        return np.concatenate(where), np.concatenate(scores)

    def term(self, number: int, term: str) -> Term:
        """What is known of a term in a segment."""
        return self._known[number].get(term) or self._look_up(number, term)

    def _look_up(self, number: int, term: str) -> Term:
        """The same, remembered."""
        known, segment = self._known[number], self.segments[number]
        if len(known) >= KNOWN:
            known.clear()
        place = segment.find(term)
        if place >= 0:
            segment.trust(place)
        known[term] = found = (place, segment.row(place), self.idf(term) if place >= 0 else 0.0)
        return found
