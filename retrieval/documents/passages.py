"""What is searched? Documents → units (sentences, list items, code) → passages: short runs of units of one section."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.documents.model import Block, Document, Role
from retrieval.text.languages import language
from retrieval.text.languages.language import Language
from retrieval.text.orthography import words
from retrieval.text.sentences import sentences
from retrieval.text.span import Span

MAX_UNITS = 3
MAX_WORDS = 75
"""A passage ends before the unit that would make it longer, in words. Measured on the development questions: 60 words
find 2 points fewer of them among the first three, 90 cost 15 % more reading for 1 point."""
SHORT_WORDS = 30
"""A passage of three units that is still shorter than this takes a fourth: list items."""
CODE_WEIGHT = 0.5
"""What a word of code or of a table counts towards the length: they are skimmed more than read."""

QUOTED = frozenset((Role.PARAGRAPH, Role.ITEM, Role.CODE, Role.TABLE))


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest piece that is quoted: a sentence, a list item, a table row or a piece of code."""

    document: Document
    block: Block
    span: Span
    section: int

    @property
    def text(self) -> str:
        """The unit itself."""
        return self.span.of(self.document.text)

    @property
    def language(self) -> Language:
        """The language it is written in."""
        return language(self.block.language or self.document.language)

    @property
    def is_lead_in(self) -> bool:
        """Whether it only announces what follows ("He added:")."""
        return self.text.endswith((":", "："))


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of units: the positions `first` to `last` (exclusive) in the sequence they were cut from."""

    first: int
    last: int


def units(document: Document) -> Iterator[Unit]:
    """The units of a document in order. What is no article text is left out and ends a section, as a heading does."""
    section = 0
    for block in document.blocks:
        if block.role is Role.BYLINE:
            section += 2
            yield Unit(document, block, block.span, section - 1)
        elif block.role not in QUOTED:
            section += 1
        elif block.role in (Role.CODE, Role.TABLE):
            yield Unit(document, block, block.span, section)
        else:
            for span in sentences(document.text, block.span, language(block.language or document.language)):
                yield Unit(document, block, span, section)


def passages(found: Sequence[Unit]) -> Iterator[Passage]:
    """One passage from each unit on, as long as section and size allow.

    None begins with code that stands below a text, since the text says what the code is for; none ends with a lead-in.
    """
    lengths = [_length(unit) for unit in found]
    for first, unit in enumerate(found):
        if first and _is_code(unit) and _follows(unit, found[first - 1]) and not _is_code(found[first - 1]):
            continue
        last, length = first + 1, lengths[first]
        while last < len(found) and _follows(found[last], unit):
            if last - first >= MAX_UNITS + (length < SHORT_WORDS) or length + lengths[last] > MAX_WORDS:
                break
            length += lengths[last]
            last += 1
        while last - first > 1 and found[last - 1].is_lead_in:
            last -= 1
        yield Passage(first, last)


def _length(unit: Unit) -> float:
    return len(words(unit.text)) * (CODE_WEIGHT if _is_code(unit) else 1)


def _is_code(unit: Unit) -> bool:
    return unit.block.role in (Role.CODE, Role.TABLE)


def _follows(unit: Unit, above: Unit) -> bool:
    """Whether both stand in one section of one document."""
    return unit.document is above.document and unit.section == above.section
