"""What does one search see? Passages with ids and texts behind an inverted index, at one moment."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from retrieval.arrays import Positions
from retrieval.bm25.inverted_index import InvertedIndex
from retrieval.bm25.postings import Postings
from retrieval.passage_index.merger import Kept, merged

Analyze = Callable[[str], Sequence[str]]


@dataclass(frozen=True, eq=False)
class State:
    """The index, and of each of its segments the ids of the passages, ascending through all of them, and the texts."""

    index: InvertedIndex
    ids: tuple[Positions, ...] = ()
    texts: tuple[Sequence[str], ...] = ()

    def position(self, passage: int) -> int:
        """The position of the passage with this id, -1 if there is none."""
        for ids, offset in zip(self.ids, self.index.offsets, strict=False):
            at = int(np.searchsorted(ids, passage))
            if at < len(ids) and ids[at] == passage:
                return -1 if self.index.is_removed(offset + at) else offset + at
        return -1

    @cached_property
    def _id_views(self) -> list[memoryview]:
        return [ids.data for ids in self.ids]  # quicker than numpy for one number

    def with_ids(self, hits: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
        """Hits by id instead of by position."""
        if len(self._id_views) == 1:
            ids = self._id_views[0]
            return [(ids[position], score) for position, score in hits]
        return [(self.id(position), score) for position, score in hits]

    def id(self, position: int) -> int:
        """The id of the passage at a position."""
        segment = self.index.segment_at(position)
        return int(self._id_views[segment][position - self.index.offsets[segment]])

    def text(self, position: int) -> str:
        """The text of the passage at a position."""
        segment = self.index.segment_at(position)
        return self.texts[segment][position - self.index.offsets[segment]]

    def with_segment(self, segment: Postings, ids: Positions, texts: Sequence[str]) -> "State":
        """The same with more passages, whose ids are greater."""
        return State(self.index.with_segment(segment), (*self.ids, ids), (*self.texts, texts))

    def without(self, positions: Sequence[int], analyze: Analyze) -> "State":
        """The same without some passages."""
        terms = (analyze(self.text(position)) for position in positions)
        return State(self.index.without(positions, terms), self.ids, self.texts)

    def kept(self, first: int = 0) -> list[Kept]:
        """Of each segment from the `first` on which passages still count; None where all do."""
        found: list[Kept] = []
        for number, segment in list(enumerate(self.index.segments))[first:]:
            gone = self.index.removed_of(number)
            keep = np.ones(segment.size, dtype=bool)
            keep[gone] = False
            found.append(keep if len(gone) else None)
        return found

    def is_crowded(self, many: int) -> bool:
        """Whether so many segments are worth merging, or one is mostly made of what was removed."""
        return len(self.index.segments) - self.crowd() >= many or any(map(self._is_hollow, range(len(self.ids))))

    def _is_hollow(self, segment: int) -> bool:
        return 2 * len(self.index.removed_of(segment)) > self.index.segments[segment].size

    def crowd(self) -> int:
        """The first segment from which on all are worth merging.

        Each of these is at most twice the size of all behind it, or stands behind one that is mostly removed.
        """
        segments = self.index.segments
        first, size = len(segments), 0
        while first and (not size or segments[first - 1].size <= 2 * size):
            first -= 1
            size += segments[first].size
        return min([first, *filter(self._is_hollow, range(first))])


def compacted(before: State, first: int, analyze: Analyze) -> Callable[[State], State]:
    """Makes one segment of those from the `first` on, and gives what puts it into a later state of the same passages.

    In the later state segments may have been added and passages removed.
    """
    last = len(before.index.segments)
    kept = before.kept(first)
    segment = merged(before.index.segments[first:], kept, before.index.formula)
    ids = _join(before.ids[first:], kept)
    texts = [
        texts[at]
        for texts, keep in zip(before.texts[first:], kept, strict=True)
        for at in (range(len(texts)) if keep is None else np.flatnonzero(keep).tolist())
    ]
    begin = before.index.offsets[first]
    dropped = before.index.removed[before.index.removed >= begin].tolist()
    known = set(dropped)
    counted_off = Counter(term for position in dropped for term in set(analyze(before.text(position))))

    def put_into(now: State) -> State:
        end = now.index.offsets[last]
        removed = now.index.removed
        since = [now.id(at) for at in removed[(removed >= begin) & (removed < end)].tolist() if at not in known]
        moved = np.concatenate(
            [
                removed[removed < begin],
                begin + np.searchsorted(ids, np.array(since, dtype=np.int64)),
                removed[removed >= end] - (end - begin) + len(ids),
            ]
        )
        index = InvertedIndex(
            now.index.formula,
            (*now.index.segments[:first], segment, *now.index.segments[last:]),
            moved,
            Counter(now.index.fewer) - counted_off,
        )
        return State(
            index,
            (*now.ids[:first], ids, *now.ids[last:]),
            (*now.texts[:first], texts, *now.texts[last:]),
        )

    return put_into


def all_ids(state: State) -> Positions:
    """The ids of all passages that count, ascending."""
    return _join(state.ids, state.kept())


def _join(ids: Iterable[Positions], kept: Iterable[Kept]) -> Positions:
    parts = [part if keep is None else part[keep] for part, keep in zip(ids, kept, strict=True)]
    return np.concatenate([np.empty(0, np.int64), *parts])
