"""Which passages have a term? The inverted lists of a run of passages, written once and never changed."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from retrieval.inverted.snapshot import Snapshot

REMEMBERED = 50_000
"""Terms whose place is remembered, at about 100 bytes each."""

Positions = npt.NDArray[np.int32]
Check = Callable[[int, int, int], None]


def raw(term: str) -> bytes:
    """The term as it is stored; a lone surrogate is no error."""
    return term.encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Inverted lists over N passages, known by their position from 0, and V terms, known by their place from 0.

    `hashes` (V, uint32) are the CRC-32 of the terms, ascending; the terms themselves stand one after the other in
    `letters` (uint8) up to `ends` (V, int64). The list of term i is `passages` (int32, ascending) and `counts` (uint8,
    uint16 or uint32, 1 or more) from `starts[i]` to `starts[i + 1]`. `lengths` (N, uint32) counts the terms of each
    passage. `peaks` (V, float64) is the most that a posting of the term gave, as a share of its idf, when the mean
    length was `average`.

    Of terms that many passages have, `frequent` (F, N, as `counts`) holds the counts in all passages once more, so that
    one passage is looked up at once; `common` (F, int64, ascending) are the places of these terms.

    `check` is called before the list of a term is used, with where it begins and ends and the term's row; it raises
    where they cannot be believed.
    """

    hashes: npt.NDArray[np.uint32]
    letters: npt.NDArray[np.uint8]
    ends: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    passages: Positions
    counts: npt.NDArray[Any]
    lengths: npt.NDArray[np.uint32]
    peaks: npt.NDArray[np.float64]
    common: npt.NDArray[np.int64]
    frequent: npt.NDArray[Any]
    average: float
    check: Check | None = None
    _found: dict[str, int] = field(default_factory=dict, init=False)
    _total: int = field(init=False)
    _rows: dict[int, int] = field(init=False)
    _views: tuple[Any, ...] = field(init=False)

    def __post_init__(self) -> None:
        # Looking up one number is far quicker through a memoryview than through numpy.
        views = (self.hashes.data, self.ends.data, self.starts.data, self.letters.data, self.peaks.data)
        object.__setattr__(self, "_views", views)
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
        hashes, ends, _, letters, _ = self._views
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

    def bounds(self, at: int) -> tuple[int, int]:
        """Where the list of a term begins and ends."""
        starts = self._views[2]
        return starts[at], starts[at + 1]

    def trust(self, at: int) -> None:
        """Makes sure that what is stored of the term can be believed. Raises SnapshotError."""
        if self.check:
            self.check(*self.bounds(at), self.row(at))

    def count(self, at: int) -> int:
        """How many passages have the term."""
        starts = self._views[2]
        return int(starts[at + 1] - starts[at])

    def row(self, at: int) -> int:
        """The row of `frequent` that belongs to the term, -1 if none does."""
        return self._rows.get(at, -1)

    def peak(self, at: int) -> float:
        """The most that a posting of the term gave."""
        return float(self._views[4][at])

    @classmethod
    def load(cls, snapshot: Snapshot, prefix: str = "") -> "Segment":
        """A segment that was stored in a file under these names. Raises SnapshotError."""
        passages, check_passages = snapshot.lazy(prefix + "passages")
        counts, check_counts = snapshot.lazy(prefix + "counts")
        frequent, check_frequent = snapshot.lazy(prefix + "frequent")
        size = frequent.shape[1]

        def check(first: int, last: int, row: int) -> None:
            check_passages(first, last)
            check_counts(first, last)
            if row >= 0:
                check_frequent(row * size, (row + 1) * size)

        whole = ("hashes", "letters", "ends", "starts", "lengths", "peaks", "common")
        return cls(
            **{name: snapshot.whole(prefix + name) for name in whole},
            passages=passages,
            counts=counts,
            frequent=frequent,
            average=snapshot.about[prefix + "average"],
            check=check,
        )

    def terms(self) -> Iterator[bytes]:
        """The terms as they are stored, in order of their places."""
        letters = self.letters.tobytes()
        start = 0
        for end in self.ends.tolist():
            yield letters[start:end]
            start = end
