"""Where do the texts of passages stand? In memory, or one behind the other in a file."""

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np

from retrieval.inverted.segment import raw
from retrieval.inverted.snapshot import Snapshot, Writer


class StoredTexts(Sequence[str]):
    """Texts in a snapshot, read when they are asked for. Raises SnapshotError where they cannot be believed."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._letters, self._check = snapshot.lazy("texts")
        self._ends = snapshot.whole("text_ends")

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        first, last = int(self._ends[at - 1]) if at else 0, int(self._ends[at])
        self._check(first, last)
        return self._letters[first:last].tobytes().decode("utf-8", "surrogatepass")


def store(writer: Writer, texts: Iterator[str]) -> None:
    """Puts the texts into a snapshot, from which `StoredTexts` reads them."""
    ends: list[int] = [0]

    def pieces() -> Iterator[bytes]:
        for text in texts:
            piece = raw(text)
            ends.append(ends[-1] + len(piece))
            yield piece

    writer.put_bytes("texts", pieces())
    writer.put("text_ends", np.array(ends[1:], dtype=np.int64))
