"""Which passages of a segment score best? The same as `top_k`, compiled by numba.

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

from retrieval.arrays import Floats, Numbers
from retrieval.bm25.formula import TINY, Bm25, Norms
from retrieval.bm25.postings import Postings
from retrieval.passage_index import top_k
from retrieval.passage_index.top_k import ROUNDING

Array = npt.NDArray[Any]

WINDOW = 2048
"""Passages that are added up at a time: their sums stay in the nearest cache."""
SAMPLE = 4096
"""The list of the most telling term is read once more beforehand if it is no longer than this."""
MANY_TERMS = 63
"""Terms whose bits fit into a number; a longer question is left to numpy."""
NOBODY = -1
"""In the place of a passage where fewer are found."""


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
    """The best `k` passages of the segment with a score above `floor`, and their scores, best first.

    See `retrieval.passage_index.top_k.best`.
    """
    if segment.counts.dtype != np.uint8 or norms.lengths.dtype != np.uint16 or len(places) > MANY_TERMS:
        # The types are so rare that nobody should wait until numba has compiled everything for them, too.
        return top_k.best(segment, places, rows, idfs, norms, formula, growth, k, floor)
    return best_of_arrays(
        segment.passages,
        segment.counts,
        segment.starts,
        segment.frequent,
        segment.peaks,
        np.array((*places, *rows)),
        np.array(idfs),
        norms.lengths,
        norms.table,
        formula.variant == "l",
        float(formula.k1),  # for a whole number numba would compile everything once more
        float(formula.delta),
        growth,
        min(k, segment.size),
        floor,
    )


compiled = njit(cache=True, nogil=True, error_model="numpy")


@compiled
def posting_weight(count: float, norm: float, is_l: bool, k1: float, delta: float) -> float:
    """`Bm25.weights` of one posting."""
    if is_l:
        scaled = max(count / norm + delta, TINY)
        return 0.0 if np.isinf(norm) else count * (k1 + 1) * scaled / (k1 + scaled)
    return count * (k1 + 1) / (count + norm)


@compiled
def insert(scores: Array, passages: Array, score: float, passage: int) -> None:
    """Puts a passage into its place among the best, which are sorted; the last one goes."""
    at = len(scores) - 1
    while at > 0 and (scores[at - 1] < score or (scores[at - 1] == score and passages[at - 1] > passage)):
        scores[at] = scores[at - 1]
        passages[at] = passages[at - 1]
        at -= 1
    scores[at] = score
    passages[at] = passage


@compiled
def best_of_arrays(
    passages: Array,
    counts: Array,
    starts: Array,
    frequent: Array,
    peaks: Array,
    places_and_rows: Array,
    idfs: Array,
    lengths: Array,
    table: Array,
    is_l: bool,
    k1: float,
    delta: float,
    growth: float,
    k: int,
    floor: float,
) -> tuple[Array, Array]:
    """`best` on plain arrays: of the segment, of the question's terms, and of the norms."""
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
    top_scores = np.full(k, floor)
    top_passages = np.full(k, NOBODY, dtype=np.int32)

    # The k-th best weight of one term: so much the k-th best score has at least.
    telling = order[terms - 1]
    if last[telling] - at[telling] <= SAMPLE:
        for here in range(at[telling], last[telling]):
            weight = idfs[telling] * posting_weight(
                float(counts[here]), table[lengths[passages[here]]], is_l, k1, delta
            )
            if weight > top_scores[k - 1]:
                insert(top_scores, top_passages, weight, passages[here])
    least = top_scores[k - 1] * (1 - ROUNDING)
    top_scores[:] = floor
    top_passages[:] = NOBODY

    window = min(WINDOW, len(lengths))
    sums = np.zeros(window)
    touched = np.empty(window, dtype=np.int32)
    given = np.empty((terms, window))  # what each term gives, where its bit is set
    bits = np.zeros(window, dtype=np.int64)
    optional = 0  # so many of the least telling terms are only looked up
    for begin in range(0, len(lengths), window):
        while optional < terms and rows[order[optional]] >= 0 and bound[optional + 1] < least:
            optional += 1
        met = 0
        for place in range(optional, terms):
            term = order[place]
            row = rows[term]
            if row >= 0:
                for passage in range(begin, min(begin + window, len(lengths))):
                    if frequent[row, passage]:
                        count = float(frequent[row, passage])
                        weight = idfs[term] * posting_weight(count, table[lengths[passage]], is_l, k1, delta)
                        if weight > 0.0:  # it is 0 for a passage that no longer counts
                            slot = passage - begin
                            if sums[slot] == 0.0:
                                touched[met] = slot
                                met += 1
                            sums[slot] += weight
                            given[term, slot] = weight
                            bits[slot] |= np.int64(1) << term
                continue
            here = at[term]
            while here < last[term]:
                passage = passages[here]
                slot = passage - begin
                if slot >= window:
                    break
                weight = idfs[term] * posting_weight(float(counts[here]), table[lengths[passage]], is_l, k1, delta)
                if weight > 0.0:
                    if sums[slot] == 0.0:
                        touched[met] = slot
                        met += 1
                    sums[slot] += weight
                    given[term, slot] = weight
                    bits[slot] |= np.int64(1) << term
                here += 1
            at[term] = here
        for meeting in range(met):
            slot = touched[meeting]
            score, found_by = sums[slot], bits[slot]
            sums[slot], bits[slot] = 0.0, 0
            passage = begin + slot
            place = optional
            while place > 0 and score + bound[place] >= least:
                place -= 1
                term = order[place]
                count = float(frequent[rows[term], passage])
                given[term, slot] = idfs[term] * posting_weight(count, table[lengths[passage]], is_l, k1, delta)
                found_by |= np.int64(1) << term
                score += given[term, slot]
            if place > 0 or score < least:
                continue
            score = 0.0  # once more, in the order of the terms
            for term in range(terms):
                if found_by >> term & 1:
                    score += given[term, slot]
            if score > top_scores[k - 1] or (score == top_scores[k - 1] and passage < top_passages[k - 1]):
                insert(top_scores, top_passages, score, passage)
                least = max(least, top_scores[k - 1] * (1 - ROUNDING))
    found = k
    while found and top_passages[found - 1] == NOBODY:
        found -= 1
    return top_passages[:found], top_scores[:found]
