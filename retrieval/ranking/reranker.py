"""How do the best passages come into another order? By whatever scores them anew; `semantic` has the one built in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

import numpy as np

from retrieval.documents.model import Document
from retrieval.documents.unit import Unit
from retrieval.index.back_end import CandidateSource
from retrieval.ranking.ranking import Ranking
from retrieval.text.span import Span

CANDIDATES = 100
"""Passages that are looked at again; the others keep their places behind them."""


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage as a re-ranker is given it: its units (one or more) in order, and the score of its words, above 0."""

    units: tuple[Unit, ...]
    score: float

    @property
    def document(self) -> Document:
        """Where it stands."""
        return self.units[0].document

    @property
    def text(self) -> str:
        """The exact text of it."""
        return Span(self.units[0].span.start, self.units[-1].span.end).of(self.document.text)


@runtime_checkable
class KnowsNearness(Protocol):
    """A re-ranker that also tells how near a passage comes to the question, which then counts for the confidence."""

    def nearness(self, question: str, passage: RankedPassage, /) -> float:
        """About 0 to 1: 1 where the passage says the same."""
        ...


class Reranker(Protocol):
    """Scores the best passages of a question anew. Several threads may ask it at once."""

    def scores(self, question: str, passages: Sequence[RankedPassage], /) -> Sequence[float]:
        """A new score for each of the passages, which are given best first: more comes first, equals stay in order.

        Scores are on the scale of `RankedPassage.score`, which is what to start from: what scores far less than the
        best is not shown beside it.
        """
        ...


def ranked_passage(index: CandidateSource, ranking: Ranking, at: int) -> RankedPassage:
    """The passage at this position, as a re-ranker is given it."""
    run = index.passages[at]
    return RankedPassage(tuple(index.units[run.first : run.last]), ranking.scores[at])


def reranked(reranker: Reranker, question: str, index: CandidateSource, ranking: Ranking) -> Ranking:
    """The ranking with its first hundred passages in a new order. None of them scores less than the last one did."""
    first = list(ranking.order[:CANDIDATES])
    if len(first) < 2:
        return ranking
    passages = [ranked_passage(index, ranking, at) for at in first]
    total = np.array(reranker.scores(question, passages), dtype=np.float64)
    least = min(passage.score for passage in passages)
    scores = {**ranking.scores, **dict(zip(first, np.maximum(total, least).tolist(), strict=True))}
    order = [first[at] for at in np.argsort(-total, kind="stable")]
    return replace(ranking, order=[*order, *ranking.order[CANDIDATES:]], scores=scores)
