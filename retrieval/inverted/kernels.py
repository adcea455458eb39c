"""Which passages of a segment score best? The same as `searching`, compiled by numba.

The lists are read side by side, a window of passages at a time. Frequent terms that together cannot lift a passage into
the best k are only looked up, for passages that another term has brought near enough. Scores are the same to the bit,
since every operation and their order are; only who is looked at differs. Compiled code is kept by numba beside this
file or in the user's cache folder, so that only the first start ever waits for it.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from numba import njit

from retrieval.inverted.formula import Bm25, Floats
from retrieval.inverted.searching import ROUNDING
from retrieval.inverted.segment import Positions, Segment

Array = npt.NDArray[Any]

WINDOW = 2048
"""Passages that are added up at a time: their sums stay in the nearest cache."""
SAMPLE = 4096
"""The list of the most telling term is read once more beforehand if it is no longer than this."""
NOBODY = -1
"""In the place of a passage where fewer are found."""


def best(
    segment: Segment,
    places: Sequence[int],
    rows: Sequence[int],
    idfs: Sequence[float],
    norms: Floats,
    formula: Bm25,
    growth: float,
    k: int,
    floor: float,
) -> tuple[Positions, Floats]:
    """The best `k` passages of the segment with a score above `floor`, and their scores, best first.

    See `retrieval.inverted.searching.best`.
    """
    return _best(
        segment.passages,
        segment.counts,
        segment.starts,
        segment.frequent,
        segment.peaks,
        np.array((*places, *rows)),
        np.array(idfs),
        norms,
        formula.variant == "l",
        formula.k1,
        formula.delta,
        growth,
        k,
        floor,
    )


compiled = njit(cache=True, nogil=True, error_model="numpy")


@compiled
def _weight(count: float, norm: float, is_l: bool, k1: float, delta: float) -> float:
    """`Bm25.weights` of one posting."""
    if is_l:
        scaled = count / norm + delta
        return 0.0 if np.isinf(norm) else count * (k1 + 1) * scaled / (k1 + scaled)
    return count * (k1 + 1) / (count + norm)


@compiled
def _count(passages: Array, counts: Array, first: int, last: int, wanted: int) -> float:
    """How often a passage has a term, by the term's list between `first` and `last`."""
    end = last
    while first < last:
        middle = (first + last) // 2
        if passages[middle] < wanted:
            first = middle + 1
        else:
            last = middle
    return float(counts[first]) if first < end and passages[first] == wanted else 0.0


@compiled
def _insert(scores: Array, passages: Array, score: float, passage: int) -> None:
    """Puts a passage into its place among the best, which are sorted; the last one goes."""
    at = len(scores) - 1
    while at > 0 and (scores[at - 1] < score or (scores[at - 1] == score and passages[at - 1] > passage)):
        scores[at] = scores[at - 1]
        passages[at] = passages[at - 1]
        at -= 1
    scores[at] = score
    passages[at] = passage


@compiled
def _best(
    passages: Array,
    counts: Array,
    starts: Array,
    frequent: Array,
    peaks: Array,
    places_and_rows: Array,
    idfs: Array,
    norms: Array,
    is_l: bool,
    k1: float,
    delta: float,
    growth: float,
    k: int,
    floor: float,
) -> tuple[Array, Array]:
    terms = len(idfs)
    places = places_and_rows[:terms]
    rows = places_and_rows[terms:]
    most = peaks[places] * idfs * growth
    order = np.argsort(most)  # the least telling first
    bound = np.zeros(terms + 1)  # what so many of the least telling terms can bring together
    for place in range(terms):
        bound[place + 1] = bound[place] + most[order[place]]
    at = starts[places]
    last = starts[places + 1]
    begins = at.copy()
    top_scores = np.full(k, floor)
    top_passages = np.full(k, NOBODY, dtype=np.int32)

    # The k-th best weight of one term: so much the k-th best score has at least.
    telling = order[terms - 1]
    if last[telling] - at[telling] <= SAMPLE:
        for here in range(at[telling], last[telling]):
            weight = idfs[telling] * _weight(float(counts[here]), norms[passages[here]], is_l, k1, delta)
            if weight > top_scores[k - 1]:
                _insert(top_scores, top_passages, weight, passages[here])
    least = top_scores[k - 1] * (1 - ROUNDING)
    top_scores[:] = floor
    top_passages[:] = NOBODY

    window = min(WINDOW, len(norms))
    sums = np.zeros(window)
    touched = np.empty(window, dtype=np.int32)
    given = np.empty(terms)
    optional = 0  # so many of the least telling terms are only looked up
    for begin in range(0, len(norms), window):
        while optional < terms and rows[order[optional]] >= 0 and bound[optional + 1] < least:
            optional += 1
        met = 0
        for place in range(optional, terms):
            term = order[place]
            row = rows[term]
            if row >= 0:
                for passage in range(begin, min(begin + window, len(norms))):
                    if frequent[row, passage]:
                        count = float(frequent[row, passage])
                        weight = idfs[term] * _weight(count, norms[passage], is_l, k1, delta)
                        if weight > 0.0:  # it is 0 for a passage that no longer counts
                            slot = passage - begin
                            if sums[slot] == 0.0:
                                touched[met] = slot
                                met += 1
                            sums[slot] += weight
                continue
            here = begins[term] = at[term]
            while here < last[term]:
                passage = passages[here]
                slot = passage - begin
                if slot >= window:
                    break
                weight = idfs[term] * _weight(float(counts[here]), norms[passage], is_l, k1, delta)
                if weight > 0.0:
                    if sums[slot] == 0.0:
                        touched[met] = slot
                        met += 1
                    sums[slot] += weight
                here += 1
            at[term] = here
        for meeting in range(met):
            slot = touched[meeting]
            score = sums[slot]
            sums[slot] = 0.0
            passage = begin + slot
            place = optional
            while place > 0 and score + bound[place] >= least:
                place -= 1
                term = order[place]
                given[term] = idfs[term] * _weight(
                    float(frequent[rows[term], passage]), norms[passage], is_l, k1, delta
                )
                score += given[term]
            if place > 0 or score < least:
                continue
            for place in range(optional, terms):
                term = order[place]
                row = rows[term]
                count = _count(passages, counts, begins[term], at[term], passage) if row < 0 else frequent[row, passage]
                given[term] = idfs[term] * _weight(count, norms[passage], is_l, k1, delta)
            score = 0.0
            for term in range(terms):
                score += given[term]
            if score > top_scores[k - 1] or (score == top_scores[k - 1] and passage < top_passages[k - 1]):
                _insert(top_scores, top_passages, score, passage)
                least = max(least, top_scores[k - 1] * (1 - ROUNDING))
    found = k
    while found and top_passages[found - 1] == NOBODY:
        found -= 1
    return top_passages[:found], top_scores[:found]
