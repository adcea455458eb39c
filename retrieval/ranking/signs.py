"""What tells whether a passage answers? Ratios that mean the same in a folder of one sentence and of a million.

A word weighs as in a corpus that has `IMAGINED` passages more: ln((N + 300) / (n + 1)), for n of N passages that have
it. So in a folder of one sentence, where the inverse document frequency tells nothing, words weigh alike, and in a
large one as ever. Sums of weights are told in units of a word that stands nowhere, so that they do not grow with N.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.index.back_end import CandidateSource
from retrieval.query.answer_types import fit
from retrieval.query.understanding import NAME_WEIGHT, QueryTerm
from retrieval.ranking.candidate import Match
from retrieval.text.analysis import Phrase

IMAGINED = 300
"""Passages of an imagined other corpus beside this one. With 30 to 1,000 of them answerable questions are told from
others equally well."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What the best passage, with its headings and title, has and lacks of a question.

    `have` is the weight of what it has, as ln(weight / weight of a word that stands nowhere + 0.5). All else are shares
    of the weight of all words, 0 to 1: `share` is that of what it has; `missing_names` that of names and numbers that
    it lacks; `above` that of what stands in its headings and title. `unknown` is that of words that no document has,
    each as if it weighed 1, × ln(1 + N / 300): only a large folder is expected to have them. `outside` is the share of
    what stands outside its best sentence, × `share`. `wrong_kind` is 1 where nothing in it is of the kind that is
    asked for.
    """

    have: float
    share: float
    missing_names: float
    above: float
    unknown: float
    outside: float
    wrong_kind: float


def signs(best: Match, index: CandidateSource) -> Signs:
    """What speaks for and against the passage as an answer."""
    query, run = best.query, index.passages[best.passage]
    terms, size = query.terms, index.size
    rare = math.log(size + IMAGINED)
    weights = [term.share * _weight(term, index) for term in terms]
    here = [_share(term, found.items()) for term, found in zip(terms, best.found, strict=True)]
    total = sum(weights)
    has = _dot(weights, here)
    above = index.terms_above(best.passage, query.parts)
    units = index.units[run.first : run.last]
    kind = fit(" ".join(unit.text for unit in units), query.kind, query.words, units[0].language)
    unknown = sum(term.share for term in terms if not term.variants)
    return Signs(
        have=math.log(has / rare + 0.5),
        share=has / total,
        missing_names=_dot(weights, [term.is_name * (1 - got) for term, got in zip(terms, here, strict=True)]) / total,
        above=_dot(weights, [_share_among(term, above) for term in terms]) / total,
        unknown=unknown * math.log1p(size / IMAGINED) / total,
        outside=max(0.0, has - _in_sentence(terms, weights, best.passage, index)) / total * has / total,
        wrong_kind=0.0 if kind is None else 1.0 - kind,
    )


def missing(best: Match, index: CandidateSource) -> tuple[str, ...]:
    """The words of the question that the passage lacks, with its headings and title: names first, rarer ones first."""
    lacking = [
        term
        for term, found in zip(best.query.terms, best.found, strict=True)
        if not found and not term.is_carried and term.share == 1
    ]
    return tuple(term.word for term in sorted(lacking, key=lambda term: (not term.is_name, -_weight(term, index))))


def _weight(term: QueryTerm, index: CandidateSource) -> float:
    """What the term weighs: its own words, else the commonest of what stands for it; most, if nothing does."""
    phrases: Iterable[Phrase] = [term.own] if term.own else term.variants
    return min((sum(_rarity(part, index) for part in phrase) for phrase in phrases), default=_rarity("", index))


def _rarity(part: str, index: CandidateSource) -> float:
    return math.log((index.size + IMAGINED) / (index.by_passage.count(part) + 1))


def _share(term: QueryTerm, found: Iterable[tuple[Phrase, float]]) -> float:
    """How far the term stands there, 0 to 1."""
    whole = term.share * (NAME_WEIGHT if term.is_name else 1.0)
    return min(1.0, max((weight for _, weight in found), default=0.0) / whole)


def _share_among(term: QueryTerm, here: Collection[str]) -> float:
    """How far the term stands among these."""
    return _share(
        term, ((phrase, weight) for phrase, weight in term.variants.items() if all(p in here for p in phrase))
    )


def _in_sentence(terms: Sequence[QueryTerm], weights: Sequence[float], passage: int, index: CandidateSource) -> float:
    """The weight of the terms in that sentence of the passage which has most of it."""
    parts = sorted({part for term in terms for variant in term.variants for part in variant})
    reading = index.read(np.array([passage]), {part: number for number, part in enumerate(parts)})
    among: dict[int, set[str]] = {}
    known = reading.numbers >= 0
    for row, number in zip(reading.rows[known].tolist(), reading.numbers[known].tolist(), strict=True):
        among.setdefault(row, set()).add(parts[number])
    return max((_dot(weights, [_share_among(term, one) for term in terms]) for one in among.values()), default=0.0)


def _dot(weights: Sequence[float], shares: Sequence[float]) -> float:
    return sum(weight * share for weight, share in zip(weights, shares, strict=True))
