"""Which passages answer best? A question's terms → passages in order.

A passage's score is its BM25, and with small weights that of its best unit, its block, its section and the best section
of its document, so that a passage in the right surroundings is ahead of the same words elsewhere.
"""

import numpy as np

from retrieval.arrays import Floats, Positions, distinct
from retrieval.index.back_end import CandidateSource
from retrieval.query.understanding import Query
from retrieval.ranking.features import answers, evidence
from retrieval.ranking.ranking import Ranking
from retrieval.ranking.scoring import all_scores, best_scores, idf, parts_of
from retrieval.ranking.sources import factors

UNIT_WEIGHT, BLOCK_WEIGHT, SECTION_WEIGHT, DOCUMENT_WEIGHT = 0.3, 0.2, 0.2, 0.4
"""Weights beside the passage's own 1. Won and lost at hit@1 without, of 298 questions to documentation and communities:
unit 4 : 4, block 2 : 5, section and document 2 : 10; on prose, without the unit 0.2 and 1.2 points, without the block
1.2 and 0.7. The unit at 0.4 is as good: 200 of the 298 at hit@1 for 199, 249 at
hit@3 for 249, one of 1,000 of newwiki fewer, three of 300 of squad more."""
BYLINE_WEIGHT = 1.5
"""What a byline counts for who asks for the author or the date; for others it is no answer at all."""
MATCHING = 300
"""Passages that are ranked at all, those of the best BM25. Of 500 questions to 7,000 passages of prose, each has the
same five excerpts as if all were ranked; with 150, three have not."""
CANDIDATES = 50
"""Passages that are looked at more closely."""


def rank(query: Query, index: CandidateSource, document_id: str = "") -> Ranking:
    """The best passages that share a term with the query, all of one document if one is named.

    Bylines only answer who asks for them.
    """
    own = _own_scores(query, index)
    if document_id:
        inside = index.passages_of(document_id)
        own[: inside.start] = 0.0
        own[inside.stop :] = 0.0
    found = _best(index, np.flatnonzero(own > 0), own)
    terms = parts_of(query.terms)
    order = index.document_order(found)
    idfs = [idf(index.by_passage, term) for term in query.terms]
    sections = best_scores(index.by_passage, query.terms, index.in_sections(found, terms))
    parts: dict[str, Floats] = {
        "passage": own[found],
        "best sentence": UNIT_WEIGHT * best_scores(index.by_unit, query.terms, index.in_units(found, terms)),
        "paragraph": BLOCK_WEIGHT * best_scores(index.by_passage, query.terms, index.in_blocks(found, terms)),
        "section": SECTION_WEIGHT * sections,
        "document": DOCUMENT_WEIGHT * _most(sections, order),
    } | evidence(query, index, found, idfs)
    scores = np.asarray(sum(parts.values()), dtype=np.float64)
    factor = factors(query, index, found)
    if index.bylines.size:
        factor *= np.where(np.isin(found, index.bylines), BYLINE_WEIGHT, 1.0)
    first = np.argsort(-scores * factor, kind="stable")[:CANDIDATES]
    for name, given in answers(query, index, found[first], idfs).items():
        parts[name] = np.zeros(len(found))
        parts[name][first] = given
        scores[first] += given
    parts["kind of source"] = (factor - 1) * scores
    scores = scores * factor
    ranked = np.lexsort((found, order, -scores))
    return Ranking(found[ranked].tolist(), dict(zip(found.tolist(), scores.tolist(), strict=True)), parts)


def _most(scores: Floats, groups: Positions) -> Floats:
    """The best score of each one's group."""
    once, column = distinct(groups)
    most = np.zeros(len(once))
    np.maximum.at(most, column, scores)
    best: Floats = most[column]
    return best


def _own_scores(query: Query, index: CandidateSource) -> Floats:
    """What each passage gets for its own words, by position."""
    own = all_scores(index.by_passage, query.terms)
    if not query.asks_author:
        own[index.bylines] = 0.0
    return own


def _best(index: CandidateSource, matching: Positions, own: Floats) -> Positions:
    """The best of the passages by their own scores, at most MATCHING, in reading order."""
    scores = own[matching]
    if len(matching) > MATCHING:
        least = np.partition(scores, len(scores) - MATCHING)[len(scores) - MATCHING]
        better, equal = matching[scores > least], matching[scores == least]
        equal = equal[np.argsort(index.document_order(equal), kind="stable")[: MATCHING - len(better)]]
        matching = np.concatenate([better, equal])
        matching.sort()
    return matching[np.argsort(index.document_order(matching), kind="stable")]
