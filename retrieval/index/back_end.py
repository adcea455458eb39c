"""What do ranking and answers ask of an index? The protocol of every back end; `candidates` has the one built in.

Whoever ranks sees positions, terms and scores, and never how they are kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from retrieval.arrays import Floats, Positions
from retrieval.documents.model import Quality
from retrieval.documents.unit import Passage, Unit
from retrieval.index.vocabulary import Vocabulary
from retrieval.text.analysis import Analyzer


class ScoredTerms(Protocol):
    """BM25 over all passages or all units, by position."""

    @property
    def positions(self) -> int:
        """How many positions there are; what was removed keeps its own."""

    def idf(self, term: str) -> float:
        """How telling the term is, above 0; for a term that stands nowhere, as if it stood in half of one."""

    def count(self, term: str) -> int:
        """At how many positions the term stands."""

    def scores(self, term: str) -> tuple[Positions, Floats]:
        """Where the term stands, ascending, and its score there, above 0."""


class PartScores(NamedTuple):
    """What T terms bring to the parts (units, or the block, or the section) of P passages, each of the N parts once.

    A part is searched by the words of its section's headings, title and path, too, as a passage is.

    `scores` (T, N) is 0 where a term does not stand. `columns` are the parts of all passages, one passage behind the
    other; those of each begin at one of `begins` (P, ascending), and each has one at least.
    """

    scores: Floats
    columns: Positions
    begins: Positions


class Reading(NamedTuple):
    """The words of P passages in order.

    `units` (U) are the positions of all units, one passage behind the other; those of each begin at one of `begins`
    (P, ascending). Of each word `numbers` is that of its term, -1 for a term that was not asked for, and `rows` the row
    of its unit in `units`; the words of a unit stand together, in their order.
    """

    units: Positions
    begins: Positions
    numbers: Positions
    rows: Positions


class CandidateSource(Protocol):
    """Passages that may answer, each known by its position, and what stands in them."""

    @property
    def analyzer(self) -> Analyzer:
        """How its texts became terms."""

    @property
    def by_passage(self) -> ScoredTerms:
        """The passages with the words of their headings, title and path, and of what they stand below."""

    @property
    def by_unit(self) -> ScoredTerms:
        """The units: sentences, items, lines of code."""

    @property
    def passages(self) -> Sequence[Passage]:
        """The passages as runs of units."""

    @property
    def units(self) -> Sequence[Unit]:
        """The units, those of a document in reading order."""

    @property
    def size(self) -> int:
        """How many passages count."""

    @property
    def bylines(self) -> Positions:
        """The passages that are bylines."""

    @property
    def older(self) -> frozenset[str]:
        """The ids of the documents that are older versions of another."""

    def passages_of(self, document_id: str) -> range:
        """The passages of a document."""

    def document_order(self, passages: Positions) -> Positions:
        """The places of the passages' documents in the order of ids."""

    def in_units(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to the units of some passages, by how telling they are among units."""

    def in_blocks(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to the block of each of some passages."""

    def in_sections(self, passages: Positions, terms: Sequence[str]) -> PartScores:
        """What the terms bring to the section of each of some passages."""

    def headings(self, passages: Positions) -> Positions:
        """The heading that opens the section of each of some passages, as a unit; -1 for none."""

    def qualities(self, passages: Positions) -> list[Quality]:
        """What each of the passages begins with."""

    def read_units(self, units: Positions, numbers: Mapping[str, int]) -> tuple[Positions, Positions]:
        """The words of some units: of each the number of its term, or -1, and the row of its unit."""

    def read(self, passages: Positions, numbers: Mapping[str, int]) -> Reading:
        """The words of some passages, those terms by number (0 or more) that have one."""

    def terms_among(self, passage: int, wanted: Iterable[str]) -> frozenset[str]:
        """Those of the terms that a passage is searched by which are wanted."""

    def terms_above(self, passage: int, wanted: Iterable[str]) -> frozenset[str]:
        """Those of the terms which stand in a passage's headings, title and path."""

    def shared_terms(self, run: Passage, other: Passage) -> tuple[int, int]:
        """How many of the terms of a run of units another one has too, and how many there are; each term once."""


class BackEnd(CandidateSource, Protocol):
    """What an answer asks of an index besides: its words, and which documents have them."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of its documents."""

    def documents_of(self, units: Positions) -> Positions:
        """The places of the units' documents in the order of ids."""
