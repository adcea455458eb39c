"""How do several segments become one? Their lists are put behind each other, without what no longer counts."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.arrays import Flags
from retrieval.bm25.builder import divided, peaks
from retrieval.bm25.formula import Bm25
from retrieval.bm25.postings import PostingLists, Postings

Kept = Flags | None
New = Callable[[str, npt.DTypeLike, tuple[int, ...]], npt.NDArray[Any]]


def merge(segments: Sequence[Postings], kept: Sequence[Kept], formula: Bm25, new: New) -> dict[str, Any]:
    """The fields of the segment of all passages, in order; of each old one those that are `kept`, None for all.

    `new` makes the arrays, by name, type and shape: in memory or in a file. Besides them and the terms themselves, some
    100 MB are in use. Raises SnapshotError where a list that is mapped cannot be believed.
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
        if keep is None:
            sizes[number] += segment.sizes
        else:
            for whole in segment.pieces():
                piece = _kept(whole, keep)
                sizes[number[piece.places]] += piece.sizes
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
    sizes = sizes[order]
    lengths = np.concatenate(
        [
            np.empty(0, np.uint16),
            *(s.lengths if keep is None else s.lengths[keep] for s, keep in zip(segments, kept, strict=True)),
        ]
    )
    common, listed = divided(sizes, len(lengths))
    starts = np.concatenate([[0], np.cumsum(sizes * listed)])
    for name, values in (
        ("sizes", sizes.astype(np.int32)),
        ("starts", starts),
        ("common", common),
        ("lengths", lengths),
    ):
        make(name, values.dtype, values.shape)[:] = values
    counts_type = np.result_type(np.uint8, *(segment.counts.dtype for segment in segments))
    passages = make("passages", np.int32, (int(starts[-1]),))
    counts = make("counts", counts_type, (int(starts[-1]),))
    frequent = make("frequent", counts_type, (len(common), len(lengths)))
    most = make("peaks", np.float64, order.shape)
    fields["average"] = float(lengths.mean()) if len(lengths) else 0.0
    norms = formula.norms(lengths, fields["average"] or 1.0)
    free = starts[:-1].copy()  # where the next posting of each term goes
    offset = 0
    for segment, keep, number in zip(segments, kept, number_of, strict=True):
        renumbered = offset + (np.arange(segment.size) if keep is None else np.cumsum(keep) - 1)
        for whole in segment.pieces():
            piece = whole if keep is None else _kept(whole, keep)
            terms, moved = place[number[piece.places]], renumbered[piece.passages].astype(np.int32)
            if len(terms):
                most[terms] = np.maximum(most[terms], peaks(piece.sizes, moved, piece.counts, norms, formula))
            in_list = np.repeat(listed[terms], piece.sizes)
            begins = free[terms] - (np.cumsum(piece.sizes) - piece.sizes)
            target = (np.repeat(begins, piece.sizes) + np.arange(len(moved)))[in_list]
            passages[target] = moved[in_list]
            counts[target] = piece.counts[in_list]
            rows = np.repeat(np.searchsorted(common, terms), piece.sizes)[~in_list]
            frequent[rows, moved[~in_list]] = piece.counts[~in_list]
            free[terms] += piece.sizes
        offset += segment.size if keep is None else int(keep.sum())
    return fields


def merged(segments: Sequence[Postings], kept: Sequence[Kept], formula: Bm25) -> Postings:
    """The same as a segment in memory."""
    return Postings(**merge(segments, kept, formula, lambda _, dtype, shape: np.zeros(shape, dtype)))


def _kept(piece: PostingLists, keep: Flags) -> PostingLists:
    """Of the lists what is kept, without those of which nothing is."""
    stays = keep[piece.passages]
    sizes = np.bincount(np.repeat(np.arange(len(piece.sizes)), piece.sizes)[stays], minlength=len(piece.sizes))
    some = np.flatnonzero(sizes)
    return PostingLists(piece.places[some], sizes[some], piece.passages[stays], piece.counts[stays])
