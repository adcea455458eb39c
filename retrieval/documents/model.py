"""What are the nouns of retrieval? Frozen values without I/O, from the file to the excerpt.

All offsets are Python string offsets (code points) into `Document.text`, half open, so that
`document.text[span.start:span.end]` is always the exact text that a span stands for.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
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


class LocatorKind(StrEnum):
    """What people find a place by in a file whose lines they do not see."""

    PAGE = "page"
    SLIDE = "slide"
    TIME = "time"
    ROW = "row"
    ANCHOR = "anchor"


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a block stands in its file, beside its line: "12" of a page, "00:04:31" of a time, "Prices!12" of a row."""

    kind: LocatorKind
    value: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item … of a document.

    `level` is 1 for the outermost heading and 0 for what is no heading. `headings` is the path of headings
    above the block, outermost first. `lead_in` is the sentence that introduces a list, if the block is an item of one,
    and `parent` the text of the item that it stands below. `header` is the first row of a table, if the block is
    another one. `speaker` is the name of who says it. All of them are spans of the same text. `language` is that of the
    block, as in BCP 47, where it is another one than the document's.
    """

    span: Span
    role: Role
    level: int = 0
    headings: tuple[Span, ...] = ()
    lead_in: Span | None = None
    parent: Span | None = None
    header: Span | None = None
    speaker: Span | None = None
    locator: Locator | None = None
    language: str = ""


@dataclass(frozen=True)
class Document:
    """A file of the corpus.

    `id` is its path inside the corpus with "/". `text` is what all offsets refer to: for plain text and Markdown the
    decoded file with nothing changed; for a format that must be extracted, the extracted text. `language` is that
    which it is written in, as in BCP 47; "" where that is not known.
    """

    id: str
    title: str
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    language: str = ""

    @cached_property
    def languages(self) -> frozenset[str]:
        """That of the document and those of its blocks."""
        return frozenset((self.language, *(block.language for block in self.blocks if block.language)))

    def in_languages(self) -> Iterator[tuple[Span, str]]:
        """The text in stretches of one language each, in order and without gaps; none is empty."""
        start = 0
        for block in self.blocks:
            if block.language:
                if start < block.span.start:
                    yield Span(start, block.span.start), self.language
                yield block.span, block.language
                start = block.span.end
        if start < len(self.text):
            yield Span(start, len(self.text)), self.language

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


class SkipReason(StrEnum):
    """Why a file is not searched. Behind each, what `Skipped.detail` holds then; "" where nothing is said."""

    UNKNOWN_FORMAT = "unknown_format"
    """No reader reads it; its suffix in lower case with the dot, or "" for none."""
    MISSING_EXTRA = "missing_extra"
    """Its reader needs a library that is not installed; the name of the extra that brings it."""
    BINARY = "binary"
    """It holds binary data where text should be."""
    UNKNOWN_ENCODING = "unknown_encoding"
    """Its bytes are no text in an encoding that is read; the first byte, from 0, that is none."""
    EMPTY = "empty"
    """It has no text, or nothing but white space."""
    NO_TEXT = "no_text"
    """It has pages, but no text on them, as a scan has."""
    ENCRYPTED = "encrypted"
    """It cannot be opened without a password."""
    DAMAGED = "damaged"
    """It is not what its suffix says, or broken."""
    ARCHIVE = "archive"
    """It packs other files, which are not opened."""
    TOO_LARGE = "too_large"
    """It is larger than the limit; both in megabytes, as "2.0 > 1"."""
    TOO_COSTLY = "too_costly"
    """Reading it took more time or memory than is allowed."""
    OUTSIDE = "outside"
    """It is a link that leads out of the folder."""
    NOT_A_FILE = "not_a_file"
    """It is neither a regular file nor a folder."""
    UNREADABLE = "unreadable"
    """The system does not give it; the system's own words."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of the corpus folder that is not searched, and why. `detail` depends on the reason and on no language."""

    path: str
    reason: SkipReason
    detail: str = ""


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
