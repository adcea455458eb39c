"""Where do the texts of passages stand? In memory, or one behind the other in a file."""

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from retrieval.storage.array_file import Snapshot, Writer
from retrieval.storage.lazy_sequence import LazySequence
from retrieval.storage.string_table import raw

PIECE = 1 << 20
"""Bytes that are copied at a time."""


class StoredTexts(LazySequence[str]):
    """Texts in a snapshot, read when they are asked for. Raises SnapshotError where they cannot be believed."""

    def __init__(self, snapshot: Snapshot, name: str) -> None:
        self._letters, self._check = snapshot.lazy(name)
        self.ends = snapshot.whole(name + "_ends")
        super().__init__(len(self.ends), self._text)

    def pieces(self) -> Iterator[bytes]:
        """All texts one behind the other, as they stand there, some at a time; each ends at one of `ends`."""
        for first in range(0, len(self._letters), PIECE):
            last = min(first + PIECE, len(self._letters))
            self._check(first, last)
            yield self._letters[first:last].tobytes()

    def _text(self, at: int) -> str:
        first, last = int(self.ends[at - 1]) if at else 0, int(self.ends[at])
        self._check(first, last)
        return self._letters[first:last].tobytes().decode("utf-8", "surrogatepass")


def store(writer: Writer, name: str, parts: Iterable[Iterable[str]]) -> None:
    """Puts the texts of all parts into a snapshot under a name, from which `StoredTexts` reads them.

    Raises SnapshotError where texts that come from a snapshot themselves cannot be believed.
    """
    ends: list[npt.NDArray[np.int64]] = [np.empty(0, np.int64)]

    def pieces() -> Iterator[bytes]:
        before = 0
        for part in parts:
            if isinstance(part, StoredTexts):
                yield from part.pieces()
                ends.append(part.ends + before)
            else:
                lengths = []
                for text in part:
                    piece = raw(text)
                    lengths.append(len(piece))
                    yield piece
                ends.append(np.cumsum(lengths, dtype=np.int64) + before)
            before = max(before, int(ends[-1].max(initial=0)))

    writer.put_bytes(name, pieces())
    writer.put(name + "_ends", np.concatenate(ends))
