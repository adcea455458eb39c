"""What is searched? Documents → units (sentences, headings, rows, code) → passages: short runs of them, by section."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from retrieval.documents.model import Block, Document, Quality, Role
from retrieval.documents.pieces import pieces
from retrieval.documents.unit import Passage, Unit
from retrieval.text.languages import language
from retrieval.text.orthography import words

MAX_UNITS = 3
MAX_WORDS = 75
"""A passage ends before the unit that would make it longer, in words. Measured on the development questions: 60 words
find 2 points fewer of them among the first three, 90 cost 15 % more reading for 1 point."""
SHORT_WORDS = 30
"""A passage of three units that is still shorter than this takes a fourth: list items."""
CODE_WEIGHT = 0.5
"""What a word of code or of a table counts towards the length: they are skimmed more than read."""
LONGEST = 118
"""Words that a passage never exceeds, however they count, unless its first unit does: what an excerpt may show."""

LEFT_OUT = frozenset((Role.CHROME, Role.CAPTION))
"""What is in the file and not in its text: the page around a saved article."""
_APART = LEFT_OUT | {Role.BYLINE}
_OPENING = _APART | {Role.TITLE, Role.HEADING}
_IN_ROWS = frozenset((Role.ITEM, Role.TABLE))


def units(document: Document) -> Iterator[Unit]:
    """The units of a document in order.

    A heading opens a section. A byline and front matter have sections of their own; what is left out ends one.
    """
    section = 0
    before: Block | None = None
    for block in document.blocks:
        if block.ends_page:
            continue
        if before and _opens_section(block, before):
            section += 1
        before = block
        if block.role not in LEFT_OUT:
            for span in pieces(document.text, block, language(block.language or document.language)):
                yield Unit(document, block, span, section)


def _opens_section(block: Block, before: Block) -> bool:
    """Whether something else begins with the block: a heading opens it, stands above it no more, or nothing does."""
    above = (*before.headings, before.span) if before.role is Role.HEADING else before.headings
    opens = block.role in _OPENING or before.role in _APART or _is_front(block) != _is_front(before)
    return opens or (block.headings != above and block.role not in (Role.ALIAS, Role.CAPTION))


def _is_front(block: Block) -> bool:
    return block.quality is Quality.FRONT


def passages(found: Sequence[Unit]) -> Iterator[Passage]:
    """One passage from each unit on, as long as section and size allow.

    None begins with code below a text, which says what the code is for, nor behind a lead-in or question, unless with
    an item or row; none ends with one. Headings are what their sections are searched by, and passages only where
    nothing stands below that is one. Titles and other names in front matter are none unless there is no text: every
    passage is searched by them. What is searched in another document is in no passage, and none begins with what has no
    word.
    """
    lengths = [_length(unit) for unit in found]
    opens = [unit.opens for unit in found]
    has_text = any(unit.is_text for unit in found)
    reach = 0  # behind the last unit that is in a passage: what none has begins one in any case
    for first, unit in enumerate(found):
        if _is_repeated(unit) or (has_text and _is_name(unit)) or not lengths[first]:
            continue
        if unit.is_heading:
            last = first + 1
            if _heads_passage(found, first, lengths):
                continue
        elif first < reach and _belongs_to(unit, found[first - 1], is_opened=opens[first - 1]):
            continue
        else:
            last = _end(found, first, lengths, opens)
        reach = max(reach, last)
        yield Passage(first, last)


def _heads_passage(found: Sequence[Unit], heading: int, lengths: Sequence[int]) -> bool:
    """Whether a passage of its section is searched by the words of the heading."""
    below = takewhile(lambda at: _follows(found[at], found[heading]), range(heading + 1, len(found)))
    return any(lengths[at] and not _is_repeated(found[at]) for at in below)


def _belongs_to(unit: Unit, above: Unit, *, is_opened: bool) -> bool:
    """Whether nobody reads the unit without the one above: code below a text, what follows a lead-in or question."""
    if unit.block.role is Role.CODE:
        return not above.is_code
    return is_opened and unit.block.role not in _IN_ROWS


def _end(found: Sequence[Unit], first: int, lengths: Sequence[int], opens: Sequence[bool]) -> int:
    """Behind which unit the passage ends that begins with this one."""
    last, total, count = first + 1, lengths[first], _counts(found[first])
    weighted = _weighted(found[first], lengths[first])
    while last < len(found) and _follows(found[last], found[first]) and not _is_repeated(found[last]):
        length = _weighted(found[last], lengths[last])
        is_full = count >= MAX_UNITS + (weighted < SHORT_WORDS) or weighted + length > MAX_WORDS
        if (is_full and not opens[last - 1]) or total + lengths[last] > LONGEST:
            break
        total += lengths[last]
        weighted += length
        count += _counts(found[last])
        last += 1
    while last - first > 1 and opens[last - 1]:
        last -= 1
    return last


def _length(unit: Unit) -> int:
    return len(words(unit.text))


def _weighted(unit: Unit, length: int) -> float:
    return length * (CODE_WEIGHT if unit.is_code else 1)


def _is_name(unit: Unit) -> bool:
    return _is_front(unit.block) and unit.block.role in (Role.TITLE, Role.ALIAS)


def _is_repeated(unit: Unit) -> bool:
    return unit.block.quality is Quality.REPEATED


def _counts(unit: Unit) -> int:
    """How many of the units of a passage it takes up: one, or none."""
    return not unit.is_heading and unit.block.quality is not Quality.FURNITURE


def _follows(unit: Unit, above: Unit) -> bool:
    """Whether both stand in one section of one document."""
    return unit.document is above.document and unit.section == above.section
