"""Which passages answer best? A question's terms → passages in order.

A passage's score is its BM25, and with small weights that of its best unit and of its block, so that a passage in the
right surroundings is ahead of the same words elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.bm25.formula import Floats
from retrieval.index.index import Index
from retrieval.query.understanding import Query
from retrieval.ranking.features import evidence
from retrieval.ranking.scoring import Positions, all_scores, distinct, scores_of_runs

UNIT_WEIGHT, BLOCK_WEIGHT = 0.3, 0.3
"""Weights beside the passage's own 1. Doubling either moves hit@1 of the development sets by under 2 points. The score
of the whole document, once a fourth part, brought nothing on any set."""
BYLINE_WEIGHT = 1.5
"""What a byline's BM25 counts for who asks for the author or the date; for others it is no answer at all."""
MATCHING = 300
"""Passages that are ranked at all, those of the best BM25. Of 500 questions to 7,000 passages of prose, each has the
same five excerpts as if all were ranked; with 150, three have not."""
CANDIDATES = 50
"""Passages that are looked at more closely."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best passages that share a term with a question, at most MATCHING of them.

    `order` are their positions, best first, ties in reading order: by the id of the document, then by place. `scores`
    are their scores.
    """

    order: Sequence[int]
    scores: Mapping[int, float]


def rank(query: Query, index: Index, document_id: str = "") -> Ranking:
    """The best passages that share a term with the query, all of one document if one is named.

    Bylines only answer who asks for them.
    """
    own = _own_scores(query, index)
    if document_id:
        inside = index.passages_of(document_id)
        own[: inside.start] = 0.0
        own[inside.stop :] = 0.0
    found = _best(index, np.flatnonzero(own > 0), own)
    scores = np.asarray(sum(score_parts(query, index, found, own[found]).values()), dtype=np.float64)
    order = np.argsort(-scores, kind="stable")
    found, scores = found[order], scores[order]
    scores[:CANDIDATES] += sum(evidence(query, index, found[:CANDIDATES]).values())
    order = np.lexsort((found, _reading_order(index, found), -scores))
    return Ranking(found[order].tolist(), dict(zip(found.tolist(), scores.tolist(), strict=True)))


def score_parts(query: Query, index: Index, passages: Positions, own: Floats | None = None) -> dict[str, Floats]:
    """What passages get for their own words, their best sentence and their paragraph.

    `own` is the first of it, if it is at hand.
    """
    by_unit, by_block = np.zeros(len(passages)), np.zeros(len(passages))
    for number, here in index.by_shelf(passages):
        by_unit[here], by_block[here] = _in_shelf(query, index, number, passages[here] - index.passage_offsets[number])
    return {
        "passage": _own_scores(query, index)[passages] if own is None else own,
        "best sentence": UNIT_WEIGHT * by_unit,
        "paragraph": BLOCK_WEIGHT * by_block,
    }


def _own_scores(query: Query, index: Index) -> Floats:
    """What each passage gets for its own words, by position."""
    own = all_scores(index.by_passage, query.terms)
    own[index.bylines] *= BYLINE_WEIGHT if query.asks_author else 0.0
    return own


def _in_shelf(query: Query, index: Index, number: int, passages: Positions) -> tuple[Floats, Floats]:
    """The score of the best unit and of the block of each passage, given by its position in the shelf."""
    shelf = index.shelves[number]
    edges = shelf.edges[passages].astype(np.int64)
    lengths = edges[:, 1] - edges[:, 0]
    begins = np.cumsum(lengths) - lengths
    units, row = distinct(np.arange(lengths.sum()) + np.repeat(edges[:, 0] - begins, lengths))
    runs = np.stack([units, units + 1], axis=1)
    of_unit = scores_of_runs(index.by_unit, number, shelf, runs, units, query.terms)
    blocks, column = distinct(np.searchsorted(shelf.block_starts, edges[:, 0], side="right") - 1)
    runs = np.stack([shelf.block_starts[blocks], shelf.block_starts[blocks + 1]], axis=1)
    of_block = scores_of_runs(index.by_block, number, shelf, runs, blocks, query.terms)
    return np.maximum.reduceat(of_unit[row], begins), of_block[column]


def _best(index: Index, matching: Positions, own: Floats) -> Positions:
    """The best of the passages by their own scores, at most MATCHING, in reading order."""
    scores = own[matching]
    if len(matching) > MATCHING:
        least = np.partition(scores, len(scores) - MATCHING)[len(scores) - MATCHING]
        better, equal = matching[scores > least], matching[scores == least]
        equal = equal[np.argsort(_reading_order(index, equal), kind="stable")[: MATCHING - len(better)]]
        matching = np.concatenate([better, equal])
        matching.sort()
    return matching[np.argsort(_reading_order(index, matching), kind="stable")]


def _reading_order(index: Index, passages: Positions) -> Positions:
    """The places of the passages' documents by id. Passages of one document are in order by their positions."""
    return index.documents_of(index.first_units[passages])
