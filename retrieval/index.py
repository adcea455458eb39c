"""What is known of a corpus before anybody asks? Its units and passages with their terms, and BM25 at three levels."""

from collections.abc import Callable, Hashable, Sequence
from itertools import chain, groupby

import numpy as np
import numpy.typing as npt

from retrieval.analysis import Analyzer
from retrieval.bm25 import Bm25
from retrieval.documents import Document, Role
from retrieval.passages import Passage, Unit, passages, units
from retrieval.questions import QueryTerm, Vocabulary
from retrieval.words import AUTHORS, WRITING

Positions = npt.NDArray[np.intp]


class Index:
    """Everything that is searched of a corpus, each thing known by its position. Immutable after construction.

    A passage is searched by its own words, those of its headings, and those of its document's title and path.
    `edges` holds the first and last unit of each passage, shape (passages, 2). `block_of` and `file_of` give of each
    unit the position of its block, as the scorer of blocks knows it, and that of its document among the documents.
    """

    def __init__(self, documents: Sequence[Document], analyzer: Analyzer, *, k1: float, b: float) -> None:
        self.units: tuple[Unit, ...] = tuple(unit for document in documents for unit in units(document))
        self.passages: tuple[Passage, ...] = tuple(passages(self.units))
        self.unit_terms = [analyzer.terms(unit.text) for unit in self.units]
        titles = {d.id: analyzer.terms(f"{d.title} {_words_of_path(d.id)}") for d in documents}
        self.edges = np.array([(p.first, p.last) for p in self.passages], dtype=np.intp).reshape(-1, 2)
        self.passage_terms = [
            self.terms_between(p)
            + _heading_terms(self.units[p.first], analyzer)
            + titles[self.units[p.first].document.id]
            for p in self.passages
        ]
        blocks, self.block_of = self._groups(lambda unit: (unit.document.id, unit.block.span))
        _, self.file_of = self._groups(lambda unit: unit.document.id)
        self.passage_scorer = Bm25(self.passage_terms, k1=k1, b=b)
        self.unit_scorer = Bm25(self.unit_terms, k1=k1, b=b)
        self.block_scorer = Bm25([self.terms_between(block) for block in blocks], k1=k1, b=b)
        self.is_byline = np.array([self.units[p.first].block.role is Role.BYLINE for p in self.passages], dtype=bool)
        asking = [" ".join(sorted(AUTHORS | WRITING))] if self.is_byline.any() else []
        self.vocabulary = Vocabulary(chain((document.text for document in documents), asking), analyzer)

    def idf(self, term: QueryTerm) -> float:
        """How telling a word of a question is: its own idf, else that of its most telling variant, else the highest."""
        if term.own:
            return self.passage_scorer.phrase_idf(term.own)
        return max(map(self.passage_scorer.phrase_idf, term.variants), default=self.passage_scorer.idf(""))

    def terms_between(self, run: Passage) -> list[str]:
        """The terms of a run of units, without those of headings and title."""
        return [term for terms in self.unit_terms[run.first : run.last] for term in terms]

    def _groups(self, key: Callable[[Unit], Hashable]) -> tuple[list[Passage], Positions]:
        """Units with the same key as runs, and of each unit the position of its run."""
        runs: list[Passage] = []
        for _, run in groupby(range(len(self.units)), key=lambda at: key(self.units[at])):
            ats = list(run)
            runs.append(Passage(ats[0], ats[-1] + 1))
        return runs, np.repeat(np.arange(len(runs)), [run.last - run.first for run in runs])


def _heading_terms(unit: Unit, analyzer: Analyzer) -> list[str]:
    """The headings above a unit. A byline has the words that ask for it instead."""
    if unit.block.role is Role.BYLINE:
        return [term for word in sorted(AUTHORS | WRITING) for term in analyzer.terms(word)]
    return [term for heading in unit.block.headings for term in analyzer.terms(heading.of(unit.document.text))]


def _words_of_path(path: str) -> str:
    return path.rpartition(".")[0].translate(str.maketrans("/_-.", "    "))
