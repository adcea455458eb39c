"""Which sentences are one another reworded? Those that have most of their words in common, in order.

Each is held against each other where there are few. Where there are many, as when every line of a long list changed,
each is held against those at about the same place, so that time and memory grow with the sentences and not with their
square.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

MIN_ALIKE = 0.5
"""Share of the words, in order, that two sentences have in common from which one is the other reworded, 0 to 1."""
PAIRS = 250_000
"""Pairs of sentences that are looked at for one document: 500 sentences with 500 take some 50 ms and 3 MB."""
NEAR = 10
"""To so many sentences before and behind its place, at least, each is held where there are more."""
_ROWS = 500
"""Sentences that are held against others at a time, which bounds the memory."""
_SURROGATES = range(0xD800, 0xE000)
_LETTERS = 0x110000 - len(_SURROGATES)

Pair = tuple[int, int, float]


def reworded(removed: Sequence[Sequence[str]], added: Sequence[Sequence[str]]) -> list[Pair]:
    """Places of sentences, given as their words, that are one another reworded, and how alike; in the order of `added`.

    The most alike are paired first.
    """
    left, right = _as_letters(removed, added)
    found = [*_likely(left, right)]
    if not found:
        return []
    alike, a, b = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.lexsort((b, a, -alike))
    partner: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for share, one, other in zip(alike[order].tolist(), a[order].tolist(), b[order].tolist(), strict=True):
        if one not in taken and other not in partner:
            taken.add(one)
            partner[other] = (one, share)
    return [(one, other, share) for other, (one, share) in sorted(partner.items())]


def _as_letters(*sides: Sequence[Sequence[str]]) -> list[list[str]]:
    """Each distinct word as a letter, since letters are compared many times faster than words."""
    letters: dict[str, str] = {}
    return [
        ["".join(letters.setdefault(word, _letter(len(letters))) for word in sentence) for sentence in side]
        for side in sides
    ]


def _letter(number: int) -> str:
    """The sign of this number, those left out that are halves of others; from the last one on they come again."""
    code = number % _LETTERS
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def _likely(
    left: Sequence[str], right: Sequence[str]
) -> Iterator[tuple[npt.NDArray[np.float32], npt.NDArray[np.intp], npt.NDArray[np.intp]]]:
    """How alike, and which places: of each two that are alike enough, some at a time."""
    rows, reach = _ROWS, len(right)
    if len(left) * len(right) > PAIRS:
        reach = max(NEAR, PAIRS // (2 * max(len(left), len(right))))
        rows = 2 * reach
    for first in range(0, len(left), rows):
        last = min(first + rows, len(left))
        begin = max(0, first * len(right) // len(left) - reach)
        end = min(len(right), -(-last * len(right) // len(left)) + reach)
        alike = cdist(left[first:last], right[begin:end], scorer=Indel.normalized_similarity, score_cutoff=MIN_ALIKE)
        a, b = np.nonzero(alike >= MIN_ALIKE)
        yield alike[a, b].astype(np.float32), a + first, b + begin
