"""Has every word that a reader sees a block? What lies between the blocks of a text with marks is looked through."""

from dataclasses import replace

from retrieval.documents.model import Block, Quality, Role
from retrieval.ingestion.formats.markup import visible
from retrieval.text.span import Span


def completed(text: str, blocks: list[Block], begin: int = 0) -> tuple[Block, ...]:
    """The blocks, in order, none overlapping, with the words from `begin` on that a reader sees between them."""
    found = [block for block in blocks if block.span.end <= begin]
    for block in blocks[len(found) :]:
        end = max(begin, found[-1].span.end) if found else begin
        if block.span.start >= end:
            found += _between(text, end, block.span.start, found)
            found.append(block)
        elif text[end : block.span.end].strip():  # a reader of many marks may give a piece twice; the first has it
            found.append(replace(block, span=Span(end, block.span.end)))
    end = max(begin, found[-1].span.end) if found else begin
    return (*found, *_between(text, end, len(text), found))


def _between(text: str, start: int, end: int, above: list[Block]) -> list[Block]:
    """The lines of a gap that have words for a reader, below what stands above them."""
    if start >= end or not text[start:end].strip():
        return []
    last = above[-1] if above and above[-1].quality is not Quality.FRONT else None
    headings = (*last.headings, last.span) if last and last.role is Role.HEADING else last.headings if last else ()
    return [Block(Span(first, stop), Role.PARAGRAPH, 0, headings) for first, stop in visible(text, start, end)]
