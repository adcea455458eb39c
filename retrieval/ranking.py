"""Which passages answer best? The index over a corpus, and how passages are ranked for a question.

A passage's score is its BM25, and with small weights that of its best unit, of its block and of its document, so that
a passage in the right surroundings is ahead of the same words elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from retrieval.analysis import Analyzer
from retrieval.bm25 import Bm25
from retrieval.documents import Document, Role
from retrieval.passages import Passage, Unit, passages, units
from retrieval.questions import Query, QueryTerm, Vocabulary
from retrieval.words import AUTHORSHIP

UNIT_WEIGHT, BLOCK_WEIGHT, DOCUMENT_WEIGHT = 0.3, 0.15, 0.05
"""Weights beside the passage's own 1. Doubling or halving any moves hit@1 of the development sets by under a point."""

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


class Index:
    """Everything that is searched of a corpus. Immutable after construction."""

    def __init__(self, documents: Sequence[Document], analyzer: Analyzer, *, k1: float, b: float) -> None:
        self.units: list[Unit] = [unit for document in documents for unit in units(document)]
        self.passages: list[Passage] = list(passages(self.units))
        self.vocabulary = Vocabulary((document.text for document in documents), analyzer)
        contexts = {
            document.id: analyzer.terms(f"{document.title} {_words_of_path(document.id)}") for document in documents
        }
        terms = [analyzer.terms(unit.text) for unit in self.units]
        self.terms: list[list[str]] = [
            [term for at in range(passage.first, passage.last) for term in terms[at]]
            + _heading_terms(self.units[passage.first], analyzer)
            + contexts[self.units[passage.first].document.id]
            for passage in self.passages
        ]
        blocks = [
            list(run)
            for _, run in groupby(
                range(len(terms)), key=lambda at: (self.units[at].document.id, self.units[at].block.span)
            )
        ]
        files = [list(run) for _, run in groupby(range(len(terms)), key=lambda at: self.units[at].document.id)]
        self._block_of = np.repeat(np.arange(len(blocks)), [len(block) for block in blocks])
        self._file_of = np.repeat(np.arange(len(files)), [len(file) for file in files])
        self.passage_scorer = Bm25(self.terms, k1=k1, b=b)
        self._unit_scorer = Bm25(terms, k1=k1, b=b)
        self._block_scorer = Bm25([[t for at in block for t in terms[at]] for block in blocks], k1=k1, b=b)
        self._file_scorer = Bm25(
            [[t for at in file for t in terms[at]] + contexts[self.units[file[0]].document.id] for file in files],
            k1=k1,
            b=b,
        )
        self._edges = np.array([(p.first, p.last) for p in self.passages], dtype=np.intp).ravel()
        self._bylines = np.array([self.units[p.first].block.role is Role.BYLINE for p in self.passages], dtype=bool)

    def rank(self, query: Query) -> Ranking:
        """All passages that share a term with the query."""
        own = _sum(self.passage_scorer, query.terms)
        if not query.asks_author:
            own[self._bylines] = 0.0
        matching = own > 0
        if not matching.any():
            return Ranking((), own, own)
        by_unit = np.append(_sum(self._unit_scorer, query.terms), 0.0)
        best_unit = np.maximum.reduceat(by_unit, self._edges)[::2]
        first_unit = self._edges[::2]
        scores = np.where(
            matching,
            own
            + UNIT_WEIGHT * best_unit
            + BLOCK_WEIGHT * _sum(self._block_scorer, query.terms)[self._block_of][first_unit]
            + DOCUMENT_WEIGHT * _sum(self._file_scorer, query.terms)[self._file_of][first_unit],
            0.0,
        )
        order = np.argsort(-scores, kind="stable")[: np.count_nonzero(matching)]
        return Ranking(order.tolist(), scores, own)


def _sum(scorer: Bm25, terms: Sequence[QueryTerm]) -> Scores:
    """The score of every passage of the scorer: of each question word, its best variant."""
    total = np.zeros(scorer.size)
    for term in terms:
        best = np.zeros(scorer.size)
        for variant, weight in term.variants.items():
            where, scores = scorer.scores(variant)
            if len(where):
                best[where] = np.maximum(best[where], weight * scores)
        total += best
    return total


def _heading_terms(unit: Unit, analyzer: Analyzer) -> list[str]:
    """The headings above a unit. A byline stands for the whole document, and for the words that ask for it."""
    terms = [term for heading in unit.block.headings for term in analyzer.terms(heading.of(unit.document.text))]
    if unit.block.role is Role.BYLINE:
        terms += [term for word in sorted(AUTHORSHIP) for term in analyzer.terms(word)]
    return terms


def _words_of_path(path: str) -> str:
    return path.rpartition(".")[0].translate(str.maketrans("/_-.", "    "))
