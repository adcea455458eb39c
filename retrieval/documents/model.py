"""What are the nouns of retrieval? Frozen values without I/O, from the file to the excerpt.

All offsets are Python string offsets (code points) into `Document.text`, half open, so that
`document.text[span.start:span.end]` is always the exact text that a span stands for.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from retrieval.text.span import Span

MIN_TURNS, MIN_SPOKEN = 4, 0.5
"""Paragraphs that open with a speaker's name, and their share of all, from which a text records a conversation."""

_SPEAKER = re.compile(r"([^\W\d_][^:\n]{0,60}):\s")


class Role(StrEnum):
    """What a block is to its reader. Only `PARAGRAPH`, `ITEM`, `CODE` and `TABLE` are quoted unasked."""

    TITLE = "title"
    HEADING = "heading"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item … of a document.

    `level` is 1 for the outermost heading and 0 for what is no heading. `headings` is the path of headings
    above the block, outermost first. `lead_in` is the sentence that introduces a list, if the block is an item of one.
    """

    span: Span
    role: Role
    level: int = 0
    headings: tuple[Span, ...] = ()
    lead_in: Span | None = None


@dataclass(frozen=True)
class Document:
    """A file of the corpus.

    `id` is its path inside the corpus with "/". `text` is what all offsets refer to: for plain text and Markdown the
    decoded file with nothing changed; for a format that must be extracted, the extracted text.
    """

    id: str
    title: str
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(at + 1 for at, char in enumerate(self.text) if char == "\n")]

    def lines(self, span: Span) -> tuple[int, int]:
        """The first and the last line that the span touches, counted from 1."""
        return bisect_right(self._line_starts, span.start), bisect_right(self._line_starts, span.end - 1)

    @cached_property
    def _turns(self) -> tuple[tuple[int, ...], tuple[Span, ...]]:
        """Of the record of a conversation: where each turn begins, and the speaker's name in it; else nothing."""
        paragraphs = [block.span for block in self.blocks if block.role in (Role.PARAGRAPH, Role.HEADING)]
        found = [
            (span.start, match) for span in paragraphs if (match := _SPEAKER.match(self.text, span.start, span.end))
        ]
        if len(found) < max(MIN_TURNS, MIN_SPOKEN * len(paragraphs)):
            return (), ()
        return tuple(start for start, _ in found), tuple(Span(*match.span(1)) for _, match in found)

    def speaker(self, span: Span) -> Span | None:
        """Who says what begins at the span, where the document is the record of a conversation ("Ann: We …")."""
        starts, names = self._turns
        at = bisect_right(starts, span.start)
        return names[at - 1] if at else None

    def heading(self, span: Span) -> str:
        """The nearest heading above the span, or ""."""
        for block in self.blocks:
            if block.span.overlaps(span):
                return self.heading_above(block)
        return ""

    def heading_above(self, block: Block) -> str:
        """The nearest heading above the block, or "". A turn in a conversation may look like a heading and is none."""
        if not block.headings or block.headings[-1].start in self._turns[0]:
            return ""
        return " ".join(block.headings[-1].of(self.text).split())


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of the corpus folder that is not searched, and why, in words for the admin."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A verbatim piece of a document, to be shown with its source.

    `score` orders excerpts of one answer (no fixed scale). `matched` are the words of the question found here or in the
    headings and title above, as the question has them, in its order. `highlights` are the places of words of the
    question, sorted, within `span`.
    """

    document: Document
    span: Span
    score: float = 0.0
    matched: tuple[str, ...] = ()
    highlights: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The exact text of the span."""
        return self.span.of(self.document.text)

    @property
    def lines(self) -> tuple[int, int]:
        """First and last line in the document, counted from 1."""
        return self.document.lines(self.span)

    @property
    def heading(self) -> str:
        """The heading under which the excerpt stands, or ""; behind it the speaker who is not named in the excerpt."""
        name = self.document.speaker(self.span)
        speaker = name.of(self.document.text) if name and name.start < self.span.start else ""
        return " · ".join(filter(None, (self.document.heading(self.span), speaker)))
