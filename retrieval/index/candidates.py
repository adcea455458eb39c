"""Which candidates do segments give, and what stands in them? The only door to the segments of an index."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from retrieval.arrays import Flags, Floats, Positions, by_segment, distinct
from retrieval.bm25.formula import Bm25
from retrieval.bm25.inverted_index import InvertedIndex
from retrieval.bm25.postings import Postings
from retrieval.documents.model import Quality
from retrieval.documents.unit import Passage, Unit
from retrieval.documents.versions import older
from retrieval.index.back_end import PartScores, Reading
from retrieval.index.deletions import Deletions
from retrieval.index.parts import Parts, side_by_side
from retrieval.index.run_lengths import RunLengths
from retrieval.index.segment import Segment
from retrieval.index.weighted import SHORTEST_UNIT, WHOLE, runs
from retrieval.storage.lazy_sequence import LazySequence
from retrieval.text.analysis import Analyzer

_QUALITIES = tuple(Quality)


class SegmentReader:
    """Segments side by side as a `CandidateSource`: everything is known by its position through all of them.

    What was removed keeps its position and counts nowhere.
    """

    def __init__(
        self, analyzer: Analyzer, formula: Bm25, segments: Sequence[Segment] = (), deletions: Sequence[Deletions] = ()
    ) -> None:
        self.analyzer = analyzer
        self.formula = formula
        self.segments = tuple(segments)
        self.deletions = tuple(deletions) or tuple(Deletions() for _ in self.segments)
        self._unit_offsets = _offsets(len(segment.unit_block) for segment in self.segments)
        self._passage_offsets = _offsets(len(segment.edges) for segment in self.segments)
        self.by_passage = self._inverted(
            (s.by_passage for s in self.segments), (d.passages for d in self.deletions), lambda s: s.passage_bounds
        )
        self.by_unit = self._inverted(
            (s.by_unit for s in self.segments), (d.units for d in self.deletions), lambda s: s.unit_bounds
        )
        self.units = LazySequence(self._unit_offsets[-1], self._unit)
        self.passages = LazySequence(self._passage_offsets[-1], self._passage)
        self.unit_terms = LazySequence(self._unit_offsets[-1], lambda at: self.terms_between(Passage(at, at + 1)))

    @property
    def size(self) -> int:
        """How many passages count."""
        return self.by_passage.size

    @cached_property
    def bylines(self) -> Positions:
        """The positions of the passages that are bylines."""
        marked = self._through(self._passage_offsets, lambda segment: np.flatnonzero(segment.is_byline))
        return marked[~np.isin(marked, self.by_passage.removed)]

    @cached_property
    def older(self) -> frozenset[str]:
        """The ids of the documents that are older versions of another."""
        return older(self._numbers)

    def qualities(self, passages: Positions) -> list[Quality]:
        """What each of the passages begins with."""
        return [_QUALITIES[number] for number in self._qualities[passages].tolist()]

    @cached_property
    def _qualities(self) -> Positions:
        return self._through([0] * len(self.segments), lambda segment: segment.qualities)

    @cached_property
    def _is_heading(self) -> Flags:
        return np.concatenate([np.empty(0, bool), *(segment.is_heading for segment in self.segments)])

    @property
    def live_passages(self) -> list[int]:
        """The positions of all passages that count."""
        live: list[int] = np.setdiff1d(np.arange(len(self.passages)), self.by_passage.removed).tolist()
        return live

    def units_of(self, document_id: str) -> range:
        """The positions of the units of a document."""
        return self._of(document_id, self._unit_offsets, lambda segment: segment.unit_bounds)

    def passages_of(self, document_id: str) -> range:
        """The positions of the passages of a document."""
        return self._of(document_id, self._passage_offsets, lambda segment: segment.passage_bounds)

    def documents_of(self, units: Positions) -> Positions:
        """The places of the units' documents in the order of ids; what was removed has places of its own."""
        return self._places[np.searchsorted(self._document_starts, units, side="right") - 1]

    def document_order(self, passages: Positions) -> Positions:
        """The places of the passages' documents in the order of ids."""
        return self.documents_of(self._edges[passages, 0])

    @cached_property
    def block_lengths(self) -> RunLengths:
        """The blocks."""
        return self._lengths([segment.block_starts for segment in self.segments])

    @cached_property
    def section_lengths(self) -> RunLengths:
        """The sections."""
        return self._lengths([segment.section_starts for segment in self.segments])

    def _lengths(self, starts: Sequence[Positions]) -> RunLengths:
        return RunLengths(self.segments, [gone.documents for gone in self.deletions], starts)

    @property
    def document_ends(self) -> tuple[Positions, Positions]:
        """Of each unit the first unit of its document, and the one behind the last."""
        lengths = np.diff(self._document_starts, append=len(self.units))
        return np.repeat(self._document_starts, lengths), np.repeat(self._document_starts + lengths, lengths)

    def in_units(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to the units of some passages, by how telling they are among units."""
        every, begins = self._units_in(passages)
        units, columns = distinct(every)
        least = self.formula.norms(np.array([SHORTEST_UNIT]), self.by_unit.average)
        found = []
        for number, local in by_segment(units, self._unit_offsets):
            norms = np.maximum(self.by_unit.norms[number].of(local), least)
            counts = Parts(self.segments[number], terms).in_units(local)
            found.append(self.formula.weights(counts, norms))
        idfs = np.array([self.by_unit.idf(term) for term in terms])
        return PartScores(side_by_side(found, idfs), columns, begins)

    def in_blocks(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to the block of each of some passages."""
        return self._in_runs(passages, terms, self.block_lengths, Parts.in_runs)

    def in_sections(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to the section of each of some passages."""
        return self._in_runs(passages, terms, self.section_lengths, Parts.in_sections)

    def _in_runs(
        self,
        passages: Positions,
        terms: Sequence[str],
        lengths: RunLengths,
        count: Callable[[Parts, Positions, Positions], Floats],
    ) -> PartScores:
        parts, columns = distinct(lengths.at(self._edges[passages, 0]))
        found = []
        for number, local in by_segment(parts, lengths.offsets):
            starts = lengths.starts[number]
            counts = count(Parts(self.segments[number], terms), starts[local], starts[local + 1])
            norms = self.formula.norms(lengths.of[number][local], lengths.average)
            found.append(self.formula.weights(counts, norms))
        idfs = np.array([self.by_passage.idf(term) for term in terms])
        return PartScores(side_by_side(found, idfs), columns, np.arange(len(passages)))

    def headings(self, passages: Positions) -> Positions:
        """The heading that opens the section of each of some passages, as a unit; -1 for none."""
        firsts = self.section_lengths.first_of(self._edges[passages, 0])
        return np.where(self._is_heading[firsts], firsts, -1)

    def read(self, passages: Positions, numbers: Mapping[str, int]) -> Reading:
        """The words of some passages, those terms by number (0 or more) that have one."""
        units, begins = self._units_in(passages)
        return Reading(units, begins, *self.read_units(units, numbers))

    def read_units(self, units: Positions, numbers: Mapping[str, int]) -> tuple[Positions, Positions]:
        """The words of some units: of each the number of its term, or -1, and the row of its unit."""
        segment_of = np.searchsorted(self._unit_offsets, units, side="right") - 1
        found, rows = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        for number in np.unique(segment_of).tolist():
            segment, here = self.segments[number], np.flatnonzero(segment_of == number)
            # One more than there are terms: behind the last one comes what is not found.
            number_of = np.full(len(segment.terms) + 1, -1)
            number_of[[segment.terms.find(term) for term in numbers]] = list(numbers.values())
            local = units[here] - self._unit_offsets[number]
            at, row = runs(segment.unit_starts[local], segment.unit_starts[local + 1])
            found.append(number_of[segment.unit_terms[at]])
            rows.append(here[row])
        return np.concatenate(found), np.concatenate(rows)

    def terms_between(self, run: Passage) -> list[str]:
        """The terms of a run of units of one document, without those of headings and title."""
        segment, offset = self._segment_with(run.first)
        return [segment.terms[term] for term in segment.terms_between(run.first - offset, run.last - offset)]

    def counts_of(self, passage: int) -> dict[str, float]:
        """The terms that a passage is searched by, each with its count; 1 for a word of its text."""
        run = self.passages[passage]
        segment, offset = self._segment_with(run.first)
        counts = segment.counts_of(Passage(run.first - offset, run.last - offset))
        return {segment.terms[term]: count / WHOLE for term, count in counts.items()}

    def terms_among(self, passage: int, wanted: Iterable[str]) -> frozenset[str]:
        """Those of the terms that a passage is searched by which are wanted."""
        run = self.passages[passage]
        segment, offset = self._segment_with(run.first)
        found = segment.counts_of(Passage(run.first - offset, run.last - offset))
        return frozenset(term for term in wanted if segment.terms.find(term) in found)

    def terms_above(self, passage: int, wanted: Iterable[str]) -> frozenset[str]:
        """Those of the terms which stand in a passage's headings, title and path."""
        run = self.passages[passage]
        segment, offset = self._segment_with(run.first)
        found = segment.fields_of(run.first - offset)
        return frozenset(term for term in wanted if segment.terms.find(term) in found)

    def shared_terms(self, run: Passage, other: Passage) -> tuple[int, int]:
        """How many of the terms of a run of units another one has too, and how many there are; each term once."""
        (segment, offset), (behind, _) = self._segment_with(run.first), self._segment_with(other.first)
        if segment is behind:
            own, others = (set(segment.terms_between(r.first - offset, r.last - offset)) for r in (run, other))
            return len(own & others), len(own)
        said = set(self.terms_between(run))  # numbers differ from segment to segment
        return len(said.intersection(self.terms_between(other))), len(said)

    def _units_in(self, passages: Positions) -> tuple[Positions, Positions]:
        """The units of all passages, one passage behind the other, and where those of each begin."""
        edges = self._edges[passages]
        lengths = edges[:, 1] - edges[:, 0]
        return runs(edges[:, 0], edges[:, 1])[0], np.cumsum(lengths) - lengths

    @cached_property
    def _edges(self) -> Positions:
        """Of each passage its first unit and the one behind its last (P, 2)."""
        return self._through(self._unit_offsets, lambda segment: segment.edges).reshape(-1, 2)

    @cached_property
    def _document_starts(self) -> Positions:
        """The first unit of each document. A document without one begins where the next does."""
        return self._through(self._unit_offsets, lambda segment: segment.unit_bounds[:-1])

    @cached_property
    def _places(self) -> Positions:
        """Of each document of each segment its place in the order of ids."""
        ids = [document.id for segment in self.segments for document in segment.documents]
        places = np.empty(len(ids), dtype=np.int64)
        places[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids))
        return places

    @cached_property
    def _numbers(self) -> dict[str, tuple[int, int]]:
        """Of each document that counts its segment and its number there."""
        return {
            document.id: (at, number)
            for at, (segment, deletions) in enumerate(zip(self.segments, self.deletions, strict=True))
            for number, document in enumerate(segment.documents)
            if number not in deletions.documents
        }

    def _of(self, document_id: str, offsets: Sequence[int], bounds: Callable[[Segment], Positions]) -> range:
        at, number = self._numbers[document_id]
        first, last = bounds(self.segments[at])[number : number + 2].tolist()
        return range(offsets[at] + first, offsets[at] + last)

    def _through(self, offsets: Sequence[int], of: Callable[[Segment], npt.NDArray[np.integer]]) -> Positions:
        found = [of(segment) + np.int64(offset) for segment, offset in zip(self.segments, offsets, strict=False)]
        return np.concatenate(found) if found else np.empty(0, np.int64)

    def _segment_with(self, unit: int) -> tuple[Segment, int]:
        """The segment that the unit stands in, and the position of its first unit."""
        number = bisect_right(self._unit_offsets, unit) - 1 if len(self.segments) > 1 else 0
        return self.segments[number], self._unit_offsets[number]

    def _unit(self, at: int) -> Unit:
        segment, offset = self._segment_with(at)
        return segment.unit(at - offset)

    def _passage(self, at: int) -> Passage:
        number = bisect_right(self._passage_offsets, at) - 1
        run, offset = self.segments[number].passage(at - self._passage_offsets[number]), self._unit_offsets[number]
        return Passage(run.first + offset, run.last + offset) if offset else run

    def _inverted(
        self, postings: Iterator[Postings], fewer: Iterator[Counter[str]], bounds: Callable[[Segment], Positions]
    ) -> InvertedIndex:
        removed: list[range] = []
        offset = 0
        for segment, deletions in zip(self.segments, self.deletions, strict=True):
            of = bounds(segment)
            removed += [range(offset + of[n], offset + of[n + 1]) for n in sorted(deletions.documents)]
            offset += int(of[-1])
        total: Counter[str] = Counter()
        for one in fewer:
            total.update(one)
        positions = np.array([at for run in removed for at in run], dtype=np.int64)
        return InvertedIndex(self.formula, tuple(postings), positions, total)


def _offsets(sizes: Iterable[int]) -> list[int]:
    return [0, *accumulate(sizes)]
