"""What is known of a corpus before anybody asks? Shelves side by side, and exact statistics over all of them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain

import numpy as np
import numpy.typing as npt

from retrieval.bm25.formula import Bm25
from retrieval.bm25.inverted_index import InvertedIndex
from retrieval.bm25.postings import Segment
from retrieval.documents.model import Document
from retrieval.documents.passages import Passage, Unit
from retrieval.index.deletions import Removals
from retrieval.index.segment import Shelf
from retrieval.index.segment_writer import byline_words, filled, terms_above
from retrieval.index.vocabulary import Vocabulary, words_of
from retrieval.progress import Progress, one_by_one
from retrieval.query.understanding import QueryTerm
from retrieval.storage.lazy_sequence import Lazily
from retrieval.synonyms.thesaurus import SYNONYM_WEIGHT, Phrase, Synonyms
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import DEFAULT

Positions = npt.NDArray[np.int64]

GROWTH = 2
"""A shelf that has not so many times the text of what comes behind it is filled anew together with that."""


class Index:
    """Everything that is searched of a corpus, each thing known by its position through all shelves.

    A passage is searched by its own words, those of its headings, and those of its document's title and path. An index
    never changes: a change gives a new one that shares most shelves with the old. What was removed keeps its position
    until its shelf is filled anew, and counts nowhere. Where scores are equal, documents go by their ids and then
    passages by their place, so that an index that grew answers as one that was made at once.
    """

    def __init__(
        self, analyzer: Analyzer, formula: Bm25, shelves: Sequence[Shelf] = (), removals: Sequence[Removals] = ()
    ) -> None:
        self.analyzer = analyzer
        self.formula = formula
        self.shelves = tuple(shelves)
        self.removals = tuple(removals) or tuple(Removals() for _ in self.shelves)
        self.unit_offsets = _offsets(len(shelf.unit_block) for shelf in self.shelves)
        self.passage_offsets = _offsets(len(shelf.edges) for shelf in self.shelves)
        self._block_offsets = _offsets(len(shelf.block_starts) - 1 for shelf in self.shelves)
        self.by_passage = self._inverted(
            (s.by_passage for s in self.shelves), (r.passages for r in self.removals), lambda s: s.passage_bounds
        )
        self.by_unit = self._inverted(
            (s.by_unit for s in self.shelves), (r.units for r in self.removals), lambda s: s.unit_bounds
        )
        self.by_block = self._inverted(
            (s.by_block for s in self.shelves), (r.blocks for r in self.removals), lambda s: s.block_bounds
        )
        self.units = Lazily(self.unit_offsets[-1], self._unit)
        self.passages = Lazily(self.passage_offsets[-1], self._passage)
        self.unit_terms = Lazily(self.unit_offsets[-1], lambda at: self.terms_between(Passage(at, at + 1)))

    @classmethod
    def of(cls, documents: Iterable[Document], analyzer: Analyzer, formula: Bm25) -> "Index":
        """An index of these documents, of which no two have the same id."""
        return cls(analyzer, formula).changed(documents)

    def changed(
        self, added: Iterable[Document], removed: Iterable[str] = (), progress: Progress = one_by_one
    ) -> "Index":
        """The index without the documents of these ids, then with other documents."""
        gone = set(removed)
        kept: list[tuple[Shelf, Removals]] = []
        new = list(added)
        for shelf, before in zip(self.shelves, self.removals, strict=True):
            numbers = [at for at, document in enumerate(shelf.documents) if document.id in gone]
            removals = before.and_of(shelf, numbers, self.analyzer)
            left = _left(shelf, removals)
            if GROWTH * _size(left) >= shelf.size:
                kept.append((shelf, removals))
            else:
                new += left
        while new and kept and kept[-1][0].size < GROWTH * _size(new):
            new += _left(*kept.pop())
        if new:
            ordered = sorted(new, key=lambda document: document.id)
            shelf = filled(progress(ordered, "Indexing"), self.analyzer, self.formula)
            kept.append((shelf, Removals()))
        return Index(self.analyzer, self.formula, [shelf for shelf, _ in kept], [removals for _, removals in kept])

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents that count, by id."""
        found = (_left(shelf, removals) for shelf, removals in zip(self.shelves, self.removals, strict=True))
        return tuple(sorted(chain.from_iterable(found), key=lambda document: document.id))

    @cached_property
    def size(self) -> int:
        """How many passages count."""
        return self.by_passage.size

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the documents, and those that ask for an author where one is named."""
        parts = [shelf.words for shelf in self.shelves]
        if self.bylines.size:
            parts.append(words_of([byline_words(DEFAULT)], self.analyzer.of(DEFAULT)))
        return Vocabulary(parts, [removals.words for removals in self.removals if removals.documents])

    @cached_property
    def bylines(self) -> Positions:
        """The positions of the passages that are bylines."""
        found = [
            np.flatnonzero(shelf.is_byline) + offset
            for shelf, offset in zip(self.shelves, self.passage_offsets, strict=False)
        ]
        marked = np.concatenate([np.empty(0, np.int64), *found])
        return marked[~np.isin(marked, self.by_passage.removed)]

    @property
    def abbreviations(self) -> Synonyms:
        """Those that the documents explain."""
        return Synonyms(
            (said, meant, SYNONYM_WEIGHT)
            for shelf, removals in zip(self.shelves, self.removals, strict=True)
            for number, pairs in enumerate(shelf.explained)
            if number not in removals.documents
            for said, meant in pairs
        )

    def idf(self, term: QueryTerm) -> float:
        """How telling a word of a question is: its own idf, else that of its most telling variant, else the highest."""
        if term.own:
            return phrase_idf(self.by_passage, term.own)
        return max((phrase_idf(self.by_passage, one) for one in term.variants), default=self.by_passage.idf(""))

    def shelf_with(self, unit: int) -> tuple[Shelf, int]:
        """The shelf that the unit stands on, and the position of its first unit."""
        number = bisect_right(self.unit_offsets, unit) - 1 if len(self.shelves) > 1 else 0
        return self.shelves[number], self.unit_offsets[number]

    def terms_between(self, run: Passage) -> list[str]:
        """The terms of a run of units of one document, without those of headings and title."""
        shelf, offset = self.shelf_with(run.first)
        return [shelf.terms[term] for term in shelf.terms_between(run.first - offset, run.last - offset)]

    def by_shelf(self, passages: Positions) -> list[tuple[int, Positions]]:
        """The shelves that some passages stand on, by number, and of each the rows of its passages."""
        if len(self.shelves) == 1:
            return [(0, np.arange(len(passages)))]
        number_of = np.searchsorted(self.passage_offsets, passages, side="right") - 1
        return [(number, np.flatnonzero(number_of == number)) for number in np.unique(number_of).tolist()]

    @property
    def live_passages(self) -> list[int]:
        """The positions of all passages that count."""
        live: list[int] = np.setdiff1d(np.arange(len(self.passages)), self.by_passage.removed).tolist()
        return live

    def terms_of(self, passage: int) -> list[str]:
        """All terms that a passage is searched by."""
        run = self.passages[passage]
        return self.terms_between(run) + terms_above(self.units[run.first], self.analyzer)

    def terms_among(self, passage: int, wanted: Iterable[str]) -> frozenset[str]:
        """Those of the terms that a passage is searched by which are wanted."""
        run = self.passages[passage]
        shelf, offset = self.shelf_with(run.first)
        own = set(shelf.terms_between(run.first - offset, run.last - offset))
        above = set(terms_above(self.units[run.first], self.analyzer))
        return frozenset(term for term in wanted if term in above or shelf.terms.find(term) in own)

    def units_of(self, document_id: str) -> range:
        """The positions of the units of a document."""
        return self._of(document_id, self.unit_offsets, lambda shelf: shelf.unit_bounds)

    def passages_of(self, document_id: str) -> range:
        """The positions of the passages of a document."""
        return self._of(document_id, self.passage_offsets, lambda shelf: shelf.passage_bounds)

    def documents_of(self, units: Positions) -> Positions:
        """The places of the units' documents in the order of ids; what was removed has places of its own."""
        return self._places[np.searchsorted(self._document_starts, units, side="right") - 1]

    def blocks_of(self, units: Positions) -> Positions:
        """The positions of the units' blocks."""
        return np.searchsorted(self.block_starts, units, side="right") - 1

    @cached_property
    def block_starts(self) -> Positions:
        """The first unit of each block."""
        return self._through(lambda shelf: shelf.block_starts[:-1])

    @cached_property
    def first_units(self) -> Positions:
        """The first unit of each passage."""
        return self._through(lambda shelf: shelf.edges[:, 0])

    def _through(self, of: Callable[[Shelf], npt.NDArray[np.integer]]) -> Positions:
        found = [of(shelf) + np.int64(offset) for shelf, offset in zip(self.shelves, self.unit_offsets, strict=False)]
        return np.concatenate([np.empty(0, np.int64), *found])

    @cached_property
    def _document_starts(self) -> Positions:
        """The first unit of each document. A document without one begins where the next does."""
        return self._through(lambda shelf: shelf.unit_bounds[:-1])

    @property
    def document_ends(self) -> tuple[Positions, Positions]:
        """Of each unit the first unit of its document, and the one behind the last."""
        lengths = np.diff(self._document_starts, append=len(self.units))
        return np.repeat(self._document_starts, lengths), np.repeat(self._document_starts + lengths, lengths)

    @cached_property
    def _places(self) -> Positions:
        """Of each document of each shelf its place in the order of ids."""
        ids = [document.id for shelf in self.shelves for document in shelf.documents]
        places = np.empty(len(ids), dtype=np.int64)
        places[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids))
        return places

    @cached_property
    def _numbers(self) -> dict[str, tuple[int, int]]:
        """Of each document that counts its shelf and its number there."""
        return {
            document.id: (at, number)
            for at, (shelf, removals) in enumerate(zip(self.shelves, self.removals, strict=True))
            for number, document in enumerate(shelf.documents)
            if number not in removals.documents
        }

    def _of(self, document_id: str, offsets: Sequence[int], bounds: Callable[[Shelf], Positions]) -> range:
        at, number = self._numbers[document_id]
        first, last = bounds(self.shelves[at])[number : number + 2].tolist()
        return range(offsets[at] + first, offsets[at] + last)

    def _unit(self, at: int) -> Unit:
        shelf, offset = self.shelf_with(at)
        return shelf.unit(at - offset)

    def _passage(self, at: int) -> Passage:
        number = bisect_right(self.passage_offsets, at) - 1
        run, offset = self.shelves[number].passage(at - self.passage_offsets[number]), self.unit_offsets[number]
        return Passage(run.first + offset, run.last + offset) if offset else run

    def _inverted(
        self, segments: Iterator[Segment], fewer: Iterator[Counter[str]], bounds: Callable[[Shelf], Positions]
    ) -> InvertedIndex:
        removed: list[range] = []
        offset = 0
        for shelf, removals in zip(self.shelves, self.removals, strict=True):
            of = bounds(shelf)
            removed += [range(offset + of[n], offset + of[n + 1]) for n in sorted(removals.documents)]
            offset += int(of[-1])
        total: Counter[str] = Counter()
        for one in fewer:
            total.update(one)
        positions = np.array([at for run in removed for at in run], dtype=np.int64)
        return InvertedIndex(self.formula, tuple(segments), positions, total)


def phrase_idf(inverted: InvertedIndex, phrase: Phrase) -> float:
    """How telling a phrase is: as much as its terms together."""
    return sum(map(inverted.idf, phrase))


def _offsets(sizes: Iterable[int]) -> list[int]:
    return [0, *accumulate(sizes)]


def _left(shelf: Shelf, removals: Removals) -> list[Document]:
    """The documents of the shelf that still count."""
    return [document for at, document in enumerate(shelf.documents) if at not in removals.documents]


def _size(documents: Iterable[Document]) -> int:
    return sum(len(document.text) for document in documents)
