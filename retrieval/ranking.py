"""Which passages answer best? A question's terms → passages in order.

A passage's score is its BM25, and with small weights that of its best unit and of its block, so that a passage in the
right surroundings is ahead of the same words elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.bm25 import Bm25
from retrieval.evidence import evidence
from retrieval.index import Index
from retrieval.questions import Query, QueryTerm
from retrieval.synonyms import Phrase

UNIT_WEIGHT, BLOCK_WEIGHT = 0.3, 0.3
"""Weights beside the passage's own 1. Doubling either moves hit@1 of the development sets by under 2 points. The score
of the whole document, once a fourth part, brought nothing on any set."""
BYLINE_WEIGHT = 1.5
"""What a byline's BM25 counts for who asks for the author or the date; for others it is no answer at all."""
CANDIDATES = 50
"""Passages that are looked at more closely."""

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages that share a term with a question.

    `order` are their positions, best first, ties in reading order. `scores` are the scores of all passages of the
    index by position, 0 without a match.
    """

    order: Sequence[int]
    scores: Scores


def rank(query: Query, index: Index) -> Ranking:
    """All passages that share a term with the query. Bylines only answer who asks for them."""
    parts = score_parts(query, index)
    matching = parts["passage"] > 0
    scores = np.where(matching, sum(parts.values()), 0.0)
    idf = [index.idf(term) for term in query.terms]
    for passage in np.argsort(-scores, kind="stable")[: min(CANDIDATES, np.count_nonzero(matching))].tolist():
        scores[passage] += sum(evidence(query, index, passage, idf).values())
    order = np.argsort(-scores, kind="stable")[: np.count_nonzero(matching)]
    return Ranking(order.tolist(), scores)


def score_parts(query: Query, index: Index) -> dict[str, Scores]:
    """What each passage gets for its own words, its best sentence and its paragraph, by position."""
    own = term_scores(index.passage_scorer, query.terms)
    own[index.is_byline] *= BYLINE_WEIGHT if query.asks_author else 0.0
    if not own.any():
        return {"passage": own}
    by_unit = np.append(term_scores(index.unit_scorer, query.terms), 0.0)  # the last passage ends behind the last unit
    return {
        "passage": own,
        "best sentence": UNIT_WEIGHT * np.maximum.reduceat(by_unit, index.edges.ravel())[::2],
        "paragraph": BLOCK_WEIGHT * term_scores(index.block_scorer, query.terms)[index.block_of[index.edges[:, 0]]],
    }


def within(ranking: Ranking, index: Index, document_id: str) -> Ranking:
    """The ranking without the passages of other documents."""
    order = [at for at in ranking.order if index.units[index.passages[at].first].document.id == document_id]
    return Ranking(order, ranking.scores)


def term_scores(scorer: Bm25, terms: Sequence[QueryTerm]) -> Scores:
    """What the terms bring to everything that the scorer knows, by position: of each question word its best variant."""
    total = np.zeros(scorer.size)
    for term in terms:
        best = np.zeros(scorer.size)
        for variant, weight in term.variants.items():
            scores = _phrase_scores(scorer, variant, whole=variant != term.own)
            # A rare synonym tells no more than the word that was asked for.
            rarer = min(1.0, scorer.phrase_idf(term.own) / scorer.phrase_idf(variant)) if term.own else 1.0
            np.maximum(best, weight * rarer * scores, out=best)
        total += best
    return total


def _phrase_scores(scorer: Bm25, phrase: Phrase, *, whole: bool) -> Scores:
    """The sum of its terms' scores, by position; if it must be `whole`, 0 where one of them is missing."""
    total = np.zeros(scorer.size)
    present = np.zeros(scorer.size, dtype=np.intp)
    for term in phrase:
        where, scores = scorer.scores(term)
        total[where] += scores
        present[where] += 1
    return np.where(present == len(phrase), total, 0.0) if whole else total
