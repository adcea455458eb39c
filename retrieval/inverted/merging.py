"""How do several segments become one? Their lists are put behind each other, without what no longer counts."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.inverted.building import chunks, common_terms, fill_frequent, peaks
from retrieval.inverted.formula import Bm25
from retrieval.inverted.segment import Segment

Kept = npt.NDArray[np.bool_] | None
New = Callable[[str, npt.DTypeLike, tuple[int, ...]], npt.NDArray[Any]]


def merge(segments: Sequence[Segment], kept: Sequence[Kept], formula: Bm25, new: New) -> dict[str, Any]:
    """The fields of the segment of all passages, in order; of each old one those that are `kept`, None for all.

    `new` makes the arrays, by name, type and shape: in memory or in a file. Besides them and the terms themselves, some
    100 MB are in use.
    """
    numbers: dict[bytes, int] = {}
    number_of = []
    for segment in segments:
        own = (numbers.setdefault(term, len(numbers)) for term in segment.terms())
        number_of.append(np.fromiter(own, np.int64, len(segment.hashes)))
    sizes = np.zeros(len(numbers), np.int64)
    hashes = np.zeros(len(numbers), np.uint32)
    for segment, keep, number in zip(segments, kept, number_of, strict=True):
        hashes[number] = segment.hashes
        for first, last in chunks(segment.starts):
            sizes[number[first:last]] += _sizes(segment, keep, first, last)
    used = np.flatnonzero(sizes)
    order = used[np.argsort(hashes[used], kind="stable")]
    place = np.full(len(numbers), -1)
    place[order] = np.arange(len(order))
    words = list(numbers)
    ordered = [words[at] for at in order.tolist()]

    fields: dict[str, Any] = {}

    def make(name: str, dtype: npt.DTypeLike, shape: tuple[int, ...]) -> npt.NDArray[Any]:
        fields[name] = new(name, dtype, shape)
        return fields[name]  # type: ignore[no-any-return]

    make("hashes", np.uint32, order.shape)[:] = hashes[order]
    make("letters", np.uint8, (sum(map(len, ordered)),))[:] = np.frombuffer(b"".join(ordered), np.uint8)
    make("ends", np.int64, order.shape)[:] = np.cumsum([len(word) for word in ordered], dtype=np.int64)
    starts = make("starts", np.int64, (len(order) + 1,))
    starts[0] = 0
    np.cumsum(sizes[order], out=starts[1:])
    counts_type = max((segment.counts.dtype for segment in segments), key=lambda dtype: dtype.itemsize)
    passages = make("passages", np.int32, (int(starts[-1]),))
    counts = make("counts", counts_type, (int(starts[-1]),))
    lengths = np.concatenate(
        [s.lengths if keep is None else s.lengths[keep] for s, keep in zip(segments, kept, strict=True)]
    )
    make("lengths", np.uint32, lengths.shape)[:] = lengths
    free = np.array(starts[:-1])  # where the next posting of each term goes
    offset = 0
    for segment, keep, number in zip(segments, kept, number_of, strict=True):
        renumbered = np.arange(segment.size) if keep is None else np.cumsum(keep) - 1
        for first, last in chunks(segment.starts):
            of = slice(segment.starts[first], segment.starts[last])
            stays = slice(None) if keep is None else keep[segment.passages[of]]
            size = _sizes(segment, keep, first, last)
            to, size = place[number[first:last]][size > 0], size[size > 0]
            target = np.repeat(free[to] - (np.cumsum(size) - size), size) + np.arange(size.sum())
            passages[target] = renumbered[segment.passages[of][stays]] + offset
            counts[target] = segment.counts[of][stays]
            free[to] += size
        offset += segment.size if keep is None else int(keep.sum())
    fields["average"] = float(lengths.mean()) if len(lengths) else 0.0
    make("peaks", np.float64, order.shape)[:] = peaks(starts, passages, counts, lengths, fields["average"], formula)
    common = common_terms(starts, len(lengths))
    make("common", np.int64, common.shape)[:] = common
    fill_frequent(make("frequent", counts_type, (len(common), len(lengths))), common, starts, passages, counts)
    return fields


def merged(segments: Sequence[Segment], kept: Sequence[Kept], formula: Bm25) -> Segment:
    """The same as a segment in memory."""
    return Segment(**merge(segments, kept, formula, lambda _, dtype, shape: np.zeros(shape, dtype)))


def _sizes(segment: Segment, keep: Kept, first: int, last: int) -> npt.NDArray[np.int64]:
    """How many kept passages have each of the terms from one place to another."""
    sizes = np.diff(segment.starts[first : last + 1])
    if keep is None:
        return sizes
    stays = keep[segment.passages[segment.starts[first] : segment.starts[last]]]
    return np.bincount(np.repeat(np.arange(last - first), sizes)[stays], minlength=last - first)
