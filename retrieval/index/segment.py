"""What is searched of some documents? Their units, blocks and passages in flat arrays, made once and never changed.

Objects are made where somebody looks: a hundred thousand passages are some arrays and not a million objects.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

import numpy as np

from retrieval.arrays import Flags, Numbers, Positions
from retrieval.bm25.postings import Postings
from retrieval.documents.model import Document
from retrieval.documents.passages import Passage, Unit
from retrieval.index.vocabulary import WordTable
from retrieval.storage.string_table import StringTable
from retrieval.text.analysis import Phrase
from retrieval.text.span import Span

Pairs = tuple[tuple[Phrase, Phrase], ...]


@dataclass(frozen=True, eq=False)
class Segment:
    """D documents with their U units, B blocks of units and P passages, each known by its position from 0.

    `unit_bounds`, `block_bounds` and `passage_bounds` (D + 1) tell where those of each document begin, and behind the
    last one how many there are. Of each unit `unit_block` is the number of its block among the document's, `unit_spans`
    (U, 2) its place in the text, `unit_sections` its section. `block_starts` (B + 1) is the first unit of each block,
    `edges` (P, 2) the first unit of each passage and the one behind its last; `is_byline` (P) marks bylines.

    `unit_terms` are the terms of all units by their number in `terms`, those of unit i from `unit_starts[i]` to
    `unit_starts[i + 1]`. `by_passage`, `by_unit` and `by_block` are inverted lists. `words` are those of the whole
    texts. `explained` are of each document the abbreviations that it explains, as pairs (said, also meant).
    """

    documents: tuple[Document, ...]
    unit_bounds: Positions
    block_bounds: Positions
    passage_bounds: Positions
    unit_block: Numbers
    unit_spans: Numbers
    unit_sections: Numbers
    block_starts: Positions
    edges: Numbers
    is_byline: Flags
    terms: StringTable
    unit_terms: Numbers
    unit_starts: Positions
    by_passage: Postings
    by_unit: Postings
    by_block: Postings
    words: WordTable
    explained: tuple[Pairs, ...]

    def __post_init__(self) -> None:
        # Looking up one number is far quicker through a memoryview than through numpy.
        object.__setattr__(self, "_bounds", self.unit_bounds.data)
        flat = (self.unit_block, self.unit_spans.ravel(), self.unit_sections, self.unit_starts, self.edges.ravel())
        object.__setattr__(self, "_views", tuple(one.data for one in flat))

    _bounds: Any = None
    _views: tuple[Any, ...] = ()

    @property
    def size(self) -> int:
        """The letters of all documents."""
        return sum(len(document.text) for document in self.documents)

    def document_of(self, unit: int) -> int:
        """The number of the unit's document."""
        return bisect_right(self._bounds, unit) - 1

    def unit(self, at: int) -> Unit:
        """The unit at this position."""
        blocks, spans, sections, _, _ = self._views
        document = self.documents[self.document_of(at)]
        return Unit(document, document.blocks[blocks[at]], Span(spans[2 * at], spans[2 * at + 1]), sections[at])

    def passage(self, at: int) -> Passage:
        """The passage at this position."""
        edges = self._views[4]
        return Passage(edges[2 * at], edges[2 * at + 1])

    def terms_between(self, first: int, last: int) -> list[int]:
        """The numbers of the terms of the units from `first` to `last` (exclusive), in order."""
        starts = self._views[3]
        return self.unit_terms[starts[first] : starts[last]].tolist()  # type: ignore[no-any-return]

    def terms_of_runs(self, runs: Positions) -> tuple[Numbers, Positions]:
        """The numbers of the terms of some runs of units (first, last exclusive), and of each its run, by row."""
        starts, ends = self.unit_starts[runs[:, 0]], self.unit_starts[runs[:, 1]]
        lengths = ends - starts
        begins = np.cumsum(lengths) - lengths
        terms = self.unit_terms[np.arange(lengths.sum()) + np.repeat(starts - begins, lengths)]
        return terms, np.repeat(np.arange(len(runs)), lengths)
