"""Which lines of a text that was laid out in pages are heads and feet of them? Those that come again on each page.

They stand in the midst of sentences, so they are told before anything else. A foot or head stands alone, at the edge of
a page, and is the same on several pages but for its number.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from retrieval.ingestion.headings import Line

_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE = re.compile(r"(\d+)\D*$|^\D*(\d+)")
_NAMES_PAGE = re.compile(
    r"\b(?:page|seite|página|pagina|sida|side|strona|strana|oldal|sayfa|страница|стр|сторінка|σελίδα|halaman)\b|页|頁"
    r"|^\W+\d+\W+$",
    re.IGNORECASE,
)
"""What a foot says beside its number where no form feed tells that the page ends: "Page 7", "- 7 -"."""
MIN_PAGES = 3
"""Pages on which a line comes again, where no form feeds part them."""


def heads_and_feet(text: str, lines: Sequence[Line]) -> set[int]:
    """The positions of the lines that are heads and feet of pages."""
    forms = [_NUMBERS.sub("#", " ".join(text[line.start : line.span.end].split())) for line in lines]
    return _by_form_feeds(text, lines, forms) if "\f" in text else _by_numbers(text, lines, forms)


def _by_form_feeds(text: str, lines: Sequence[Line], forms: list[str]) -> set[int]:
    """What stands first or last on more than one page, by itself and alike."""
    pages: list[list[int]] = [[]]
    for at, line in enumerate(lines):
        if at and "\f" in text[lines[at - 1].span.end : line.start]:
            pages.append([])
        pages[-1].append(at)
    edges: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        for at, inner in {(page[0], page[1]), (page[-1], page[-2])} if len(page) > 1 else ():
            if lines[at].chunk != lines[inner].chunk:
                edges[forms[at]].append(at)
    return {at for found in edges.values() if len(found) > 1 for at in found}


def _by_numbers(text: str, lines: Sequence[Line], forms: list[str]) -> set[int]:
    """Lines that stand by themselves and count the pages, and those below them that are alike."""
    alone: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        above = at > 0 and lines[at - 1].chunk == line.chunk
        below = at + 1 < len(lines) and lines[at + 1].chunk == line.chunk
        if not above and not below and _NAMES_PAGE.search(text[line.start : line.span.end]):
            alone[forms[at]].append(at)
    feet: set[int] = set()
    for found in alone.values():
        numbers = [_number(text, lines[at]) for at in found]
        if len(found) >= MIN_PAGES and all(second == first + 1 for first, second in pairwise(numbers)):
            feet.update(found)
    heads: dict[str, list[int]] = defaultdict(list)
    for at in feet:
        if at + 1 < len(lines):
            heads[forms[at + 1]].append(at + 1)
    return feet | {at for found in heads.values() if len(found) >= MIN_PAGES - 1 for at in found}


def _number(text: str, line: Line) -> int:
    found = _PAGE.search(text, line.start, line.span.end)
    return int((found[1] or found[2])[:9]) if found else -1
