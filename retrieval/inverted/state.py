"""What does one search see? Passages with ids and texts behind an inverted index, at one moment."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.inverted.index import InvertedIndex
from retrieval.inverted.merging import Kept, merged
from retrieval.inverted.segment import Segment

Ids = npt.NDArray[np.int64]
Analyze = Callable[[str], Sequence[str]]


@dataclass(frozen=True, eq=False)
class State:
    """The index, and of each of its segments the ids of the passages, ascending through all of them, and the texts."""

    index: InvertedIndex
    ids: tuple[Ids, ...] = ()
    texts: tuple[Sequence[str], ...] = ()

    def position(self, passage: int) -> int:
        """The position of the passage with this id, -1 if there is none."""
        for ids, offset in zip(self.ids, self.index.offsets, strict=False):
            at = int(np.searchsorted(ids, passage))
            if at < len(ids) and ids[at] == passage:
                return -1 if self.index.is_removed(offset + at) else offset + at
        return -1

    def id(self, position: int) -> int:
        """The id of the passage at a position."""
        segment = self.index.segment_at(position)
        return int(self.ids[segment][position - self.index.offsets[segment]])

    def text(self, position: int) -> str:
        """The text of the passage at a position."""
        segment = self.index.segment_at(position)
        return self.texts[segment][position - self.index.offsets[segment]]

    def with_segment(self, segment: Segment, ids: Ids, texts: Sequence[str]) -> "State":
        """The same with more passages, whose ids are greater."""
        return State(self.index.with_segment(segment), (*self.ids, ids), (*self.texts, texts))

    def without(self, positions: Sequence[int], analyze: Analyze) -> "State":
        """The same without some passages."""
        terms = (analyze(self.text(position)) for position in positions)
        return State(self.index.without(positions, terms), self.ids, self.texts)

    def kept(self, first: int = 0, last: int | None = None) -> list[Kept]:
        """Of each segment which passages still count; None where all do."""
        found: list[Kept] = []
        for number, segment in list(enumerate(self.index.segments))[first:last]:
            gone = self.index.removed_of(number)
            keep = np.ones(segment.size, dtype=bool)
            keep[gone] = False
            found.append(keep if len(gone) else None)
        return found

    def crowd(self) -> int:
        """The first of the last segments that are worth merging: each is at most twice the size of all behind it."""
        segments = self.index.segments
        first, size = len(segments), 0
        while first and (not size or segments[first - 1].size <= 2 * size):
            first -= 1
            size += segments[first].size
        return first


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
    counted_off = Counter(term for position in dropped for term in set(analyze(before.text(position))))

    def put_into(now: State) -> State:
        end = now.index.offsets[last]
        removed = now.index.removed
        since = [now.id(at) for at in removed[(removed >= begin) & (removed < end)].tolist() if at not in set(dropped)]
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


def all_ids(state: State) -> Ids:
    """The ids of all passages that count, ascending."""
    return _join(state.ids, state.kept())


def _join(ids: Iterable[Ids], kept: Iterable[Kept]) -> Ids:
    parts = [part if keep is None else part[keep] for part, keep in zip(ids, kept, strict=True)]
    return np.concatenate([np.empty(0, np.int64), *parts])
