"""Which names hold what was typed so far, or resemble it? Many names, looked through at once.

All names stand one behind the other as numbers, one a character, so that numpy finds a fragment in a hundred thousand
of them in a few milliseconds.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

MIN_LIKENESS = 60
"""Likeness, of 100, from which a name resembles what was typed (rapidfuzz's WRatio)."""
COMPARED = 500
"""Names that are held letter by letter against what was typed; of more, those that share most pairs of letters."""
_MAX_SHARED = 200_000
"""Names of pairs of letters that are counted to find those, the rarest pairs first."""
_SCANNED = 4
"""Letters of a fragment that are looked for in all names, the rarest ones; the others only where these stand."""
_END = 0
"""What stands behind each name. No letter has this number, so nothing typed reaches from one name into the next."""
_PAIRS = 1 << 16

Numbers = npt.NDArray[np.int64]
Letters = npt.NDArray[np.unsignedinteger]


class Names:
    """Names in a fixed order, which decides between those that fit equally well. Capitals make no difference."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def complete(self, typed: str, limit: int) -> tuple[str, ...]:
        """At most `limit` names (1 or more) that fit, best first: those that hold it early, else those alike."""
        sought = typed.strip().casefold()
        if not sought:
            return tuple(self._names[:limit])
        return self._holding(sought, limit) or self._alike(sought, limit)

    @cached_property
    def _starts(self) -> Numbers:
        """Where each name begins among the letters, and behind the last one how many letters there are."""
        lengths = np.fromiter((len(name.casefold()) + 1 for name in self._names), np.int64, len(self._names))
        return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])

    @cached_property
    def _letters(self) -> tuple[Letters, dict[str, int], list[int]]:
        """The small letters of all names by number, the number of each letter, and how often it stands there."""
        folded = "\0".join(name.casefold() for name in self._names) + "\0"
        codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        alphabet = np.flatnonzero(np.bincount(codes))
        number_of = np.zeros(alphabet[-1] + 1, dtype=np.min_scalar_type(len(alphabet)))
        number_of[alphabet] = np.arange(1, len(alphabet) + 1)
        letters = number_of[codes]
        letters[self._starts[1:] - 1] = _END
        counts: list[int] = np.bincount(letters, minlength=len(alphabet) + 1).tolist()
        return letters, {chr(code): number for number, code in enumerate(alphabet.tolist(), 1)}, counts

    @cached_property
    def _name_of(self) -> npt.NDArray[np.int32]:
        """Of each letter the number of its name."""
        return np.repeat(np.arange(len(self._names), dtype=np.int32), np.diff(self._starts))

    def _holding(self, sought: str, limit: int) -> tuple[str, ...]:
        """The names that hold it: the earlier in the name, the better."""
        letters, number_of, counts = self._letters
        places = len(letters) - len(sought) + 1
        if not self._names or places <= 0 or not all(char in number_of for char in sought):
            return ()
        own = [number_of[char] for char in sought]
        order = sorted(range(len(own)), key=lambda at: counts[own[at]])
        here = letters[order[0] : order[0] + places] == own[order[0]]
        for at in order[1:_SCANNED]:
            here &= letters[at : at + places] == own[at]
        begins = np.flatnonzero(here)
        for at in order[_SCANNED:]:
            begins = begins[letters[begins + at] == own[at]]
        if not len(begins):
            return ()
        numbers = self._name_of[begins]
        is_first = np.ones(len(begins), dtype=bool)
        np.not_equal(numbers[1:], numbers[:-1], out=is_first[1:])
        numbers, begins = numbers[is_first], begins[is_first]
        worth = (begins - self._starts[numbers]) * len(self._names) + numbers  # by place, then by number
        best = np.sort(np.partition(worth, limit - 1)[:limit] if limit < len(worth) else worth)
        return tuple(self._names[number] for number in (best % len(self._names)).tolist())

    def _alike(self, sought: str, limit: int) -> tuple[str, ...]:
        """The names that resemble it, the most alike first."""
        compared = [self._names[number] for number in self._sharing(sought)]
        found = process.extract(
            sought, compared, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=MIN_LIKENESS, limit=limit
        )
        return tuple(name for name, _, _ in found)

    def _sharing(self, sought: str) -> Sequence[int]:
        """The numbers of the names that may resemble it: all of a few, else those that share most with it."""
        if len(self._names) <= COMPARED:
            return range(len(self._names))
        names, bounds = self._names_with_pairs
        letters = self._letters[0]
        number_of = self._letters[1]
        own = np.array([number_of.get(char, _END) for char in sought], dtype=letters.dtype)
        runs = [(bounds[pair], bounds[pair + 1]) for pair in np.unique(_pairs(own)).tolist()]
        shared = np.zeros(len(self._names), dtype=np.int16)
        left = _MAX_SHARED
        for first, last in sorted(runs, key=lambda run: run[1] - run[0]):
            left -= last - first
            if left < 0:
                break
            shared[names[first:last]] += 1
        likely = np.flatnonzero(shared)
        if len(likely) > COMPARED:  # of those that share as much the first
            likely = np.sort(likely[np.argsort(-shared[likely], kind="stable")[:COMPARED]])
        return likely.tolist()

    @cached_property
    def _names_with_pairs(self) -> tuple[npt.NDArray[np.int32], list[int]]:
        """The numbers of the names with each pair of letters, pair by pair, and where those of each pair begin."""
        pairs = _pairs(self._letters[0])
        order = np.argsort(pairs, kind="stable")
        pairs, numbers = pairs[order], self._name_of[order]
        is_new = np.ones(len(pairs), dtype=bool)
        is_new[1:] = (pairs[1:] != pairs[:-1]) | (numbers[1:] != numbers[:-1])
        bounds = np.cumsum(np.bincount(pairs[is_new], minlength=_PAIRS))
        return numbers[is_new], [0, *bounds.tolist()]


def _pairs(letters: Letters) -> npt.NDArray[np.uint16]:
    """A number for each two letters that follow each other: of up to 256 different letters each pair has its own."""
    return letters[:-1].astype(np.uint16) * np.uint16(256) + letters[1:].astype(np.uint16)
