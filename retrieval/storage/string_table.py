"""How are half a million words kept without half a million objects? As letters in one array, in order."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from retrieval.arrays import MadeOfFields

REMEMBERED = 50_000
"""Strings whose number is remembered, at about 100 bytes each."""

SHELF = 256
"""Strings of one first sign and length that are kept as a list once somebody looked among them; more are not."""

_END = "\n"


def raw(text: str) -> bytes:
    """The text as it is stored; a lone surrogate is no error."""
    return text.encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True, eq=False)
class StringTable(MadeOfFields, Sequence[str]):
    """Distinct strings without line breaks, known by their number from 0: by first sign, then length, then alphabet.

    `letters` (uint8) are all of them in UTF-8, each with a line break behind it; `ends` (int64) tells where each ends,
    its line break included.
    """

    letters: npt.NDArray[np.uint8]
    ends: npt.NDArray[np.int64]
    _found: dict[str, int] = field(default_factory=dict, init=False)
    _shelves: dict[tuple[str, int], tuple[int, int, list[str]]] = field(default_factory=dict, init=False)
    _views: tuple[Any, Any] = field(init=False)

    def __post_init__(self) -> None:
        # Looking up one number is far quicker through a memoryview than through numpy.
        object.__setattr__(self, "_views", (self.letters.data, self.ends.data))

    @classmethod
    def of(cls, strings: Iterable[str]) -> "StringTable":
        """These strings, which may come in any order."""
        ordered = [raw(text + _END) for text in sorted(strings, key=_place)]
        ends = np.cumsum([len(one) for one in ordered], dtype=np.int64)
        return cls(np.frombuffer(b"".join(ordered), dtype=np.uint8), ends)

    def __len__(self) -> int:
        return len(self.ends)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            first, last, step = at.indices(len(self))
            return self._between(first, last)[::step] if step > 0 else [self[n] for n in range(first, last, step)]
        letters, ends = self._views
        return str(letters[ends[at - 1] if at else 0 : ends[at] - 1], "utf-8", "surrogatepass")

    def find(self, text: str) -> int:
        """The number of the string, -1 if it is none of these."""
        found = self._found.get(text)
        if found is None:
            begin, end, alike = self._shelf(text[:1], len(text))
            if alike:
                at = begin + bisect_left(alike, text)
            else:
                at = bisect_left(range(len(self)), text, begin, end, key=self.__getitem__)
            found = at if at < end and self[at] == text else -1
            if found >= 0:  # words of strangers are not kept
                if len(self._found) >= REMEMBERED:
                    self._found.clear()
                self._found[text] = found
        return found

    def with_part(self, text: str) -> Iterator[str]:
        """The strings that have the text with neither letter nor digit beside it, as "28.02.2014" has "2014"."""
        letters = str(self._views[0], "utf-8", "surrogatepass")
        if text in letters:
            for found in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", letters):
                yield letters[letters.rfind(_END, 0, found.start()) + 1 : letters.index(_END, found.end())]

    def alike(self, first: str, shortest: int, longest: int) -> list[str]:
        """The strings that begin with this sign and have so many signs, both ends included."""
        begin, end = (self._first(first, length) for length in (shortest, longest + 1))
        return self._between(begin, end)

    def _shelf(self, first: str, length: int) -> tuple[int, int, list[str]]:
        """Where the strings of this first sign and length begin and end, and these themselves unless they are many."""
        found = self._shelves.get((first, length))
        if found is None:
            begin, end = self._first(first, length), self._first(first, length + 1)
            found = (begin, end, self._between(begin, end) if end - begin <= SHELF else [])
            if len(self._shelves) >= REMEMBERED // SHELF:
                self._shelves.clear()
            self._shelves[first, length] = found
        return found

    def _first(self, first: str, length: int) -> int:
        """Where the strings begin that have this first sign and so many signs, or would come behind those."""
        return bisect_left(range(len(self)), (first, length), key=lambda n: _place(self[n])[:2])

    def _between(self, first: int, last: int) -> list[str]:
        if first >= last:
            return []
        letters, ends = self._views
        return str(letters[ends[first - 1] if first else 0 : ends[last - 1] - 1], "utf-8", "surrogatepass").split(_END)


def _place(text: str) -> tuple[str, int, str]:
    return text[:1], len(text), text
