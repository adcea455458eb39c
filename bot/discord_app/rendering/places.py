"""Where does the link of a citation land? In the file below `base_url`, as near as its format allows."""

import re
from pathlib import PurePosixPath
from urllib.parse import quote

from retrieval import Excerpt, LocatorKind, Role

MAX_ADDRESS = 500
"""Characters of an address at most: a longer link would take the room of the quotes."""
FIRST, LAST = 6, 4
"""Words of the beginning and of the end of a quotation by which a browser finds it."""
_MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mdx"))
_NO_SLUG = re.compile(r"[^\w\- ]")


def address_of(excerpt: Excerpt, base_url: str) -> str:
    """The address of the excerpt's file, with the place in it; "" if it would be too long."""
    address = f"{base_url.rstrip('/')}/{quote(excerpt.document.id, errors='replace')}"
    place = _fragment(excerpt)
    return next((one for one in (address + place, address) if len(one) <= MAX_ADDRESS), "")


def _fragment(excerpt: Excerpt) -> str:
    """The page of a PDF, the anchor of a heading, or else the words themselves.

    Sources: RFC 8118 for pages, https://wicg.github.io/scroll-to-text-fragment/ for words; headings of Markdown have
    the anchors that GitHub, MkDocs and most others give them.
    """
    places = {place.kind: place.value for place in excerpt.places}
    if page := places.get(LocatorKind.PAGE):
        return f"#page={quote(page)}"
    if anchor := places.get(LocatorKind.ANCHOR):
        return f"#{quote(anchor, safe='')}"
    block = excerpt.document.block(excerpt.span)
    is_heading = block is not None and block.role is Role.HEADING
    heading = block.span.of(excerpt.document.text) if block and is_heading else excerpt.document.heading(excerpt.span)
    if PurePosixPath(excerpt.document.id).suffix.lower() in _MARKDOWN:
        slug = _NO_SLUG.sub("", heading.lower()).strip().replace(" ", "-")
        return f"#{quote(slug, safe='')}" if slug else ""
    words = excerpt.text.split()
    first, last = words[:FIRST], words[FIRST:][-LAST:]
    return "#:~:text=" + ",".join(_words(some) for some in (first, last) if some)


def _words(words: list[str]) -> str:
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
