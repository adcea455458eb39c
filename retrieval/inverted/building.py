"""How do passages become inverted lists? Terms are numbered as they come, then everything is one sort."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from retrieval.inverted.formula import Bm25
from retrieval.inverted.segment import Segment, raw

CHUNK = 1 << 21
"""Postings that are worked on at a time: at most some 100 MB."""


FREQUENT = 8
"""A term that one of so many passages has is looked up without a search."""
SMALL = 128
"""Among so few passages every term is."""


class _Numbers(dict[str, int]):
    """Terms by number, in the order of their first use."""

    def __missing__(self, term: str) -> int:
        self[term] = number = len(self)
        return number


class Builder:
    """Collects the terms of passages; `segment` makes the lists of them."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._terms = array("i")
        self._lengths = array("I")

    @property
    def terms(self) -> int:
        """How many terms were collected, repetitions included."""
        return len(self._terms)

    def add(self, terms: Sequence[str]) -> None:
        """The terms of the next passage."""
        self._terms.extend(map(self._numbers.__getitem__, terms))
        self._lengths.append(len(terms))

    def segment(self, formula: Bm25) -> Segment:
        """The inverted lists of all passages so far."""
        words = [raw(term) for term in self._numbers]
        hashes = np.fromiter(map(crc32, words), dtype=np.uint32, count=len(words))
        order = np.argsort(hashes, kind="stable")
        place = np.empty(len(words), dtype=np.int64)
        place[order] = np.arange(len(words))
        lengths = np.array(self._lengths, dtype=np.uint32)
        bits = max(1, len(lengths)).bit_length()
        keys = place[np.frombuffer(self._terms, dtype=np.int32)] << bits
        keys |= np.repeat(np.arange(len(lengths)), lengths)
        keys.sort()
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        counts = np.diff(first, append=len(keys))
        keys = keys[first]
        ordered = [words[at] for at in order.tolist()]
        starts = np.zeros(len(words) + 1, dtype=np.int64)
        np.cumsum(np.bincount(keys >> bits, minlength=len(words)), out=starts[1:])
        passages = (keys & ((1 << bits) - 1)).astype(np.int32)
        counts = counts.astype(smallest(int(counts.max(initial=0))))
        average = float(lengths.mean()) if len(lengths) else 0.0
        common = common_terms(starts, len(lengths))
        frequent = np.zeros((len(common), len(lengths)), dtype=counts.dtype)
        fill_frequent(frequent, common, starts, passages, counts)
        return Segment(
            hashes=hashes[order],
            letters=np.frombuffer(b"".join(ordered), dtype=np.uint8),
            ends=np.cumsum([len(word) for word in ordered], dtype=np.int64),
            starts=starts,
            passages=passages,
            counts=counts,
            lengths=lengths,
            peaks=peaks(starts, passages, counts, lengths, average, formula),
            common=common,
            frequent=frequent,
            average=average,
        )


def segment_of(passages: Iterable[Sequence[str]], formula: Bm25) -> Segment:
    """The inverted lists of passages, each given as its terms."""
    builder = Builder()
    for terms in passages:
        builder.add(terms)
    return builder.segment(formula)


def smallest(most: int) -> type[np.unsignedinteger]:
    """The smallest type that holds counts up to `most`."""
    return np.uint8 if most < 1 << 8 else np.uint16 if most < 1 << 16 else np.uint32


def common_terms(starts: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.int64]:
    """The terms that get a row of `Segment.frequent`."""
    return np.flatnonzero((np.diff(starts) * FREQUENT >= size) | (size <= SMALL))


def fill_frequent(
    frequent: npt.NDArray[Any],
    common: npt.NDArray[np.int64],
    starts: npt.NDArray[np.int64],
    passages: npt.NDArray[np.int32],
    counts: npt.NDArray[Any],
) -> None:
    """Puts the counts of the common terms into their rows, which are zeros."""
    for row, at in zip(frequent, common.tolist(), strict=True):
        of = slice(starts[at], starts[at + 1])
        row[passages[of]] = counts[of]


def chunks(starts: npt.NDArray[np.int64]) -> list[tuple[int, int]]:
    """Runs of terms, from one place to another, with at most `CHUNK` postings, or of one term with more."""
    runs: list[tuple[int, int]] = []
    first = 0
    while first < len(starts) - 1:
        last = max(first + 1, int(np.searchsorted(starts, starts[first] + CHUNK, side="right")) - 1)
        runs.append((first, last))
        first = last
    return runs


def peaks(
    starts: npt.NDArray[np.int64],
    passages: npt.NDArray[np.int32],
    counts: npt.NDArray[Any],
    lengths: npt.NDArray[np.uint32],
    average: float,
    formula: Bm25,
) -> npt.NDArray[np.float64]:
    """The most that a posting of each term gives; every term has one."""
    most = np.empty(len(starts) - 1)
    if len(most):
        norms = formula.norms(lengths, average)
        for first, last in chunks(starts):
            of = slice(starts[first], starts[last])
            most[first:last] = np.maximum.reduceat(
                formula.weights(counts[of], norms[passages[of]]), starts[first:last] - starts[first]
            )
    return most
