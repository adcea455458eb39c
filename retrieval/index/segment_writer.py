"""How do documents become a segment? Each text is read once; terms, words and their counts stem from that reading."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np

from retrieval.arrays import Numbers
from retrieval.bm25.builder import Builder, Numbering
from retrieval.bm25.formula import Bm25
from retrieval.documents.model import Document, Role
from retrieval.documents.passages import Unit, passages, units
from retrieval.index import headings
from retrieval.index.segment import Pairs, Segment
from retrieval.index.vocabulary import WordTable
from retrieval.storage.string_table import StringTable
from retrieval.synonyms.abbreviations import explained
from retrieval.text.analysis import Analysis, Analyzer, surfaces
from retrieval.text.languages import language

_SHOUTED = "\0"
"""Before a word of a text in nothing but capitals."""


def segment_of(documents: Iterable[Document], analyzer: Analyzer, formula: Bm25) -> Segment:
    """A segment with these documents."""
    writer = SegmentWriter(analyzer)
    for document in documents:
        writer.add(document)
    return writer.segment(formula)


class _Known:
    """Words as they stand in the texts, by number, and of each its word and its term; None for what tells nothing."""

    def __init__(self) -> None:
        self.surfaces: list[str] = []
        self.words: list[str | None] = []
        self.terms: list[str | None] = []


class _Surfaces(dict[str, int]):
    """The numbers of the words of one language, as they stand in the texts."""

    def __init__(self, known: _Known, analysis: Analysis) -> None:
        self._known, self._analysis = known, analysis

    def __missing__(self, surface: str) -> int:
        self[surface] = number = len(self._known.surfaces)
        plain = surface.removeprefix(_SHOUTED)
        word, term, is_function_word = self._analysis.normal(plain, shouted=plain is not surface)
        tells = bool(word) and not is_function_word
        self._known.surfaces.append(plain)
        self._known.words.append(word if tells else None)
        self._known.terms.append(term if tells else None)
        return number


class SegmentWriter:
    """Collects documents; `segment` makes the segment of them."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._documents: list[Document] = []
        self._explained: list[Pairs] = []
        self._known = _Known()
        self._surfaces: dict[str, _Surfaces] = {}  # by language
        self._said = array("i")  # all words of all texts
        self._numbers = Numbering()
        self._unit_terms = array("i")
        self._unit_lengths = array("i")
        self._blocks, self._spans, self._sections = array("i"), array("i"), array("i")
        self._block_starts, self._edges, self._is_byline = array("q"), array("i"), array("b")
        self._bounds: list[tuple[int, int, int]] = []
        self._by_passage, self._by_unit, self._by_block = Builder(), Builder(), Builder()

    def add(self, document: Document) -> None:
        """Puts the next document into the segment."""
        self._bounds.append((len(self._sections), len(self._block_starts), len(self._is_byline)))
        found = list(units(document))
        terms = self._terms(document, found)
        self._add_units(document, found, terms)
        self._add_passages(document, found, terms)
        self._documents.append(document)
        analysis = self._analyzer.of(language(document.language))
        self._explained.append(tuple(explained(document.text, analysis)))

    def _surfaces_of(self, analysis: Analysis) -> _Surfaces:
        code = analysis.language.code
        if code not in self._surfaces:
            self._surfaces[code] = _Surfaces(self._known, analysis)
        return self._surfaces[code]

    def _terms(self, document: Document, found: Sequence[Unit]) -> list[list[str]]:
        """The terms of each unit of the document, whose words are counted on the way."""
        text, shouted = document.text, document.text.isupper()
        analysis = self._analyzer.of(language(document.language))
        said, places = surfaces(text)
        if shouted:
            said = [_SHOUTED + surface for surface in said]
        numbers = list(map(self._surfaces_of(analysis).__getitem__, said))
        self._said.extend(numbers)
        starts = [start for start, _ in places]
        known = self._known.terms
        terms: list[list[str]] = []
        for unit in found:
            start, end = unit.span.start, unit.span.end
            first = bisect_left(starts, start)
            last = bisect_left(starts, end, first)
            is_cut = (first > 0 and places[first - 1][1] > start) or (last > first and places[last - 1][1] > end)
            if is_cut or (not shouted and unit.text.isupper()):  # the unit alone has other words than in its text
                terms.append(analysis.terms(unit.text))
            else:
                terms.append([term for number in numbers[first:last] if (term := known[number]) is not None])
        return terms

    def _add_units(self, document: Document, found: Sequence[Unit], terms: Sequence[list[str]]) -> None:
        numbers = {id(block): at for at, block in enumerate(document.blocks)}
        together: list[str] = []
        for at, (unit, own) in enumerate(zip(found, terms, strict=True)):
            if at == 0 or found[at - 1].block.span != unit.block.span:
                if at:
                    self._by_block.add(together)
                self._block_starts.append(len(self._sections))
                together = []
            together += own
            self._by_unit.add(own)
            self._unit_terms.extend(map(self._numbers.__getitem__, own))
            self._unit_lengths.append(len(own))
            self._blocks.append(numbers[id(unit.block)])
            self._spans.extend((unit.span.start, unit.span.end))
            self._sections.append(unit.section)
        if found:
            self._by_block.add(together)

    def _add_passages(self, document: Document, found: Sequence[Unit], terms: Sequence[list[str]]) -> None:
        title, titled = (headings.title_terms(document, self._analyzer, is_title=one) for one in (False, True))
        before = len(self._sections) - len(found)
        above: dict[int, list[str]] = {}
        for passage in passages(found):
            block = found[passage.first].block
            if id(block) not in above:
                names = titled if block.role is Role.TITLE else title
                above[id(block)] = headings.heading_terms(found[passage.first], self._analyzer) + names
            own = [term for unit in terms[passage.first : passage.last] for term in unit]
            self._by_passage.add(own + above[id(block)])
            self._edges.extend((before + passage.first, before + passage.last))
            self._is_byline.append(block.role is Role.BYLINE)

    def segment(self, formula: Bm25) -> Segment:
        """The segment with all documents so far."""
        ends = (len(self._sections), len(self._block_starts), len(self._is_byline))
        bounds = np.array([*self._bounds, ends], dtype=np.int64)
        known = set(self._numbers)
        known.update(filter(None, self._known.terms))
        terms = StringTable.of(known)
        place = {term: at for at, term in enumerate(terms[:])}
        places = np.array([place[term] for term in self._numbers], dtype=np.int32)
        return Segment(
            documents=tuple(self._documents),
            unit_bounds=bounds[:, 0].copy(),
            block_bounds=bounds[:, 1].copy(),
            passage_bounds=bounds[:, 2].copy(),
            unit_block=_int32(self._blocks),
            unit_spans=_int32(self._spans).reshape(-1, 2),
            unit_sections=_int32(self._sections),
            block_starts=np.array([*self._block_starts, ends[0]], dtype=np.int64),
            edges=_int32(self._edges).reshape(-1, 2),
            is_byline=np.array(self._is_byline, dtype=bool),
            terms=terms,
            unit_terms=places[_int32(self._unit_terms)],
            unit_starts=np.concatenate([[0], np.cumsum(_int32(self._unit_lengths), dtype=np.int64)]),
            by_passage=self._by_passage.postings(formula),
            by_unit=self._by_unit.postings(formula),
            by_block=self._by_block.postings(formula),
            words=self._words(terms, place),
            explained=tuple(self._explained),
        )

    def _words(self, terms: StringTable, place: dict[str, int]) -> WordTable:
        said = np.bincount(_int32(self._said), minlength=len(self._known.surfaces))
        words = StringTable.of({word for word in self._known.words if word is not None})
        number = {word: at for at, word in enumerate(words[:])}
        term_of = np.zeros(len(words), dtype=np.int32)
        counts, capitals = np.zeros(len(words), dtype=np.int32), np.zeros(len(words), dtype=np.int32)
        for surface, n, word, term in zip(
            self._known.surfaces, said.tolist(), self._known.words, self._known.terms, strict=True
        ):
            if word is not None and term is not None:
                at = number[word]
                term_of[at] = place[term]
                counts[at] += n
                capitals[at] += n * surface[0].isupper()
        return WordTable(words, terms, term_of, counts, capitals)


def _int32(numbers: "array[int]") -> Numbers:
    return np.array(numbers, dtype=np.int32)
