"""How is a reply shown that does not fit into one message? In pages, none of which leaves anything out."""

from collections.abc import Iterator
from dataclasses import replace

from bot.discord_app.rendering.fitting import (
    LINKS,
    MAX_CHARS,
    MAX_COMPONENTS,
    NOTE_ROOM,
    SECTION,
    Links,
    blocks_of,
    length,
)
from bot.replies.model import Headings, Paragraph, Part, Quote, Reply, Section, Stretch

MAX_PAGES = 50
"""Pages of a reply at most; what is behind them is counted on the last."""
_RESERVED = 6  # components of the buttons below a page
_COMPONENTS = MAX_COMPONENTS - _RESERVED - 3  # the container, the heading and a note
_ROOM = MAX_CHARS - 2 * NOTE_ROOM


def pages_of(reply: Reply, *, links: Links = LINKS) -> list[Reply]:
    """The reply in pages, each with its number; itself alone where it fits, or turns its pages by itself.

    A sentence of Quoth stays with the quote that it introduces.
    """
    if reply.question or reply.pages > 1 or any(isinstance(part, Stretch) for part in reply.parts):
        return [reply]
    pages: list[list[Part]] = [[]]
    room, components = _ROOM, _COMPONENTS
    for group in _groups(reply.parts):
        heading, *blocks = blocks_of(replace(reply, parts=tuple(group)), reserved=_RESERVED, links=links)
        taken = sum(length(block.text) for block in blocks)
        used = sum(SECTION if block.excerpt else 1 for block in blocks)
        fits = taken <= room - length(heading.text) and used <= components
        if pages[-1] and not fits and len(pages) < MAX_PAGES:
            pages.append([])
            room, components = _ROOM, _COMPONENTS
        pages[-1] += group
        room -= taken
        components -= used
    if len(pages) == 1:
        return [reply]
    return [replace(reply, parts=tuple(parts), page=at, pages=len(pages)) for at, parts in enumerate(pages, 1)]


def _groups(parts: tuple[Part, ...]) -> Iterator[list[Part]]:
    """The parts, those together that belong together."""
    group: list[Part] = []
    for part in parts:
        if group and not (isinstance(group[-1], Paragraph) and isinstance(part, Quote | Section | Headings)):
            yield group
            group = []
        group.append(part)
    if group:
        yield group
