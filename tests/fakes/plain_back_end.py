"""A back end without inverted lists or segments: what `CandidateSource` says, read from lists of words each time."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from retrieval.arrays import Floats, Positions
from retrieval.bm25.formula import Bm25, idf
from retrieval.documents.model import Document, Role
from retrieval.documents.passages import Passage, Unit, passages, units
from retrieval.index.back_end import PartScores, Reading
from retrieval.index.headings import terms_above
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language


class PlainScores:
    """BM25 over lists of terms."""

    def __init__(self, lists: Sequence[Sequence[str]], formula: Bm25) -> None:
        self._lists, self._formula = lists, formula
        lengths = np.array([len(terms) for terms in lists])
        self._norms = formula.norms(lengths, float(lengths.mean()))

    @property
    def positions(self) -> int:
        """How many lists there are."""
        return len(self._lists)

    def idf(self, term: str) -> float:
        """As Lucene's."""
        return idf(sum(term in terms for terms in self._lists) or 0.5, len(self._lists))

    def count(self, term: str) -> int:
        """How many lists have it."""
        return sum(term in terms for terms in self._lists)

    def scores(self, term: str) -> tuple[Positions, Floats]:
        """Where the term stands, and its score there."""
        where = np.array([at for at, terms in enumerate(self._lists) if term in terms], dtype=np.int64)
        return where, self.table([term], where.tolist())[0]

    def table(self, terms: Sequence[str], ats: Sequence[int]) -> Floats:
        """The score of each term, by row, at each position, by column."""
        counts = np.array([[self._lists[at].count(term) for at in ats] for term in terms]).reshape(len(terms), len(ats))
        weights = self._formula.weights(counts, self._norms[list(ats)])
        scores: Floats = weights * np.array([self.idf(term) for term in terms]).reshape(-1, 1)
        return scores


class PlainBackEnd:
    """Documents as candidates, those of greater ids behind."""

    def __init__(self, documents: Sequence[Document], analyzer: Analyzer, formula: Bm25) -> None:
        self._analyzer = analyzer
        self.units: list[Unit] = []
        self.passages: list[Passage] = []
        for document in documents:
            found, before = list(units(document)), len(self.units)
            self.units += found
            self.passages += [Passage(before + one.first, before + one.last) for one in passages(found)]
        self._ids = sorted(document.id for document in documents)
        self._unit_terms = [analyzer.of(language(unit.document.language)).terms(unit.text) for unit in self.units]
        self._blocks: list[list[int]] = []
        for at, unit in enumerate(self.units):
            if at and self.units[at - 1].block is unit.block:
                self._blocks[-1].append(at)
            else:
                self._blocks.append([at])
        self._passage_terms = [
            self._of_units(range(one.first, one.last)) + terms_above(self.units[one.first], analyzer)
            for one in self.passages
        ]
        self.by_unit = PlainScores(self._unit_terms, formula)
        self.by_block = PlainScores([self._of_units(ats) for ats in self._blocks], formula)
        self.by_passage = PlainScores(self._passage_terms, formula)

    def _of_units(self, ats: Iterable[int]) -> list[str]:
        return [term for at in ats for term in self._unit_terms[at]]

    def _where(self, holds: Callable[[Unit], bool]) -> list[int]:
        return [at for at, one in enumerate(self.passages) if holds(self.units[one.first])]

    @property
    def size(self) -> int:
        """How many passages there are."""
        return len(self.passages)

    @property
    def bylines(self) -> Positions:
        """The passages that are bylines."""
        return np.array(self._where(lambda unit: unit.block.role is Role.BYLINE), dtype=np.int64)

    def passages_of(self, document_id: str) -> range:
        """The passages of a document."""
        found = self._where(lambda unit: unit.document.id == document_id)
        return range(found[0], found[-1] + 1)

    def document_order(self, passages: Positions) -> Positions:
        """The places of their documents."""
        firsts = (self.units[self.passages[at].first] for at in passages.tolist())
        return np.array([self._ids.index(unit.document.id) for unit in firsts], dtype=np.int64)

    def in_units(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to their units."""
        lists = [[*range(self.passages[at].first, self.passages[at].last)] for at in passages.tolist()]
        return _part_scores(self.by_unit, lists, terms)

    def in_blocks(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to their blocks."""
        firsts = [self.passages[at].first for at in passages.tolist()]
        lists = [[number for number, ats in enumerate(self._blocks) if first in ats] for first in firsts]
        return _part_scores(self.by_block, lists, terms)

    def read(self, passages: Positions, numbers: Mapping[str, int]) -> Reading:
        """Their words."""
        runs = [self.passages[at] for at in passages.tolist()]
        found = [at for run in runs for at in range(run.first, run.last)]
        words = [(numbers.get(term, -1), row) for row, at in enumerate(found) for term in self._unit_terms[at]]
        begins = np.cumsum([0, *(run.last - run.first for run in runs)])[:-1]
        table = np.array(words, dtype=np.int64).reshape(-1, 2)
        return Reading(np.array(found, dtype=np.int64), begins, table[:, 0], table[:, 1])

    def terms_among(self, passage: int, wanted: Iterable[str]) -> frozenset[str]:
        """Those that stand in it or above it."""
        return frozenset(wanted).intersection(self._passage_terms[passage])

    def terms_above(self, passage: int, wanted: Iterable[str]) -> frozenset[str]:
        """Those that stand above it."""
        return frozenset(wanted).intersection(terms_above(self.units[self.passages[passage].first], self._analyzer))

    def shared_terms(self, run: Passage, other: Passage) -> tuple[int, int]:
        """How many are shared, and how many there are."""
        own, others = (set(self._of_units(range(one.first, one.last))) for one in (run, other))
        return len(own & others), len(own)


def _part_scores(scores: PlainScores, lists: Sequence[Sequence[int]], terms: Sequence[str]) -> PartScores:
    ats = sorted({at for own in lists for at in own})
    columns = [ats.index(at) for own in lists for at in own]
    begins = np.cumsum([0, *map(len, lists)])[:-1]
    return PartScores(scores.table(terms, ats), np.array(columns, dtype=np.int64), begins)
