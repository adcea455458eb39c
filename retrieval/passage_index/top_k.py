"""Which passages score best? Segment by segment, by MaxScore over whole lists, in numpy.

Short lists are read first. Once the lists that are left could not lift a passage without any of the terms read so far
into the best k, no passage is new any more: of the passages at hand, the terms that are left are looked up, and whoever
cannot reach the k-th best falls away (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995). What
is pruned is certain to be behind, so the result equals that of scoring everything.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.arrays import Floats, Numbers
from retrieval.bm25.formula import Bm25, Norms
from retrieval.bm25.inverted_index import InvertedIndex
from retrieval.bm25.postings import Postings

BATCH = 4096
SHARE = 8
"""Postings, or one for so many passages, that are read before the first look whether it is enough."""
DENSE = 4
"""From one posting for so many passages on, adding up over all passages is quicker than sorting the postings."""
WHOLE = 1 << 14
"""In a segment of so few passages, frequent terms alone are added up for all of them at once."""
MANY = 128
"""More candidates than this are worth a look who falls away."""
ROUNDING = 1e-9
"""What rounding may do to a score at most, times its size: pruning leaves that much room."""


Best = Callable[..., tuple[Numbers, Floats]]
"""What finds the best passages of one segment: `best`, or the same compiled."""


def best(
    segment: Postings,
    places: Sequence[int],
    rows: Sequence[int],
    idfs: Sequence[float],
    norms: Norms,
    formula: Bm25,
    growth: float,
    k: int,
    floor: float,
) -> tuple[Numbers, Floats]:
    """The best `k` passages of the segment, and their scores; those below `floor` may be left out.

    `places` are the terms by their place in the segment, `idfs` what the weight of each counts; a weight is `growth`
    times the term's peak at most. Scores are added up in the order of the terms. Best first, ties by position.
    """
    if min(rows) >= 0 and segment.size <= WHOLE:
        table = formula.weights(segment.frequent[rows], norms.table[norms.lengths]) * np.array(idfs)[:, None]
        return _first(None, table, k)
    sizes = [segment.count(at) for at in places]
    order = sorted(range(len(places)), key=sizes.__getitem__)
    most = [segment.peak(at) * idf * growth for at, idf in zip(places, idfs, strict=True)]
    taken, read, batch = 0, 0, max(BATCH, segment.size // SHARE)
    rest = sum(most)
    candidates, table, enough = np.empty(0, np.int32), np.empty((len(places), 0)), floor
    while taken < len(order) and rest >= enough * (1 - ROUNDING):
        first = taken
        while taken < len(order) and (taken == first or read + sizes[order[taken]] <= batch):
            read += sizes[order[taken]]
            rest -= most[order[taken]]
            taken += 1
        candidates, table, enough = read_lists(
            segment, places, idfs, order[:taken], norms, formula, k, max(rest, 0.0), floor
        )
        batch = 4 * read
    for term in order[taken:]:
        table[term] = look_up(segment, places[term], rows[term], candidates, norms, formula) * idfs[term]
        rest -= most[term]
        if len(candidates) > MANY:
            scores = table.sum(axis=0)
            enough = max(enough, _kth(scores, k))
            stays = scores >= enough * (1 - ROUNDING) - max(rest, 0.0)
            candidates, table = candidates[stays], table[:, stays]
    return _first(candidates, table, k)


def _first(candidates: Numbers | None, table: Floats, k: int) -> tuple[Numbers, Floats]:
    """The best k of the candidates, or of all passages, by what each term gives them."""
    # Row by row, so that the order of adding up is the same for every passage, whatever was pruned.
    scores = np.add.accumulate(table, axis=0)[-1]
    first = (-scores).argsort(kind="stable")[:k]
    scores = scores[first]
    if len(scores) and scores[-1] == 0.0:  # fewer than k have a term
        first = first[: np.count_nonzero(scores)]
        scores = scores[: len(first)]
    return (first if candidates is None else candidates[first]), scores


def read_lists(
    segment: Postings,
    places: Sequence[int],
    idfs: Sequence[float],
    rows: Sequence[int],
    norms: Norms,
    formula: Bm25,
    k: int,
    rest: float,
    floor: float,
) -> tuple[Numbers, npt.NDArray[Any], float]:
    """All passages of some lists that can still be among the best, what each term gives them, and the k-th score."""
    lists = [segment.postings(places[row]) for row in rows]
    passages = np.concatenate([passages for passages, _ in lists])
    counts = np.concatenate([counts for _, counts in lists])
    lengths = [len(passages) for passages, _ in lists]
    given = formula.weights(counts, norms.of(passages)) * np.repeat([idfs[row] for row in rows], lengths)
    if len(passages) * DENSE >= segment.size:
        found, column = None, passages  # every passage of the segment has a column of its own
    else:
        found, column = distinct(passages)
    scores: Floats = np.bincount(column, given)  # type: ignore[assignment]  # floats, as the weights are
    reached = scores[scores > 0] if found is None else scores  # who has no term must not count as one of the k
    enough = max(floor, _kth(reached, k))
    # The terms not yet read bring `rest` at most; the smallest number above 0 keeps out who has no term at all.
    stays = scores >= max(enough * (1 - ROUNDING) - rest, np.finfo(float).tiny)
    columns = np.flatnonzero(stays)
    table = np.zeros((len(places), len(columns)))
    row_of = np.repeat(rows, lengths)
    if len(columns) < len(scores):  # most fall away: their postings need not be written into the table
        kept = np.flatnonzero(stays[column])
        column, row_of, given = column[kept], row_of[kept], given[kept]
    # Those who stay move together: the new column of each is how many stay before it.
    table[row_of, (np.cumsum(stays) - 1)[column]] = given
    return (columns.astype(np.int32) if found is None else found[columns]), table, enough


def distinct(passages: Numbers) -> tuple[Numbers, npt.NDArray[np.intp]]:
    """The passages once each, ascending, and of each posting the place of its passage among them."""
    # The passage in the upper half, the place of its posting in the lower: sorted, equal passages stand together and
    # each still tells where it came from.
    keys = (passages.astype(np.int64) << 32) | np.arange(len(passages))
    keys.sort()  # one plain sort is several times as fast as one that returns places
    ordered = (keys >> 32).astype(np.int32)
    new = np.empty(len(keys), dtype=bool)
    new[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    column = np.empty(len(keys), dtype=np.intp)
    column[keys & 0xFFFFFFFF] = np.cumsum(new) - 1
    return ordered[new], column


def look_up(segment: Postings, place: int, row: int, candidates: Numbers, norms: Norms, formula: Bm25) -> Floats:
    """What a term gives to each candidate, as a share of its idf."""
    if row >= 0:
        return formula.weights(segment.frequent[row][candidates], norms.of(candidates))
    passages, counts = segment.postings(place)
    at = passages.searchsorted(candidates)
    at[at == len(passages)] = 0  # behind the last posting: any will do, since it is another passage's
    given = formula.weights(counts[at], norms.of(candidates))
    given[passages[at] != candidates] = 0.0
    return given


def _kth(scores: Floats, k: int) -> float:
    """The k-th best score; 0 if there are fewer."""
    return float(np.partition(scores, len(scores) - k)[len(scores) - k]) if len(scores) >= k else 0.0


def search(index: InvertedIndex, terms: Sequence[str], k: int, best: Best = best) -> list[tuple[int, float]]:
    """The `k` best passages that have one of the terms, with their scores; ties by position.

    A term counts as often as it is given. `best` searches one segment.
    """
    times = dict.fromkeys(terms, 1)
    if len(times) < len(terms):
        times = Counter(terms)
    found: list[tuple[int, float]] = []
    for number, segment in enumerate(index.segments):
        places, rows, idfs = [], [], []
        for term, often in times.items():
            place, row, weight = index.term(number, term)
            if place >= 0:
                places.append(place)
                rows.append(row)
                idfs.append(weight * often)
        if places:
            growth = max(1.0, index.average / segment.average)
            floor = found[k - 1][1] if len(found) >= k else 0.0
            norms = index.norms[number]
            where, scores = best(segment, places, rows, idfs, norms, index.formula, growth, k, floor)
            offset = index.offsets[number]
            found += zip((where + offset).tolist() if offset else where.tolist(), scores.tolist(), strict=True)
            if offset:
                found.sort(key=_best_first)
                del found[k:]
    everywhere = index.formula.everywhere
    base = (
        everywhere and sum(index.idf(term) * often for term, often in times.items() if index.count(term)) * everywhere
    )
    if base:  # adding it may round scores to the same
        return sorted(((position, base + score) for position, score in found), key=_best_first)
    return found


def _best_first(hit: tuple[int, float]) -> tuple[float, int]:
    return -hit[1], hit[0]
