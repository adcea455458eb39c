"""How do documents become a segment? Each text is read once; terms, words and their counts stem from that reading."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import fields

import numpy as np

from retrieval.arrays import Numbers, Positions
from retrieval.bm25.builder import Numbering, Occurrences, inverted
from retrieval.bm25.formula import Bm25
from retrieval.documents.labels import label_term
from retrieval.documents.model import Document, Quality, Role
from retrieval.documents.passages import passages, units
from retrieval.documents.seen import seen
from retrieval.documents.unit import Unit
from retrieval.index.fields import Terms, context, section_fields, title_fields
from retrieval.index.segment import Pairs, Segment
from retrieval.index.vocabulary import WordTable, said_in
from retrieval.index.weighted import WHOLE, Layout, in_passages, lengths_of_passages
from retrieval.storage.string_table import StringTable
from retrieval.synonyms.abbreviations import explained
from retrieval.text.analysis import Analysis, Analyzer
from retrieval.text.forms import FORM
from retrieval.text.languages import language
from retrieval.text.mentions import NAMED

_QUALITIES = {quality: at for at, quality in enumerate(Quality)}
_SHOUTED = "\0"
"""Before a word of a text in nothing but capitals."""


def segment_of(documents: Iterable[Document], analyzer: Analyzer, formula: Bm25) -> Segment:
    """A segment with these documents."""
    writer = SegmentWriter(analyzer)
    for document in documents:
        writer.add(document)
    return writer.segment(formula)


class _Known:
    """Words as they stand in the texts, by number, and of each its word and its term; None for what tells nothing.

    `is_form` tells which are other forms of a word, and tell something.
    """

    def __init__(self) -> None:
        self.surfaces: list[str] = []
        self.words: list[str | None] = []
        self.terms: list[str | None] = []
        self.is_form: list[bool] = []


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
        self._known.is_form.append(tells and plain.startswith(FORM))
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
        self._unit_sizes, self._unit_lengths = array("i"), array("i")  # with other forms of words, and without
        self._blocks, self._spans, self._sections = array("i"), array("i"), array("i")
        self._is_heading, self._context = array("b"), array("i")
        self._block_starts, self._section_starts = array("q"), array("q")
        self._field_terms, self._field_counts, self._field_lengths = array("i"), array("i"), array("i")
        self._edges, self._is_byline, self._qualities = array("i"), array("b"), array("i")
        self._bounds: list[tuple[int, int, int]] = []

    def add(self, document: Document) -> None:
        """Puts the next document into the segment."""
        self._bounds.append((len(self._sections), len(self._block_starts), len(self._is_byline)))
        found = list(units(document))
        terms = self._terms(document, found)
        self._add_units(document, found, terms)
        self._add_sections(document, found)
        self._add_passages(found)
        self._documents.append(document)
        analysis = self._analyzer.of(language(document.language))
        self._explained.append(tuple(explained(document.text, analysis)))

    def _surfaces_of(self, analysis: Analysis) -> _Surfaces:
        code = analysis.language.code
        if code not in self._surfaces:
            self._surfaces[code] = _Surfaces(self._known, analysis)
        return self._surfaces[code]

    def _terms(self, document: Document, found: Sequence[Unit]) -> list[Terms]:
        """The terms of each unit of the document, whose words are counted on the way."""
        shouted = document.text.isupper()
        numbers: list[int] = []
        places: list[tuple[int, int]] = []
        for said, own_places, analysis in said_in(document, self._analyzer):
            written = [_SHOUTED + surface for surface in said] if shouted else said
            numbers += map(self._surfaces_of(analysis).__getitem__, written)
            places += own_places
        self._said.extend(numbers)
        starts = [start for start, _ in places]
        known, is_form = self._known.terms, self._known.is_form
        terms: list[Terms] = []
        for unit in found:
            start, end = unit.span.start, unit.span.end
            first = bisect_left(starts, start)
            last = bisect_left(starts, end, first)
            is_cut = any(s < start < e for s, e in places[max(0, first - 1) : first + 2]) or any(
                s < end < e for s, e in places[max(0, last - 2) : last + 1]
            )
            if is_cut or (not shouted and unit.text.isupper()):  # the unit alone has other words than in its text
                own, forms = self._analyzer.of(unit.language).all_terms(_seen(unit))
            else:
                here = numbers[first:last]
                own = [term for number in here if (term := known[number]) is not None]
                forms = sum(map(is_form.__getitem__, here))
            if unit.label:
                own.append(label_term(unit.label))
            terms.append((own, forms))
        return terms

    def _add_units(self, document: Document, found: Sequence[Unit], terms: Sequence[Terms]) -> None:
        numbers = {id(block): at for at, block in enumerate(document.blocks)}
        before = len(self._sections)
        for at, (unit, (own, forms), above) in enumerate(zip(found, terms, context(found), strict=True)):
            if at == 0 or found[at - 1].block.span != unit.block.span:
                self._block_starts.append(before + at)
            self._unit_terms.extend(map(self._numbers.__getitem__, own))
            self._unit_sizes.append(len(own))
            self._unit_lengths.append(len(own) - forms)
            self._blocks.append(numbers[id(unit.block)])
            self._spans.extend((unit.span.start, unit.span.end))
            self._sections.append(unit.section)
            self._is_heading.append(unit.is_heading)
            self._context.extend([*(before + one for one in above), -1, -1, -1][:3])

    def _add_sections(self, document: Document, found: Sequence[Unit]) -> None:
        title = title_fields(document, self._analyzer)
        before = len(self._sections) - len(found)
        for at, unit in enumerate(found):
            if at == 0 or found[at - 1].section != unit.section:
                self._section_starts.append(before + at)
                counts = section_fields(unit, title, self._analyzer)
                self._field_terms.extend(map(self._numbers.__getitem__, counts))
                self._field_counts.extend(counts.values())
                self._field_lengths.append(len(counts))

    def _add_passages(self, found: Sequence[Unit]) -> None:
        before = len(self._sections) - len(found)
        for passage in passages(found):
            block = found[passage.first].block
            self._edges.extend((before + passage.first, before + passage.last))
            self._is_byline.append(block.role is Role.BYLINE)
            self._qualities.append(_QUALITIES[block.quality])

    def segment(self, formula: Bm25) -> Segment:
        """The segment with all documents so far."""
        ends = (len(self._sections), len(self._block_starts), len(self._is_byline))
        bounds = np.array([*self._bounds, ends], dtype=np.int64)
        known = set(self._numbers)
        known.update(filter(None, self._known.terms))
        terms = StringTable.of(known)
        listed = terms[:]
        place = {term: at for at, term in enumerate(listed)}
        places = np.array([place[term] for term in self._numbers], dtype=np.int32)
        layout = Layout(
            unit_terms=places[_int32(self._unit_terms)],
            unit_starts=_starts(self._unit_sizes),
            is_heading=np.array(self._is_heading, dtype=bool),
            section_starts=np.array([*self._section_starts, ends[0]], dtype=np.int64),
            field_terms=places[_int32(self._field_terms)],
            field_counts=_int32(self._field_counts),
            field_starts=_starts(self._field_lengths),
            context=_int32(self._context).reshape(-1, 3),
            edges=_int32(self._edges).reshape(-1, 2),
        )
        lengths = _int32(self._unit_lengths)
        in_units = Occurrences(layout.unit_terms, np.repeat(np.arange(len(lengths)), _int32(self._unit_sizes)))
        return Segment(
            documents=tuple(self._documents),
            unit_bounds=bounds[:, 0].copy(),
            block_bounds=bounds[:, 1].copy(),
            passage_bounds=bounds[:, 2].copy(),
            unit_block=_int32(self._blocks),
            unit_spans=_int32(self._spans).reshape(-1, 2),
            unit_sections=_int32(self._sections),
            block_starts=np.array([*self._block_starts, ends[0]], dtype=np.int64),
            is_byline=np.array(self._is_byline, dtype=bool),
            qualities=_int32(self._qualities),
            terms=terms,
            by_passage=inverted(listed, in_passages(layout), lengths_of_passages(layout, lengths), formula, WHOLE),
            by_unit=inverted(listed, in_units, lengths, formula),
            words=self._words(terms, place),
            explained=tuple(self._explained),
            **{field.name: getattr(layout, field.name) for field in fields(layout)},
        )

    def _words(self, terms: StringTable, place: dict[str, int]) -> WordTable:
        said = np.bincount(_int32(self._said), minlength=len(self._known.surfaces))
        words = StringTable.of({word for word in self._known.words if word is not None})
        number = {word: at for at, word in enumerate(words[:])}
        term_of = np.zeros(len(words), dtype=np.int32)
        counts, capitals = np.zeros(len(words), dtype=np.int32), np.zeros(len(words), dtype=np.int32)
        term_counts, commonest = np.zeros(len(terms), dtype=np.int32), np.full(len(words), -1)
        for surface, n, word, term in zip(
            self._known.surfaces, said.tolist(), self._known.words, self._known.terms, strict=True
        ):
            if word is not None and term is not None:
                at = number[word]
                term_counts[place[term]] += n
                if n > commonest[at]:
                    term_of[at], commonest[at] = place[term], n
                counts[at] += n
                capitals[at] += n * surface.removeprefix(NAMED)[0].isupper()
        return WordTable(words, terms, term_of, counts, capitals, term_counts)


def _seen(unit: Unit) -> str:
    return unit.text if unit.block.role is Role.CODE else seen(unit.text)


def _int32(numbers: "array[int]") -> Numbers:
    return np.array(numbers, dtype=np.int32)


def _starts(lengths: "array[int]") -> Positions:
    return np.concatenate([[0], np.cumsum(_int32(lengths), dtype=np.int64)])
