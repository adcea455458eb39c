"""What is searched of some documents? Their units, blocks and passages in flat arrays, made once and never changed.

Objects are made where somebody looks: a hundred thousand passages are some arrays and not a million objects.
"""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import Any

from retrieval.arrays import Flags, MadeOfFields, Numbers, Positions
from retrieval.bm25.postings import Postings
from retrieval.documents.model import Document
from retrieval.documents.unit import Passage, Unit
from retrieval.index.vocabulary import WordTable
from retrieval.index.weighted import CONTEXT, WHOLE
from retrieval.storage.string_table import StringTable
from retrieval.text.analysis import Phrase
from retrieval.text.span import Span

Pairs = tuple[tuple[Phrase, Phrase], ...]


@dataclass(frozen=True, eq=False)
class Segment(MadeOfFields):
    """D documents with their U units, B blocks of units and P passages, each known by its position from 0.

    `unit_bounds`, `block_bounds` and `passage_bounds` (D + 1) tell where those of each document begin, and behind the
    last one how many there are. Of each unit `unit_block` is the number of its block among the document's, `unit_spans`
    (U, 2) its place in the text, `unit_sections` its section among the document's; `is_heading` (U) marks headings, and
    `context` (U, 3) are the units that it stands below: its header row, the item above, the lead-in; -1 for none.
    `block_starts` (B + 1) and `section_starts` (S + 1) are the first unit of each block and section, `edges` (P, 2) the
    first unit of each passage and the one behind its last; `is_byline` (P) marks bylines, `qualities` (P) are what
    passages begin with, by the order of `Quality`.

    `unit_terms` are the terms of all units by their number in `terms`, those of unit i from `unit_starts[i]` to
    `unit_starts[i + 1]`; in the same way `field_terms`, with their `field_counts`, are those that sections are searched
    by beside their own (`retrieval.index.fields`). `by_passage` and `by_unit` are inverted lists. `words` are those of
    the whole texts. `explained` are of each document the abbreviations that it explains, as pairs (said, also meant).
    """

    documents: tuple[Document, ...]
    unit_bounds: Positions
    block_bounds: Positions
    passage_bounds: Positions
    unit_block: Numbers
    unit_spans: Numbers
    unit_sections: Numbers
    is_heading: Flags
    context: Numbers
    block_starts: Positions
    section_starts: Positions
    edges: Numbers
    is_byline: Flags
    qualities: Numbers
    terms: StringTable
    unit_terms: Numbers
    unit_starts: Positions
    field_terms: Numbers
    field_counts: Numbers
    field_starts: Positions
    by_passage: Postings
    by_unit: Postings
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

    def counts_of(self, passage: Passage) -> Counter[int]:
        """The terms that the passage is searched by, by number, each with its count in hundredths.

        One passage alone, as `retrieval.index.weighted` works them out for all.
        """
        counts: Counter[int] = Counter()
        around: set[int] = set()
        for unit in range(passage.first, passage.last):
            if not self.is_heading[unit]:
                for term in self.terms_between(unit, unit + 1):
                    counts[term] += WHOLE
            for above in self.context[unit].tolist():
                around.update(self.terms_between(above, above + 1) if above >= 0 else ())
        counts.update(self.fields_of(passage.first))
        counts.update(dict.fromkeys(around, CONTEXT))
        return counts

    def fields_of(self, unit: int) -> dict[int, int]:
        """The terms of the headings, title and path of a unit's section, by number, with their counts in hundredths."""
        at = bisect_right(self.section_starts.data, unit) - 1
        fields = slice(self.field_starts[at], self.field_starts[at + 1])
        return dict(zip(self.field_terms[fields].tolist(), self.field_counts[fields].tolist(), strict=True))
