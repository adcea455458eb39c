"""What are the nouns of retrieval? Frozen values without I/O, from the file to the excerpt.

All offsets are Python string offsets (code points) into `Document.text`, half open, so that
`document.text[span.start:span.end]` is always the exact text that a span stands for.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from retrieval.text.span import Span

_LINE_END = re.compile(r"\r\n|\r|\n")


class Role(StrEnum):
    """What a block is to its reader. All but `CAPTION` and `CHROME`, the page around a saved article, are quoted.

    An `ALIAS` is another name of the document, or a tag. A `TABLE` is one row of it.
    """

    TITLE = "title"
    ALIAS = "alias"
    HEADING = "heading"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"
    CHROME = "chrome"


class Quality(StrEnum):
    """What a block may be beside its role, from which its rank may suffer. It never loses its place in the text."""

    TEXT = "text"
    GUESSED = "guessed"
    """Taken for a title, heading or byline by its looks alone, while nothing marks it as one."""
    FURNITURE = "furniture"
    """Perhaps of the page around the text: a menu, a share bar, a foot."""
    FRONT = "front"
    """Front matter: what a file says of itself before its text."""
    LINKS = "links"
    """Little else than links, as in a table of contents."""
    REPEATED = "repeated"
    """Stands in another document alike, and is searched there."""


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
    above the block, outermost first. `lead_in` is what introduces a list, a table or code, if the block is of one, and
    `parent` the text of the item that it stands below. `header` is the first row of a table, if the block is another
    one. `speaker` is the name of who says it. All of them are spans of the same text. `language` is that of the block,
    as in BCP 47, where it is another one than the document's.
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
    quality: Quality = Quality.TEXT

    @property
    def ends_page(self) -> bool:
        """Whether it is the head or foot of a printed page, which may stand in the midst of a sentence."""
        return self.role is Role.CHROME and self.quality is Quality.FURNITURE


@dataclass(frozen=True)
class Document:
    """A file of the corpus.

    `id` is its path inside the corpus with "/". `text` is what all offsets refer to: for plain text and Markdown the
    decoded file with nothing changed; for a format that must be extracted, the extracted text. `language` is that
    which it is written in, as in BCP 47; "" where that is not known. `encoding` is that of a file of text, as people
    name it ("windows-1252"); "" for UTF-8, and for files that are no text.
    """

    id: str
    title: str
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    language: str = ""
    encoding: str = ""

    @cached_property
    def aliases(self) -> tuple[str, ...]:
        """Its further titles, other names and tags, in their order."""
        titles = [block.span.of(self.text) for block in self.blocks if block.role is Role.TITLE]
        return (*titles[1:], *(block.span.of(self.text) for block in self.blocks if block.role is Role.ALIAS))

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
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def lines(self, span: Span) -> tuple[int, int]:
        """The first and the last line that the span touches, counted from 1; a line ends with LF, CRLF or CR."""
        return bisect_right(self._line_starts, span.start), bisect_right(self._line_starts, span.end - 1)

    def line_spans(self) -> list[Span]:
        """The lines in order, each with what ends it; the last one is empty where the text ends with a line's end."""
        return [Span(start, end) for start, end in pairwise([*self._line_starts, len(self.text)])]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def blocks_in(self, span: Span) -> Iterator[Block]:
        """The blocks that share a character with the span, in order."""
        first = max(bisect_right(self._block_starts, span.start) - 1, 0)
        last = bisect_left(self._block_starts, span.end)
        return (block for block in self.blocks[first:last] if block.span.overlaps(span))

    def block(self, span: Span) -> Block | None:
        """The first block that shares a character with the span."""
        return next(self.blocks_in(span), None)

    def speaker(self, span: Span) -> Span | None:
        """Who says what begins at the span, where the document is the record of a conversation ("Ann: We …")."""
        block = self.block(span)
        return block.speaker if block else None

    def heading(self, span: Span) -> str:
        """The nearest heading above the span, or ""."""
        block = self.block(span)
        return self.heading_above(block) if block else ""

    def heading_path(self, span: Span) -> tuple[str, ...]:
        """The headings above the span, outermost first, without the title."""
        block = self.block(span)
        path = [" ".join(heading.of(self.text).split()) for heading in block.headings] if block else []
        return tuple(path[1:] if path and path[0] == self.title else path)

    def heading_above(self, block: Block) -> str:
        """The nearest heading above the block, or ""."""
        return " ".join(block.headings[-1].of(self.text).split()) if block.headings else ""


class SkipReason(StrEnum):
    """Why a file is not searched. Behind each, what `Skipped.detail` holds then; "" where nothing is said."""

    UNKNOWN_FORMAT = "unknown_format"
    """No reader reads it; its suffix in lower case with the dot, or "" for none."""
    MISSING_EXTRA = "missing_extra"
    """Its reader needs a library that is not installed; the name of the extra that brings it."""
    BINARY = "binary"
    """It holds binary data where text should be."""
    UNKNOWN_ENCODING = "unknown_encoding"
    """Its bytes are no text in an encoding that is known; the first byte, from 0, that is no UTF-8."""
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


class RestKind(StrEnum):
    """What a list, table or piece of code is made of."""

    STEPS = "steps"
    """Items with numbers."""
    ITEMS = "items"
    ROWS = "rows"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Rest:
    """How much of a list, table or piece of code an excerpt leaves out, 1 or more."""

    kind: RestKind
    count: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A verbatim piece of a document, to be shown with its source.

    `score` orders excerpts of one answer (no fixed scale). `matched` are the words of the question found here or in the
    headings and title above, as the question has them, in its order. `highlights` are the places of words of the
    question, sorted, within `span`. `also_in` are other documents in which the same stands word for word. `context`
    are places above the span, in order, without which it is not understood: the lead-in of a list, the item that
    another one stands below, the header of a table. `rest` is what its list, table or code has beside it.
    """

    document: Document
    span: Span
    score: float = 0.0
    matched: tuple[str, ...] = ()
    highlights: tuple[Span, ...] = ()
    also_in: tuple["Excerpt", ...] = ()
    context: tuple[Span, ...] = ()
    rest: Rest | None = None

    @property
    def text(self) -> str:
        """The exact text of the span."""
        return self.span.of(self.document.text)

    @property
    def lines(self) -> tuple[int, int]:
        """First and last line in the document, counted from 1."""
        return self.document.lines(self.span)

    @property
    def places(self) -> tuple[Locator, ...]:
        """Where its first block stands, and its last if that is elsewhere; empty where lines are all that tells it."""
        found = [block.locator for block in self.document.blocks_in(self.span) if block.locator]
        ends = dict.fromkeys((found[0], found[-1])) if found else {}
        return tuple(ends) if len({place.kind for place in ends}) == 1 else tuple(ends)[:1]

    @property
    def heading(self) -> str:
        """The heading under which the excerpt stands, or ""; behind it the speaker who is not named in the excerpt."""
        return " · ".join(filter(None, (self.document.heading(self.span), self.speaker)))

    @property
    def speaker(self) -> str:
        """Who says it, if the name stands above the excerpt and not in it; else ""."""
        name = self.document.speaker(self.span)
        return name.of(self.document.text) if name and name.start < self.span.start else ""
