"""How do passages become inverted lists? Terms are numbered as they come, then everything is one sort."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from retrieval.arrays import Flags, Floats, Numbers, Positions
from retrieval.bm25.formula import Bm25
from retrieval.bm25.postings import Postings
from retrieval.storage.string_table import raw

FREQUENT = 8
"""A term that one of so many passages has is looked up without a search."""
SMALL = 128
"""Among so few passages every term gets one."""


class Numbering(dict[str, int]):
    """Terms by number, in the order of their first use."""

    def __missing__(self, term: str) -> int:
        self[term] = number = len(self)
        return number


class Builder:
    """Collects the terms of passages; `segment` makes the lists of them."""

    def __init__(self) -> None:
        self._numbers = Numbering()
        self._terms = array("i")
        self._sizes = array("I")
        self._lengths = array("I")

    @property
    def terms(self) -> int:
        """How many terms were collected, repetitions included."""
        return len(self._terms)

    def add(self, terms: Sequence[str], uncounted: int = 0) -> None:
        """The terms of the next passage, of which so many make it no longer: other forms of its words."""
        self._terms.extend(map(self._numbers.__getitem__, terms))
        self._sizes.append(len(terms))
        self._lengths.append(len(terms) - uncounted)

    def postings(self, formula: Bm25) -> Postings:
        """The inverted lists of all passages so far."""
        lengths = np.array(self._lengths, dtype=np.uint32)
        passages = np.repeat(np.arange(len(lengths)), np.frombuffer(self._sizes, dtype=np.uint32))
        terms = np.frombuffer(self._terms, dtype=np.int32)
        return inverted(list(self._numbers), Occurrences(terms, passages), lengths, formula)


class Occurrences(NamedTuple):
    """Which terms, by number, stand in which passages, in any order; of each so many parts of a term, else one."""

    terms: npt.NDArray[Any]
    passages: npt.NDArray[Any]
    parts: npt.NDArray[Any] | None = None


def inverted(
    terms: Sequence[str], found: Occurrences, lengths: npt.NDArray[Any], formula: Bm25, scale: int = 1
) -> Postings:
    """The inverted lists of passages of these lengths, in terms; `scale` parts of a term are one.

    What is found of one term in one passage is added up. `terms` without an occurrence have no list.
    """
    words = [raw(term) for term in terms]
    hashes = np.fromiter(map(crc32, words), dtype=np.uint32, count=len(words))
    used = np.zeros(len(words), dtype=bool)
    used[found.terms] = True
    order = np.argsort(hashes, kind="stable")
    order = order[used[order]]
    place = np.empty(len(words), dtype=np.int64)
    place[order] = np.arange(len(order))
    at, passages, counts = _sorted(place[found.terms], found.passages, found.parts, len(lengths))
    counts = counts.astype(smallest(int(counts.max(initial=0))))
    sizes = np.bincount(at, minlength=len(order))
    average = float(lengths.mean()) if len(lengths) else 0.0
    common, listed = divided(sizes, len(lengths))
    frequent = np.zeros((len(common), len(lengths)), dtype=counts.dtype)
    is_listed = listed[at]
    frequent[np.searchsorted(common, at[~is_listed]), passages[~is_listed]] = counts[~is_listed]
    ordered = [words[number] for number in order.tolist()]
    return Postings(
        hashes=hashes[order],
        letters=np.frombuffer(b"".join(ordered), dtype=np.uint8),
        ends=np.cumsum([len(word) for word in ordered], dtype=np.int64),
        sizes=sizes.astype(np.int32),
        starts=np.concatenate([[0], np.cumsum(sizes * listed)]),
        passages=passages[is_listed],
        counts=counts[is_listed],
        common=common,
        frequent=frequent,
        lengths=lengths.astype(np.uint16 if lengths.max(initial=0) < (1 << 16) - 1 else np.uint32),
        peaks=peaks(sizes, passages, counts, scale * formula.norms(lengths, average or 1.0), formula, scale),
        average=average,
        scale=scale,
    )


def _sorted(
    places: Positions, passages: npt.NDArray[Any], parts: npt.NDArray[Any] | None, size: int
) -> tuple[Positions, Numbers, Positions]:
    """Term, passage and count of each posting, by term and then by passage, from occurrences in any order."""
    bits = max(1, size).bit_length()
    keys = places << bits
    keys |= passages
    if parts is None:
        keys.sort()
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        counts = np.diff(first, append=len(keys))
    else:  # they ride in the lowest bits of what is sorted, several times as fast as sorting by places
        low = int(parts.max(initial=1)).bit_length()
        keys <<= low
        keys |= parts
        keys.sort()
        parts = keys & ((1 << low) - 1)
        keys >>= low
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        counts = np.add.reduceat(parts, first) if len(first) else np.empty(0, np.int64)
    keys = keys[first]
    return keys >> bits, (keys & ((1 << bits) - 1)).astype(np.int32), counts


def postings_of(passages: Iterable[Sequence[str]], formula: Bm25) -> Postings:
    """The inverted lists of passages, each given as its terms."""
    builder = Builder()
    for terms in passages:
        builder.add(terms)
    return builder.postings(formula)


def smallest(most: int) -> type[np.unsignedinteger]:
    """The smallest type that holds counts up to `most`."""
    return np.uint8 if most < 1 << 8 else np.uint16 if most < 1 << 16 else np.uint32


def divided(sizes: Positions, size: int) -> tuple[Positions, Flags]:
    """The terms that get a row of `Postings.frequent`, and of each term whether it gets a list instead."""
    is_common = (sizes * FREQUENT >= size) | (size <= SMALL)
    return np.flatnonzero(is_common), ~is_common


def peaks(
    sizes: Positions,
    passages: Numbers,
    counts: npt.NDArray[Any],
    norms: Floats,
    formula: Bm25,
    scale: int = 1,
) -> Floats:
    """The most that a posting of each term gives, for lists of these sizes, none empty, one behind the other."""
    if not len(sizes):
        return np.empty(0)
    return np.maximum.reduceat(formula.weights(counts, norms[passages], scale), np.cumsum(sizes) - sizes)
