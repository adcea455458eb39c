"""Which passages answer best? A question's terms → passages in order.

A passage's score is its BM25, and with small weights that of its best unit, of its block and of its document, so that
a passage in the right surroundings is ahead of the same words elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.bm25 import Bm25
from retrieval.index import Index
from retrieval.questions import Query, QueryTerm

UNIT_WEIGHT, BLOCK_WEIGHT, DOCUMENT_WEIGHT = 0.3, 0.15, 0.05
"""Weights beside the passage's own 1. Doubling any of them moves hit@1 of the development sets by under 2 points."""

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages that share a term with a question.

    `order` are their positions, best first, ties in reading order. `scores` are the scores of all passages of the
    index by position, 0 without a match; `own` is the part of them that is the passage's BM25 alone.
    """

    order: Sequence[int]
    scores: Scores
    own: Scores


def rank(query: Query, index: Index) -> Ranking:
    """All passages that share a term with the query. Bylines only answer who asks for them."""
    own = term_scores(index.passage_scorer, query.terms)
    if not query.asks_author:
        own[index.is_byline] = 0.0
    matching = own > 0
    if not matching.any():
        return Ranking((), own, own)
    edges = np.array([(passage.first, passage.last) for passage in index.passages], dtype=np.intp)
    by_unit = np.append(term_scores(index.unit_scorer, query.terms), 0.0)  # the last passage ends behind the last unit
    best_unit = np.maximum.reduceat(by_unit, edges.ravel())[::2]
    by_block = term_scores(index.block_scorer, query.terms)[index.block_of[edges[:, 0]]]
    by_file = term_scores(index.file_scorer, query.terms)[index.file_of[edges[:, 0]]]
    sums = own + UNIT_WEIGHT * best_unit + BLOCK_WEIGHT * by_block + DOCUMENT_WEIGHT * by_file
    scores = np.where(matching, sums, 0.0)
    order = np.argsort(-scores, kind="stable")[: np.count_nonzero(matching)]
    return Ranking(order.tolist(), scores, own)


def within(ranking: Ranking, index: Index, document_id: str) -> Ranking:
    """The ranking without the passages of other documents."""
    order = [at for at in ranking.order if index.units[index.passages[at].first].document.id == document_id]
    return Ranking(order, ranking.scores, ranking.own)


def term_scores(scorer: Bm25, terms: Sequence[QueryTerm]) -> Scores:
    """What the terms bring to everything that the scorer knows, by position: of each question word its best variant."""
    total = np.zeros(scorer.size)
    for term in terms:
        best = np.zeros(scorer.size)
        for variant, weight in term.variants.items():
            where, scores = scorer.scores(variant)
            if len(where):
                best[where] = np.maximum(best[where], weight * scores)
        total += best
    return total
