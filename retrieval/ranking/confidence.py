"""How sure is an answer? A probability, from the question's words that the best passage has and lacks."""

import math
from collections.abc import Mapping

from retrieval.index.back_end import CandidateSource
from retrieval.query.answer_types import Kind, holds
from retrieval.ranking.candidate import Match
from retrieval.ranking.scoring import idf

INTERCEPT, SCORE, MATCHED, NAME_MISSING, UNKNOWN, SIZE = -0.8, 5.56, 3.22, -1.46, -3.16, -1.1
KIND_MISSING = -1.5
"""Weights of a logistic regression of "the corpus speaks of this" over questions to corpora of 1 to 21 files (35 to
4,700 passages), answerable ones and ones about other articles. With every size in it, one threshold of 0.5 serves all
sizes; without `SIZE` it refuses a third of the good questions to a single file. The intercept lets 8 % of the foreign
questions pass. `KIND_MISSING` is set by hand: foreign questions do not need it, but it tells a question on the topic
that asks for a date or number which is not there, and costs no good answer.
"""


NEAR, NEARNESS = -13.4, 20.8
"""A logistic regression of the same over the nearness of the passage that the model puts first, on articles,
documentation and communities' folders. The mean of both log odds held up better on folders left out than one fit:
foreign questions .971 instead of .961 (AUROC), 9 instead of 13 % of the good ones refused."""


def confidence(reasons: Mapping[str, float]) -> float:
    """The chance that the corpus speaks of the question, 0 to 1; 0 without a reason, where nothing matches."""
    return 1 / (1 + math.exp(-sum(reasons.values()))) if reasons else 0.0


def reasons(best: Match, score: float, index: CandidateSource) -> dict[str, float]:
    """What speaks for (above 0) and against an answer, in log odds; their sum makes the confidence.

    It is the best passage's score against what the question's words could bring at most, how many of them match, names
    and numbers that do not, words that no document has, a date or number that was asked for and is not there, and the
    number of passages: among many, some passage matches well by chance. Where the match knows its nearness, that counts
    half.
    """
    query, run = best.query, index.passages[best.passage]
    possible = matched = 0.0
    names_missing = 0
    for term, variants in zip(query.terms, best.found, strict=True):
        possible += term.share * idf(index.by_passage, term)
        found = max(variants.values(), default=0.0)
        matched += found * len(term.own or (term.word,))
        names_missing += term.is_name and not found
    units = index.units[run.first : run.last]
    text = " ".join(unit.text for unit in units)
    kind_missing = query.kind is not Kind.OTHER and not holds(text, query.kind, query.words, units[0].language)
    unknown = sum(not term.variants for term in query.terms) / len(query.terms)
    said = {
        "to begin with": INTERCEPT,
        "score of what is possible": SCORE * score / possible,
        "words that match": MATCHED * math.log1p(matched),
        "names and numbers missing": NAME_MISSING * names_missing,
        "words that no document has": UNKNOWN * unknown,
        "date or number missing": KIND_MISSING * kind_missing,
        "size of the corpus": SIZE * math.log1p(index.size),
    }
    return said if best.nearness is None else _halved(said, best.nearness)


def _halved(said: dict[str, float], nearness: float) -> dict[str, float]:
    """The mean of what the words say and of what the nearness of meaning says."""
    halved = {name: value / 2 for name, value in said.items()}
    return halved | {"nearness of meaning": (NEAR + NEARNESS * nearness) / 2}
