"""How does a corpus become an index, and how does that change? Segments side by side, and what is known of them all."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from retrieval.bm25.formula import Bm25
from retrieval.documents.model import Document
from retrieval.index.candidates import SegmentReader
from retrieval.index.deletions import Deletions
from retrieval.index.fields import byline_words
from retrieval.index.segment import Segment
from retrieval.index.segments import segments_of
from retrieval.index.vocabulary import Vocabulary, words_of
from retrieval.progress import Progress, one_by_one
from retrieval.synonyms.thesaurus import SYNONYM_WEIGHT
from retrieval.text.analysis import Analyzer, Phrase
from retrieval.text.languages import DEFAULT, language
from retrieval.text.languages.language import Language
from retrieval.workers import ALONE, Workers

GROWTH = 2
"""A segment that has not so many times the text of what comes behind it is written anew together with that."""


class Index(SegmentReader):
    """Everything that is searched of a corpus, each thing known by its position through all segments.

    A passage is searched by its own words and, each with a weight, those of its headings, of its document's title and
    path, and of what it stands below. An index
    never changes: a change gives a new one that shares most segments with the old. What was removed keeps its position
    until its segment is written anew, and counts nowhere. Where scores are equal, documents go by their ids and then
    passages by their place, so that an index that grew answers as one that was made at once.
    """

    @classmethod
    def of(cls, documents: Iterable[Document], analyzer: Analyzer, formula: Bm25, workers: Workers = ALONE) -> "Index":
        """An index of these documents, of which no two have the same id."""
        return cls(analyzer, formula).changed(documents, workers=workers)

    @classmethod
    def together(cls, parts: Iterable["Index"], analyzer: Analyzer, formula: Bm25) -> "Index":
        """The documents of all parts, of which no two have the same id; it shares the segments with them."""
        pairs = [pair for part in parts for pair in zip(part.segments, part.deletions, strict=True)]
        return cls(analyzer, formula, [segment for segment, _ in pairs], [deletions for _, deletions in pairs])

    def changed(
        self,
        added: Iterable[Document],
        removed: Iterable[str] = (),
        progress: Progress = one_by_one,
        workers: Workers = ALONE,
    ) -> "Index":
        """The index without the documents of these ids, then with other documents."""
        gone = set(removed)
        kept: list[tuple[Segment, Deletions]] = []
        new = list(added)
        for segment, before in zip(self.segments, self.deletions, strict=True):
            numbers = [at for at, document in enumerate(segment.documents) if document.id in gone]
            deletions = before.and_of(segment, numbers, self.analyzer)
            left = _left(segment, deletions)
            if GROWTH * _size(left) >= segment.size:
                kept.append((segment, deletions))
            else:
                new += left
        while new and kept and kept[-1][0].size < GROWTH * _size(new):
            new += _left(*kept.pop())
        if new:
            ordered = sorted(new, key=lambda document: document.id)
            made = segments_of(ordered, self.analyzer, self.formula, progress, workers)
            kept += [(segment, Deletions()) for segment in made]
        return Index(
            self.analyzer, self.formula, [segment for segment, _ in kept], [deletions for _, deletions in kept]
        )

    def compacted(self, progress: Progress = one_by_one) -> "Index":
        """The same index, which holds nothing any more of documents that were removed."""
        is_whole = [not deletions.documents for deletions in self.deletions]
        pairs = zip(self.segments, self.deletions, is_whole, strict=True)
        left = [document for segment, deletions, whole in pairs if not whole for document in _left(segment, deletions)]
        kept = [segment for segment, whole in zip(self.segments, is_whole, strict=True) if whole]
        return Index(self.analyzer, self.formula, kept, [Deletions() for _ in kept]).changed(left, (), progress)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents that count, by id."""
        found = (_left(segment, deletions) for segment, deletions in zip(self.segments, self.deletions, strict=True))
        return tuple(sorted(chain.from_iterable(found), key=lambda document: document.id))

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the documents, that of most of them first."""
        counts = Counter(tag for document in self.documents for tag in document.languages)
        ordered = sorted(counts, key=lambda tag: (-counts[tag], tag))
        return tuple(dict.fromkeys(map(language, ordered))) or (DEFAULT,)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the documents, and those that ask for an author where one is named."""
        parts = [segment.words for segment in self.segments]
        if self.bylines.size:
            parts += [words_of([byline_words(one)], self.analyzer.of(one)) for one in self.languages]
        return Vocabulary(
            parts, [deletions.words for deletions in self.deletions if deletions.documents], self.languages
        )

    @property
    def abbreviations(self) -> tuple[tuple[Phrase, Phrase, float], ...]:
        """Those that the documents explain, as triples (said, also meant, weight)."""
        return tuple(
            (said, meant, SYNONYM_WEIGHT)
            for segment, deletions in zip(self.segments, self.deletions, strict=True)
            for number, pairs in enumerate(segment.explained)
            if number not in deletions.documents
            for said, meant in pairs
        )


def _left(segment: Segment, deletions: Deletions) -> list[Document]:
    """The documents of the segment that still count."""
    return [document for at, document in enumerate(segment.documents) if at not in deletions.documents]


def _size(documents: Iterable[Document]) -> int:
    return sum(len(document.text) for document in documents)
