"""How well do a question's terms fit? BM25 of whole questions, over everything or over a few candidates.

Of each word of the question counts its best variant, and what the words bring is added up in their order, so that the
same thing gets the same score in both ways.
"""

from collections.abc import Sequence
from functools import reduce

import numpy as np
import numpy.typing as npt

from retrieval.bm25.formula import Floats
from retrieval.bm25.inverted_index import InvertedIndex
from retrieval.index.index import phrase_idf
from retrieval.index.segment import Offsets, Shelf
from retrieval.query.understanding import QueryTerm
from retrieval.synonyms.thesaurus import Phrase

Positions = npt.NDArray[np.int64]
Matches = tuple[Positions, Floats]


def all_scores(inverted: InvertedIndex, terms: Sequence[QueryTerm]) -> Floats:
    """What the terms bring to everything that the index knows, by position; 0 to what has none of them.

    Only what has a term is touched: the time depends on how often the terms stand there.
    """
    total = np.zeros(inverted.offsets[-1])
    best = np.zeros(inverted.offsets[-1])
    for term in terms:
        found = [
            (where, weight * scores)
            for variant, weight in _weights(inverted, term).items()
            for where, scores in (_phrase_matches(inverted, variant, whole=variant != term.own),)
        ]
        if len(found) == 1:
            where, scores = found[0]
            total[where] += scores
            continue
        for where, scores in found:
            best[where] = np.maximum(best[where], scores)
        for where, _ in found:
            total[where] += best[where]
            best[where] = 0.0  # and so the next list does not add it again
    return total


def scores_of_runs(
    inverted: InvertedIndex, segment: int, shelf: Shelf, runs: Offsets, positions: Positions, terms: Sequence[QueryTerm]
) -> Floats:
    """What the terms bring to some runs of units of a shelf, by their rows in `runs` (first, last exclusive).

    `positions` are the runs as the inverted index knows them, in its segment of that number.
    """
    asked = list(dict.fromkeys(part for term in terms for variant in term.variants for part in variant))
    numbers = {part: at for part in asked if (at := shelf.terms.find(part)) >= 0}
    rows = {part: row for row, part in enumerate(numbers)}
    counts = _counts(shelf, runs, list(numbers.values()))
    norms = inverted.norms[segment].of(positions)
    given = inverted.formula.weights(counts, norms)
    given *= np.array([inverted.idf(part) for part in numbers]).reshape(-1, 1)
    total = np.zeros(len(runs))
    for term in terms:
        best = np.zeros(len(runs))
        for variant, weight in _weights(inverted, term).items():
            if any(part not in rows for part in variant) and (variant != term.own or rows.keys().isdisjoint(variant)):
                continue
            parts = [rows[part] for part in variant if part in rows]
            scores = reduce(np.add, (given[row] for row in parts))
            if len(parts) > 1 and variant != term.own:
                scores = np.where((counts[parts] > 0).all(axis=0), scores, 0.0)
            np.maximum(best, weight * scores, out=best)
        total += best
    return total


def _weights(inverted: InvertedIndex, term: QueryTerm) -> dict[Phrase, float]:
    """What each variant of a term counts. A rare synonym tells no more than the word that was asked for."""
    if not term.own or len(term.variants) == 1:
        return dict(term.variants)
    most = phrase_idf(inverted, term.own)
    return {
        variant: weight * min(1.0, most / phrase_idf(inverted, variant)) for variant, weight in term.variants.items()
    }


def _phrase_matches(inverted: InvertedIndex, phrase: Phrase, *, whole: bool) -> Matches:
    """What has a term of the phrase, or all of them if it must be `whole`, and the sum of the terms' scores."""
    found = [inverted.scores(term) for term in phrase]
    if len(found) == 1:
        return found[0]
    where, column = distinct(np.concatenate([ats for ats, _ in found]))
    scores = np.bincount(column, np.concatenate([scores for _, scores in found]), minlength=len(where))
    if whole:
        everywhere = np.bincount(column, minlength=len(where)) == len(phrase)
        where, scores = where[everywhere], scores[everywhere]
    return where, scores.astype(np.float64, copy=False)


def distinct(values: Positions) -> tuple[Positions, Positions]:
    """The values once each, ascending, and the row of each value among them."""
    ordered = np.sort(values)
    once = ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]
    return once, once.searchsorted(values)


def _counts(shelf: Shelf, runs: Offsets, numbers: Sequence[int]) -> npt.NDArray[np.int64]:
    """How often each of the terms, by row, stands in each run, by column."""
    row_of = np.zeros(len(shelf.terms), dtype=np.int32)
    row_of[list(numbers)] = np.arange(1, len(numbers) + 1)
    terms, columns = shelf.terms_of_runs(runs)
    rows = row_of[terms]
    hits = np.flatnonzero(rows)
    found = np.bincount((rows[hits] - 1) * len(runs) + columns[hits], minlength=len(numbers) * len(runs))
    return found.reshape(len(numbers), len(runs))
