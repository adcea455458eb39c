"""How sure is an answer? A probability, from the question's words that the best passage has and lacks."""

import math

from retrieval.index.index import Index
from retrieval.query.answer_types import Kind, holds
from retrieval.query.understanding import Query
from retrieval.ranking.ranker import Ranking

_INTERCEPT, _SCORE, _MATCHED, _NAME_MISSING, _UNKNOWN, _SIZE = -0.8, 5.56, 3.22, -1.46, -3.16, -1.1
_KIND_MISSING = -1.5
"""Weights of a logistic regression of "the corpus speaks of this" over questions to corpora of 1 to 21 files (35 to
4,700 passages), answerable ones and ones about other articles. With every size in it, one threshold of 0.5 serves all
sizes; without `_SIZE` it refuses a third of the good questions to a single file. The intercept lets 8 % of the foreign
questions pass. `_KIND_MISSING` is set by hand: foreign questions do not need it, but it tells a question on the topic
that asks for a date or number which is not there, and costs no good answer.
"""


def confidence(query: Query, index: Index, ranking: Ranking) -> float:
    """The chance that the corpus speaks of the question, 0 to 1; 0 where nothing matches.

    It weighs the best passage's score against what the question's words could bring at most, how many of them match,
    names and numbers that do not, words that no document has, a date or number that was asked for and is not there,
    and the number of passages: among many, some passage matches well by chance.
    """
    if not ranking.order:
        return 0.0
    return 1 / (1 + math.exp(-sum(reasons(query, index, ranking).values())))


def reasons(query: Query, index: Index, ranking: Ranking) -> dict[str, float]:
    """What speaks for (above 0) and against an answer, in log odds; their sum makes the confidence.

    The ranking must not be empty.
    """
    best = ranking.order[0]
    terms = index.terms_among(best, query.parts)
    possible = matched = 0.0
    names_missing = 0
    for term in query.terms:
        possible += term.share * index.idf(term)
        found = max(term.found_in(terms).values(), default=0.0)
        matched += found * len(term.own or (term.word,))
        names_missing += term.is_name and not found
    units = index.units[index.passages[best].first : index.passages[best].last]
    text = " ".join(unit.text for unit in units)
    kind_missing = query.kind is not Kind.OTHER and not holds(text, query.kind, query.words, units[0].language)
    unknown = sum(not term.variants for term in query.terms) / len(query.terms)
    return {
        "to begin with": _INTERCEPT,
        "score of what is possible": _SCORE * ranking.scores[best] / possible,
        "words that match": _MATCHED * math.log1p(matched),
        "names and numbers missing": _NAME_MISSING * names_missing,
        "words that no document has": _UNKNOWN * unknown,
        "date or number missing": _KIND_MISSING * kind_missing,
        "size of the corpus": _SIZE * math.log1p(index.size),
    }
