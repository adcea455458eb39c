"""Which words of HTML or JSX does a reader see? Pieces of text between tags, and what each is.

Tags of inline text ("b", "code") stay within a piece; others end it. Attributes, comments, scripts and styles are seen
by nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from retrieval.text.span import Span

Kind = Literal["text", "heading", "question", "item", "row", "header", "code", "label", "end"]

_INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em font i img ins kbd mark q s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
_UNSEEN = frozenset(("script", "style", "template", "svg", "iframe"))
_NAME = re.compile(r"</?([A-Za-z][\w.:-]*)")
_LABEL = re.compile(r"\s(?:label|title|header)=([\"'])([^\"'\n]*\w[^\"'\n]*)\1")
_WORD = re.compile(r"\w")
MAX_TAG = 1000
"""Characters of a tag at most; what is longer is no tag. It bounds the time for text with many opening brackets."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that a reader sees. `level` is that of a heading, 1 to 6.

    A "label" is an attribute that stands over what the element holds, as of a tab; an "end" is where such an element,
    or a <details>, closes.
    """

    kind: Kind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Tag:
    start: int
    end: int
    name: str  # "" for a comment or an expression
    closes: bool
    is_component: bool = False  # of JSX


def tags(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of tags, comments and commenting expressions, in order."""
    return ((tag.start, tag.end) for tag in _tags(text, start, end))


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """What is seen between `start` and `end`, in order."""
    at = start  # behind the last tag
    first: int | None = None  # where the piece begins that is not ended yet
    last = start  # the end of its text so far
    kinds: list[tuple[str, Kind, int]] = []  # elements that are open and tell what their text is
    has_header_cells = False

    def ended() -> Iterator[Piece]:
        nonlocal first, has_header_cells
        if first is not None:
            kind, level = (kinds[-1][1], kinds[-1][2]) if kinds else ("text", 0)
            yield Piece("header" if kind == "row" and has_header_cells else kind, Span(first, last), level)
        first, has_header_cells = None, False

    for tag in [*_tags(text, start, end), None]:
        here = tag.start if tag else end
        if _WORD.search(text, at, here):
            gap = text[at:here]
            begins = at + len(gap) - len(gap.lstrip())
            first = begins if first is None else first
            last = at + len(gap.rstrip())
        at = tag.end if tag else end
        if tag is None:
            yield from ended()
        elif tag.name in _INLINE or not tag.name:
            if first is not None and tag.closes and last == tag.start:
                last = tag.end
            continue
        elif kinds and kinds[-1][1] == "row" and tag.name != "tr" and tag.name not in ("table", "tbody", "thead"):
            has_header_cells |= tag.name == "th"
        else:
            yield from ended()
            _follow(kinds, tag)
            if tag.closes and (tag.name == "details" or tag.is_component):
                yield Piece("end", Span(tag.start, tag.end))
            elif tag.is_component and text[tag.end - 2] != "/" and (label := _LABEL.search(text, tag.start, tag.end)):
                yield Piece("label", Span(*label.span(2)))


def _follow(kinds: list[tuple[str, Kind, int]], tag: _Tag) -> None:
    """Keeps in mind which elements are open behind the tag."""
    if tag.closes:
        at = next((at for at in range(len(kinds) - 1, max(-1, len(kinds) - 8), -1) if kinds[at][0] == tag.name), None)
        if at is not None:
            del kinds[at:]
    elif kind := _kind(tag.name):
        if kinds and kinds[-1][0] == tag.name:  # neither <li> nor <tr> need be closed
            kinds.pop()
        kinds.append((tag.name, kind, int(tag.name[1]) if kind == "heading" else 0))


def _kind(name: str) -> Kind | None:
    match name:
        case "summary":
            return "question"
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            return "heading"
        case "li":
            return "item"
        case "tr":
            return "row"
        case "pre":
            return "code"
        case _:
            return None


def _tags(text: str, start: int, end: int) -> Iterator[_Tag]:
    at = start
    expression = -1  # the next comment of JSX; -1 if there is none
    missing: set[str] = set()  # what is closed nowhere below, so that it is sought once
    while True:
        if 0 <= expression < at or at == start:
            expression = text.find("{/*", at, end)
        found = text.find("<", at, end if expression < 0 else expression)
        at = expression if found < 0 else found
        if at < 0:
            return
        closing = {"<!--": "-->", "{/*": "*/}", "<![CDATA[": "]]>"}
        opened = next((opening for opening in closing if text.startswith(opening, at)), None)
        if opened:
            stop = -1 if opened in missing else text.find(closing[opened], at + len(opened), end)
            if stop < 0:
                missing.add(opened)
                at += 1
                continue
            yield _Tag(at, stop + 3, "", closes=False)
            at = stop + 3
            continue
        name = _NAME.match(text, at, end)
        limit = min(end, at + MAX_TAG)
        stop = tag_end(text, name.end(), limit) if name and text.find(">", at, limit) >= 0 else -1
        if not name or stop < 0:
            at += 1
            continue
        tag = _Tag(at, stop, name[1].lower(), text[at + 1] == "/", name[1][0].isupper())
        at = stop
        if tag.name in _UNSEEN and not tag.closes and not text.endswith("/>", tag.start, stop):
            closed = -1 if tag.name in missing else text.find(f"</{tag.name}", stop, end)
            if closed < 0:
                missing.add(tag.name)
            else:
                at = closed
                tag = _Tag(tag.start, closed, "", closes=False)
        yield tag


def tag_end(text: str, at: int, end: int) -> int:
    """The place behind the ">" that closes a tag, past strings and expressions in braces; -1 if nothing does."""
    depth = 0
    quote = ""
    while at < end:
        char = text[at]
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and (depth or text[at - 1] == "="):
            quote = char
        elif char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        elif not depth and char == "<":
            return -1
        elif not depth and char == ">":
            return at + 1
        at += 1
    return -1
