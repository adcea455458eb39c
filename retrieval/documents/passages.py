"""What is searched? Documents → units (sentences, headings, rows, code) → passages: short runs of them, by section."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.documents.model import Block, Document, Quality, Role
from retrieval.documents.pieces import marker, pieces
from retrieval.text.languages import language
from retrieval.text.languages.language import Language
from retrieval.text.orthography import words
from retrieval.text.span import Span

MAX_UNITS = 3
MAX_WORDS = 75
"""A passage ends before the unit that would make it longer, in words. Measured on the development questions: 60 words
find 2 points fewer of them among the first three, 90 cost 15 % more reading for 1 point."""
SHORT_WORDS = 30
"""A passage of three units that is still shorter than this takes a fourth: list items."""
CODE_WEIGHT = 0.5
"""What a word of code or of a table counts towards the length: they are skimmed more than read."""

LEFT_OUT = frozenset((Role.CHROME, Role.CAPTION))
"""What is in the file and not in its text: the page around a saved article."""
_TEXT = frozenset((Role.PARAGRAPH, Role.ITEM, Role.CODE, Role.TABLE))
_APART = LEFT_OUT | {Role.BYLINE}
_OPENING = _APART | {Role.TITLE, Role.HEADING}


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest piece that is quoted: a sentence, a heading, a list item, a table row or a piece of code."""

    document: Document
    block: Block
    span: Span
    section: int

    @property
    def text(self) -> str:
        """The unit itself."""
        return self.span.of(self.document.text)

    @property
    def said(self) -> str:
        """The text without the marker of a list item."""
        if self.block.role is not Role.ITEM or self.span.start != self.block.span.start:
            return self.text
        return self.document.text[marker(self.document.text, self.span) : self.span.end]

    @property
    def is_text(self) -> bool:
        """Whether it is part of the running text, its lists, tables and code."""
        return self.block.role in _TEXT and self.block.quality is not Quality.FRONT

    @property
    def is_heading(self) -> bool:
        """Whether it is the title or a heading, below which its section stands."""
        return self.block.role in (Role.TITLE, Role.HEADING)

    @property
    def language(self) -> Language:
        """The language it is written in."""
        return language(self.document.language)

    @property
    def is_lead_in(self) -> bool:
        """Whether it only announces what follows ("He added:")."""
        return not _is_code(self) and self.text.endswith((":", "："))


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of units: the positions `first` to `last` (exclusive) in the sequence they were cut from."""

    first: int
    last: int


def units(document: Document) -> Iterator[Unit]:
    """The units of a document in order.

    A heading opens a section. A byline and front matter have sections of their own; what is left out ends one.
    """
    section = 0
    before: Block | None = None
    for block in document.blocks:
        if before and (block.role in _OPENING or before.role in _APART or _is_front(block) != _is_front(before)):
            section += 1
        before = block
        if block.role not in LEFT_OUT:
            for span in pieces(document.text, block, language(document.language)):
                yield Unit(document, block, span, section)


def _is_front(block: Block) -> bool:
    return block.quality is Quality.FRONT


def passages(found: Sequence[Unit]) -> Iterator[Passage]:
    """One passage from each unit on, as long as section and size allow.

    None begins with code that stands below a text, since the text says what the code is for; none ends with a lead-in.
    A heading opens the first passage of its section, and is one of its own where nothing stands below. Titles and other
    names in front matter are no passages unless there is no text: every passage is searched by them. What is searched
    in another document is in no passage.
    """
    lengths = [_length(unit) for unit in found]
    has_text = any(unit.is_text for unit in found)
    for first, unit in enumerate(found):
        if _is_repeated(unit) or (has_text and _is_name(unit)):
            continue
        if first and _is_shown_with(unit, found[first - 1]) and lengths[first - 1] + lengths[first] <= MAX_WORDS:
            continue
        last, length, count = first + 1, lengths[first], _counts(unit)
        while last < len(found) and _follows(found[last], unit) and not _is_repeated(found[last]):
            if count >= MAX_UNITS + (length < SHORT_WORDS) or length + lengths[last] > MAX_WORDS:
                break
            length += lengths[last]
            count += _counts(found[last])
            last += 1
        while last - first > 1 and found[last - 1].is_lead_in:
            last -= 1
        yield Passage(first, last)


def _length(unit: Unit) -> float:
    return len(words(unit.text)) * (CODE_WEIGHT if _is_code(unit) else 1)


def _is_shown_with(unit: Unit, above: Unit) -> bool:
    """Whether it is code below a text that says what the code is for."""
    return _is_code(unit) and not _is_code(above) and _follows(unit, above)


def _is_name(unit: Unit) -> bool:
    return _is_front(unit.block) and unit.block.role in (Role.TITLE, Role.ALIAS)


def _is_repeated(unit: Unit) -> bool:
    return unit.block.quality is Quality.REPEATED


def _counts(unit: Unit) -> int:
    """How many of the units of a passage it takes up: one, or none."""
    return not unit.is_heading and unit.block.quality is not Quality.FURNITURE


def _is_code(unit: Unit) -> bool:
    return unit.block.role in (Role.CODE, Role.TABLE)


def _follows(unit: Unit, above: Unit) -> bool:
    """Whether both stand in one section of one document."""
    return unit.document is above.document and unit.section == above.section
