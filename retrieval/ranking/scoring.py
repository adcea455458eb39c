"""How well do a question's terms fit? BM25 of whole questions, over everything or over a few candidates.

Of each word of the question counts its best variant, and what the words bring is added up in their order, so that the
same thing gets the same score in both ways.
"""

from collections.abc import Sequence
from functools import reduce

import numpy as np

from retrieval.arrays import Floats, Positions, distinct
from retrieval.documents.labels import is_label
from retrieval.index.back_end import PartScores, ScoredTerms
from retrieval.query.understanding import QueryTerm
from retrieval.text.analysis import Phrase


def idf(inverted: ScoredTerms, term: QueryTerm) -> float:
    """How telling a word of a question is: its own idf, else that of its most telling variant, else the highest."""
    if term.own:
        return phrase_idf(inverted, term.own)
    return max((phrase_idf(inverted, one) for one in term.variants), default=inverted.idf(""))


def phrase_idf(inverted: ScoredTerms, phrase: Phrase) -> float:
    """How telling a phrase is: as much as its terms together."""
    return sum(map(inverted.idf, phrase))


def all_scores(inverted: ScoredTerms, terms: Sequence[QueryTerm]) -> Floats:
    """What the terms bring to everything that the index knows, by position; 0 to what has none of them.

    Only what has a term is touched: the time depends on how often the terms stand there.
    """
    total = np.zeros(inverted.positions)
    best = np.zeros(inverted.positions)
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


def parts_of(terms: Sequence[QueryTerm]) -> list[str]:
    """All terms of the index that stand for words of the question, each once."""
    return list(dict.fromkeys(part for term in terms for variant in term.variants for part in variant))


def best_scores(inverted: ScoredTerms, terms: Sequence[QueryTerm], found: PartScores) -> Floats:
    """What the terms bring to the best unit, or the block, of each passage; `found` is of their `parts_of`."""
    return np.maximum.reduceat(scores_of_parts(inverted, terms, found)[found.columns], found.begins)


def scores_of_parts(inverted: ScoredTerms, terms: Sequence[QueryTerm], found: PartScores) -> Floats:
    """What the terms bring to each of the parts; `found` is of their `parts_of`."""
    row = {part: at for at, part in enumerate(parts_of(terms))}
    total = np.zeros(found.scores.shape[1])
    for term in terms:
        best = np.zeros(len(total))
        for variant, weight in _weights(inverted, term).items():
            rows = [row[part] for part in variant]
            scores = reduce(np.add, (found.scores[at] for at in rows))
            if len(rows) > 1 and variant != term.own:
                scores = np.where((found.scores[rows] > 0).all(axis=0), scores, 0.0)
            np.maximum(best, weight * scores, out=best)
        total += best
    return total


def _weights(inverted: ScoredTerms, term: QueryTerm) -> dict[Phrase, float]:
    """What each variant of a term counts. A rare synonym tells no more than the word that was asked for.

    The number that something goes by does tell more than the same number in its text.
    """
    if not term.own or len(term.variants) == 1:
        return dict(term.variants)
    most = phrase_idf(inverted, term.own)
    return {
        variant: weight if is_label(variant) else weight * min(1.0, most / phrase_idf(inverted, variant))
        for variant, weight in term.variants.items()
    }


def _phrase_matches(inverted: ScoredTerms, phrase: Phrase, *, whole: bool) -> tuple[Positions, Floats]:
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
