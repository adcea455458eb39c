"""A back end without inverted lists or segments: what `CandidateSource` says, read from lists of words each time."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from retrieval.arrays import Floats, Positions
from retrieval.bm25.formula import Bm25, idf
from retrieval.documents.labels import label_term
from retrieval.documents.model import Document, Quality, Role
from retrieval.documents.passages import passages, units
from retrieval.documents.seen import seen
from retrieval.documents.unit import Passage, Unit
from retrieval.documents.versions import older
from retrieval.index.back_end import PartScores, Reading
from retrieval.index.fields import context, section_fields, title_fields
from retrieval.index.weighted import CONTEXT, SHORTEST, SHORTEST_UNIT, WHOLE
from retrieval.text.analysis import Analyzer

Counts = Mapping[str, float]


class PlainScores:
    """BM25 over counts of terms in texts of these lengths."""

    def __init__(self, counts: Sequence[Counts], lengths: Sequence[int], formula: Bm25, average: float = 0.0) -> None:
        self._counts, self._formula = counts, formula
        self._norms = formula.norms(np.array(lengths), average or float(np.mean(lengths)))

    @property
    def positions(self) -> int:
        """How many texts there are."""
        return len(self._counts)

    def idf(self, term: str) -> float:
        """As Lucene's."""
        return idf(sum(term in counts for counts in self._counts) or 0.5, len(self._counts))

    def count(self, term: str) -> int:
        """How many lists have it."""
        return sum(term in counts for counts in self._counts)

    def scores(self, term: str) -> tuple[Positions, Floats]:
        """Where the term stands, and its score there."""
        where = np.array([at for at, counts in enumerate(self._counts) if term in counts], dtype=np.int64)
        return where, self.table([term], where.tolist(), self.idf)[0]

    def table(self, terms: Sequence[str], ats: Sequence[int], idf_of: Callable[[str], float]) -> Floats:
        """The score of each term, by row, at each position, by column."""
        counts = np.array([[self._counts[at].get(term, 0.0) for at in ats] for term in terms])
        weights = self._formula.weights(counts.reshape(len(terms), len(ats)), self._norms[list(ats)])
        scores: Floats = weights * np.array([idf_of(term) for term in terms]).reshape(-1, 1)
        return scores


class PlainBackEnd:
    """Documents as candidates, those of greater ids behind."""

    def __init__(self, documents: Sequence[Document], analyzer: Analyzer, formula: Bm25) -> None:
        self.analyzer = analyzer
        self.units: list[Unit] = []
        self.passages: list[Passage] = []
        self._above: list[list[int]] = []
        self._fields: list[Counts] = []  # of the section of each unit
        for document in documents:
            found, before = list(units(document)), len(self.units)
            self.units += found
            self.passages += [Passage(before + one.first, before + one.last) for one in passages(found)]
            self._above += [[before + at for at in ats] for ats in context(found)]
            for at, unit in enumerate(found):
                if at and found[at - 1].section == unit.section:
                    self._fields.append(self._fields[-1])
                else:
                    self._fields.append(section_fields(unit, title_fields(document, analyzer), analyzer))
        self._ids = sorted(document.id for document in documents)
        found_terms = [self._terms_of(unit) for unit in self.units]
        self._unit_terms = [terms for terms, _ in found_terms]
        self._unit_lengths = [len(terms) - forms for terms, forms in found_terms]
        self._blocks = self._runs(lambda one, other: one.block is other.block)
        self._sections = self._runs(lambda one, other: (one.document, one.section) == (other.document, other.section))
        runs = [range(one.first, one.last) for one in self.passages]
        self._passage_counts = [self._counts(run) | self._context(run, self._counts(run)) for run in runs]
        self.by_unit = PlainScores(list(map(Counter, self._unit_terms)), self._unit_lengths, formula)
        self.by_passage = PlainScores(self._passage_counts, [max(SHORTEST, self._length(run)) for run in runs], formula)
        singles = [[at] for at in range(len(self.units))]
        self._parts_of_units = PlainScores(
            [self._counts(at) | self._context(at, self._counts(at)) for at in singles],
            [max(SHORTEST_UNIT, length) for length in self._unit_lengths],
            formula,
            float(np.mean(self._unit_lengths)),
        )
        self._parts_of_blocks, self._parts_of_sections = (
            PlainScores([self._counts(run) for run in runs], lengths, formula, _mean_above_0(lengths))
            for runs in (self._blocks, self._sections)
            for lengths in ([self._length(run) for run in runs],)
        )

    def _terms_of(self, unit: Unit) -> tuple[list[str], int]:
        """The terms of the unit, and how many of them make it no longer."""
        text = unit.text if unit.block.role is Role.CODE else seen(unit.text)
        terms, forms = self.analyzer.of(unit.language).all_terms(text)
        return terms + ([label_term(unit.label)] if unit.label else []), forms

    def _length(self, ats: Iterable[int]) -> int:
        return sum(self._unit_lengths[at] for at in ats if not self.units[at].is_heading)

    def _runs(self, together: Callable[[Unit, Unit], bool]) -> list[list[int]]:
        runs: list[list[int]] = []
        for at, unit in enumerate(self.units):
            if at and together(self.units[at - 1], unit):
                runs[-1].append(at)
            else:
                runs.append([at])
        return runs

    def _text(self, ats: Iterable[int]) -> list[str]:
        return [term for at in ats if not self.units[at].is_heading for term in self._unit_terms[at]]

    def _counts(self, ats: Sequence[int]) -> dict[str, float]:
        """The words of the units and, weighted, those above them."""
        counts: Counter[str] = Counter({term: n * WHOLE for term, n in Counter(self._text(ats)).items()})
        counts.update(self._fields[ats[0]])
        return {term: count / WHOLE for term, count in counts.items()}

    def _context(self, ats: Iterable[int], counts: Counts) -> dict[str, float]:
        """Of the words of what the units stand below the counts with these."""
        around = {term for at in ats for above in self._above[at] for term in self._unit_terms[above]}
        return {term: counts.get(term, 0.0) + CONTEXT / WHOLE for term in around}

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

    @property
    def older(self) -> frozenset[str]:
        """The older versions of documents."""
        return older(self._ids)

    def passages_of(self, document_id: str) -> range:
        """The passages of a document."""
        found = self._where(lambda unit: unit.document.id == document_id)
        return range(found[0], found[-1] + 1)

    def document_order(self, passages: Positions) -> Positions:
        """The places of their documents."""
        return np.array([self._ids.index(unit.document.id) for unit in self._firsts(passages)], dtype=np.int64)

    def _firsts(self, passages: Positions) -> list[Unit]:
        return [self.units[self.passages[at].first] for at in passages.tolist()]

    def in_units(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to their units."""
        lists = [[*range(self.passages[at].first, self.passages[at].last)] for at in passages.tolist()]
        return _part_scores(self._parts_of_units, lists, terms, self.by_unit.idf)

    def in_blocks(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to their blocks."""
        return self._in_runs(self._parts_of_blocks, self._blocks, passages, terms)

    def in_sections(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to their sections."""
        return self._in_runs(self._parts_of_sections, self._sections, passages, terms)

    def _in_runs(
        self, scores: PlainScores, runs: Sequence[Sequence[int]], passages: Positions, terms: Sequence[str]
    ) -> PartScores:
        firsts = [self.passages[at].first for at in passages.tolist()]
        lists = [[number for number, ats in enumerate(runs) if first in ats] for first in firsts]
        return _part_scores(scores, lists, terms, self.by_passage.idf)

    def headings(self, passages: Positions) -> Positions:
        """The first units of their sections, if they are headings."""
        found = [next(ats[0] for ats in self._sections if self.passages[at].first in ats) for at in passages.tolist()]
        return np.array([at if self.units[at].is_heading else -1 for at in found], dtype=np.int64)

    def qualities(self, passages: Positions) -> list[Quality]:
        """Of their first blocks."""
        return [unit.block.quality for unit in self._firsts(passages)]

    def read_units(self, units: Positions, numbers: Mapping[str, int]) -> tuple[Positions, Positions]:
        """The words of units."""
        ats = enumerate(units.tolist())
        words = [(numbers.get(term, -1), row) for row, at in ats for term in self._unit_terms[at]]
        table = np.array(words, dtype=np.int64).reshape(-1, 2)
        return table[:, 0], table[:, 1]

    def read(self, passages: Positions, numbers: Mapping[str, int]) -> Reading:
        """Their words."""
        runs = [self.passages[at] for at in passages.tolist()]
        found = np.array([at for run in runs for at in range(run.first, run.last)], dtype=np.int64)
        begins = np.cumsum([0, *(run.last - run.first for run in runs)])[:-1]
        return Reading(found, begins, *self.read_units(found, numbers))

    def terms_among(self, passage: int, wanted: Iterable[str]) -> frozenset[str]:
        """Those that stand in it or above it."""
        return frozenset(wanted).intersection(self._passage_counts[passage])

    def terms_above(self, passage: int, wanted: Iterable[str]) -> frozenset[str]:
        """Those that stand above it."""
        return frozenset(wanted).intersection(self._fields[self.passages[passage].first])

    def shared_terms(self, run: Passage, other: Passage) -> tuple[int, int]:
        """How many are shared, and how many there are."""
        own, others = (
            {term for at in range(one.first, one.last) for term in self._unit_terms[at]} for one in (run, other)
        )
        return len(own & others), len(own)


def _mean_above_0(lengths: Sequence[int]) -> float:
    above = [length for length in lengths if length]
    return sum(above) / len(above) if above else 1.0


def _part_scores(
    scores: PlainScores, lists: Sequence[Sequence[int]], terms: Sequence[str], idf_of: Callable[[str], float]
) -> PartScores:
    ats = sorted({at for own in lists for at in own})
    columns = [ats.index(at) for own in lists for at in own]
    begins = np.cumsum([0, *map(len, lists)])[:-1]
    return PartScores(scores.table(terms, ats, idf_of), np.array(columns, dtype=np.int64), begins)
