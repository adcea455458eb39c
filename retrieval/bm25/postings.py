"""Which passages have a term? The inverted lists of a run of passages, written once and never changed."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from retrieval.arrays import Floats, MadeOfFields, Numbers, Positions
from retrieval.storage.array_file import Snapshot, Writer
from retrieval.storage.string_table import raw

CHUNK = 1 << 21
"""Postings that are worked on at a time: at most some 100 MB."""
REMEMBERED = 50_000
"""Terms whose place is remembered, at about 100 bytes each."""

_WHOLE = ("hashes", "letters", "ends", "sizes", "starts", "lengths", "peaks", "common")

Check = Callable[[int, int, int, int], None]


class PostingLists(NamedTuple):
    """Lists of some terms, one behind the other: the terms by their places, how long the list of each is, and all."""

    places: Positions
    sizes: Positions
    passages: Numbers
    counts: npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Postings(MadeOfFields):
    """Inverted lists over N passages, known by their position from 0, and V terms, known by their place from 0.

    `hashes` (V, uint32) are the CRC-32 of the terms, ascending; the terms themselves stand one after the other in
    `letters` (uint8) up to `ends` (V, int64). `sizes` (V, int32) counts the passages that have the term.

    The list of most terms is `passages` (int32, ascending) and `counts` (uint8, uint16 or uint32, 1 or more) from
    `starts[i]` to `starts[i + 1]`. Terms that many passages have are `common` (F, int64, places, ascending): instead of
    a list they have a row of `frequent` (F, N, as `counts`) with the count in each passage, for looking up at once.

    `lengths` (N, uint16 or uint32, with room for one more) counts the terms of each passage. `peaks` (V,
    float64) is the most that a posting of the term gave, as a share of its idf, when the mean length was `average`.
    All counts are in parts of a term, `scale` of which are one: where some terms count less, these are whole numbers.

    `check` is called before lists and rows are used, with where in the lists and in the rows it begins and ends; it
    raises where they cannot be believed.
    """

    hashes: npt.NDArray[np.uint32]
    letters: npt.NDArray[np.uint8]
    ends: Positions
    sizes: Numbers
    starts: Positions
    passages: Numbers
    counts: npt.NDArray[Any]
    common: Positions
    frequent: npt.NDArray[Any]
    lengths: npt.NDArray[Any]
    peaks: Floats
    average: float
    scale: int = 1
    check: Check | None = None
    _found: dict[str, int] = field(default_factory=dict, init=False)
    _total: int = field(init=False)
    _rows: dict[int, int] = field(init=False)
    _views: tuple[Any, ...] = field(init=False)

    def __post_init__(self) -> None:
        # As in a file that is mapped, nothing can be written; numba compiles once for both.
        for array in (self.passages, self.counts, self.starts, self.frequent, self.lengths, self.peaks):
            array.setflags(write=False)
        # Looking up one number is far quicker through a memoryview than through numpy.
        arrays = (self.hashes, self.ends, self.starts, self.letters, self.peaks, self.sizes)
        object.__setattr__(self, "_views", tuple(array.data for array in arrays))
        object.__setattr__(self, "_total", int(self.lengths.sum(dtype=np.int64)))
        object.__setattr__(self, "_rows", {place: row for row, place in enumerate(self.common.tolist())})

    @property
    def size(self) -> int:
        """The number of passages."""
        return len(self.lengths)

    @property
    def total(self) -> int:
        """The lengths of all passages together."""
        return self._total

    def find(self, term: str) -> int:
        """The place of the term, -1 if no passage has it."""
        found = self._found.get(term, -1)
        return found if found >= 0 else self._search(term)

    def _search(self, term: str) -> int:
        hashes, ends, _, letters, _, _ = self._views
        wanted = raw(term)
        code = crc32(wanted)
        at = bisect_left(hashes, code)
        while at < len(hashes) and hashes[at] == code:
            if letters[ends[at - 1] if at else 0 : ends[at]] == wanted:
                if len(self._found) >= REMEMBERED:
                    self._found.clear()
                self._found[term] = at
                return at
            at += 1
        return -1

    def trust(self, at: int) -> None:
        """Makes sure that what is stored of the term can be believed. Raises SnapshotError."""
        if self.check:
            starts, row = self._views[2], self.row(at)
            self.check(starts[at], starts[at + 1], *((row, row + 1) if row >= 0 else (0, 0)))

    def postings(self, at: int) -> tuple[Numbers, npt.NDArray[Any]]:
        """The passages that have a term, ascending, and its counts in them; it must be trusted."""
        row = self.row(at)
        if row >= 0:
            passages = np.flatnonzero(self.frequent[row]).astype(np.int32)
            return passages, self.frequent[row][passages]
        starts = self._views[2]
        first, last = starts[at], starts[at + 1]
        return self.passages[first:last], self.counts[first:last]

    def pieces(self) -> Iterator[PostingLists]:
        """The lists of all terms, each once, some at a time and in no order. Raises SnapshotError."""
        first = 0
        while first < len(self.hashes):
            last = max(first + 1, int(np.searchsorted(self.starts, self.starts[first] + CHUNK, side="right")) - 1)
            of = slice(self.starts[first], self.starts[last])
            if self.check:
                self.check(of.start, of.stop, 0, 0)
            sizes = np.diff(self.starts[first : last + 1])
            listed = np.flatnonzero(sizes)
            yield PostingLists(first + listed, sizes[listed], self.passages[of], self.counts[of])
            first = last
        step = max(1, CHUNK // max(1, self.size))
        for first in range(0, len(self.common), step):
            places = self.common[first : first + step]
            if self.check:
                self.check(0, 0, first, first + len(places))
            rows, passages = np.nonzero(self.frequent[first : first + step])
            counts = self.frequent[first + rows, passages]
            yield PostingLists(places, np.bincount(rows, minlength=len(places)), passages.astype(np.int32), counts)

    def count(self, at: int) -> int:
        """How many passages have the term."""
        return int(self._views[5][at])

    def row(self, at: int) -> int:
        """The row of `frequent` that belongs to the term, -1 if none does."""
        return self._rows.get(at, -1)

    def peak(self, at: int) -> float:
        """The most that a posting of the term gave."""
        return float(self._views[4][at])

    def store(self, writer: Writer, prefix: str = "") -> None:
        """Puts the segment into a snapshot under names that begin so. Raises SnapshotError if it is damaged itself."""
        if self.check:
            self.check(0, len(self.passages), 0, len(self.common))
        for name in (*_WHOLE, "passages", "counts", "frequent"):
            writer.put(prefix + name, getattr(self, name))
        writer.about[prefix + "average"] = self.average
        writer.about[prefix + "scale"] = self.scale

    @classmethod
    def load(cls, snapshot: Snapshot, prefix: str = "") -> "Postings":
        """A segment that was stored in a file under these names. Raises SnapshotError."""
        passages, check_passages = snapshot.lazy(prefix + "passages")
        counts, check_counts = snapshot.lazy(prefix + "counts")
        frequent, check_frequent = snapshot.lazy(prefix + "frequent")
        size = frequent.shape[1]

        def check(first: int, last: int, first_row: int, last_row: int) -> None:
            check_passages(first, last)
            check_counts(first, last)
            check_frequent(first_row * size, last_row * size)

        return cls(
            **{name: snapshot.whole(prefix + name) for name in _WHOLE},
            passages=passages,
            counts=counts,
            frequent=frequent,
            average=snapshot.about[prefix + "average"],
            scale=snapshot.about.get(prefix + "scale", 1),
            check=check,
        )

    def terms(self) -> Iterator[bytes]:
        """The terms as they are stored, in order of their places."""
        letters = self.letters.tobytes()
        start = 0
        for end in self.ends.tolist():
            yield letters[start:end]
            start = end
