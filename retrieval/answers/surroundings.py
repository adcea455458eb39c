"""What belongs to an excerpt and stands outside of it? The lead-in of its list, its table's header, and what is left.

All of it is told by the blocks of the document, without reading its text again.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from retrieval.documents.labels import marker
from retrieval.documents.model import Block, Document, Rest, RestKind, Role
from retrieval.documents.pieces import length
from retrieval.text.languages import language
from retrieval.text.sentences import sentences
from retrieval.text.span import Span

MAX_CONTEXT = 40
"""Words of a lead-in or parent item that are shown; of a longer one the last sentence, if that is not longer."""

_KINDS = {Role.TABLE: RestKind.ROWS, Role.CODE: RestKind.LINES}


def context(document: Document, span: Span) -> tuple[Span, ...]:
    """The places above the span without which its first block is not understood, in order."""
    block = document.block(span)
    if block is None:
        return ()
    places = (block.lead_in, block.parent, block.header)
    above = sorted({place for place in places if place is not None and place.end <= span.start})
    cut = (place if place == block.header else _short(document, place) for place in above)
    return tuple(place for place in cut if place is not None)


def _short(document: Document, place: Span) -> Span | None:
    if length(place.of(document.text)) <= MAX_CONTEXT:
        return place
    last = [*sentences(document.text, place, language(document.language))][-1]
    return last if length(last.of(document.text)) <= MAX_CONTEXT else None


def rest(document: Document, span: Span) -> Rest | None:
    """What the list, table or code at the end of the span, or at its beginning, has beside it."""
    inside = list(document.blocks_in(span))
    for block in inside[-1:] + inside[:1]:
        found = _lines_beside(document, block, span) if block.role is Role.CODE else _rows_beside(document, block, span)
        if found:
            return found
    return None


def _lines_beside(document: Document, block: Block, span: Span) -> Rest | None:
    before = document.text[block.span.start : max(span.start, block.span.start)]
    after = document.text[min(span.end, block.span.end) : block.span.end]
    count = sum(1 for line in (*before.splitlines(), *after.splitlines()) if line.strip())
    return Rest(RestKind.LINES, count) if count else None


def _rows_beside(document: Document, block: Block, span: Span) -> Rest | None:
    if block.role not in (Role.ITEM, Role.TABLE):
        return None
    of_list = [row for row in _rows(document, block) if row.span != block.header]
    count = sum(not row.span.overlaps(span) for row in of_list)
    if not count:
        return None
    numbered = sum(_has_number(document, row) for row in of_list)
    kind = _KINDS.get(block.role, RestKind.STEPS if numbered == len(of_list) else RestKind.ITEMS)
    return Rest(kind, count)


def _rows(document: Document, block: Block) -> list[Block]:
    """The rows of the table, or the items beside the one, the block among them."""
    blocks: Sequence[Block] = document.blocks
    at = bisect_left(blocks, block.span, key=lambda one: one.span)

    def run(places: range) -> Iterator[Block]:
        for place in places:
            other = blocks[place]
            if other.role is not block.role or other.headings != block.headings:
                return
            if other.header != block.header and other.span != block.header:
                return
            if block.role is Role.TABLE or _is_sibling(document, other, block):
                yield other

    return [*run(range(at - 1, -1, -1)), block, *run(range(at + 1, len(blocks)))]


def _is_sibling(document: Document, one: Block, other: Block) -> bool:
    """Whether an item stands beside another one, and is none's second paragraph."""
    return (
        one.parent == other.parent and one.lead_in == other.lead_in and marker(document.text, one.span) > one.span.start
    )


def _has_number(document: Document, block: Block) -> bool:
    return document.text[block.span.start : marker(document.text, block.span)].lstrip("([")[:1].isdigit()
