"""How is Markdown laid out? The blocks of CommonMark and its tables, by the lines that the parser gives for each."""

import re
import threading

from markdown_it import MarkdownIt
from markdown_it.token import Token

from retrieval.documents.model import Block, Role
from retrieval.ingestion.formats.decoding import text_of
from retrieval.ingestion.formats.reader import Format, Reading, Source
from retrieval.text.span import Span

_NEWLINE = re.compile(r"\r\n|\r|\n")  # as markdown-it-py normalises them, so that its line numbers are ours
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n).*?(?:\r\n|\r|\n)---[ \t]*(?=\r|\n|$)", re.DOTALL)
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[^\r\n]*[\r\n]+\s*")  # the marker line of MkDocs' notes
_MARKERS = re.compile(r"(?:[ \t>]|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)*")
_PARSER = MarkdownIt("commonmark").enable("table")
_PARSING = threading.Lock()  # the parser and mdurl, which it calls, show their tables before they have filled them


def read(source: Source) -> Reading:
    """The text of the file, laid out. Raises Refused."""
    text = text_of(source.content)
    return Reading(text, blocks_of(text))


FORMAT = Format("Markdown", (".md",), read)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in order. Front matter and raw HTML are no part of the article."""
    front = _FRONT_MATTER.match(text)
    begin = front.end() if front else int(text.startswith("\ufeff"))
    starts = [begin, *(begin + match.end() for match in _NEWLINE.finditer(text[begin:])), len(text)]
    blocks: list[Block] = []
    path: list[tuple[int, Span]] = []
    lead_in: Span | None = None
    lists = 0
    with _PARSING:
        tokens = _PARSER.parse(text[begin:])
    for token in tokens:
        lists += {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}.get(
            token.type, 0
        )
        role = _role(token, in_list=lists > 0)
        span = _span(text, starts, token) if role else None
        if role is None or span is None:
            continue
        headings = tuple(heading for _, heading in path)
        if role is Role.HEADING:
            level = int(token.tag[1])
            path = [(above, heading) for above, heading in path if above < level]
            titled = any(block.role in (Role.TITLE, Role.HEADING) for block in blocks)
            if level == 1 and not titled:
                blocks.append(Block(span, Role.TITLE, 1))
                continue
            blocks.append(Block(span, role, level, tuple(heading for _, heading in path)))
            path.append((level, span))
        else:
            blocks.append(Block(span, role, 0, headings, lead_in if role is Role.ITEM else None))
        if role is Role.PARAGRAPH:
            lead_in = span if span.of(text).endswith((":", "：")) else None
        elif role is Role.HEADING:
            lead_in = None
    return tuple(blocks)


def _role(token: Token, *, in_list: bool) -> Role | None:
    match token.type:
        case "heading_open":
            return Role.HEADING
        case "paragraph_open":
            return Role.ITEM if in_list else Role.PARAGRAPH
        case "fence" | "code_block":
            return Role.CODE
        case "tr_open":
            return Role.TABLE
        case _:
            return None


def _span(text: str, starts: list[int], token: Token) -> Span | None:
    """The text of the token without its markers and fences; None if nothing is left."""
    if token.map is None:
        return None
    first, last = token.map
    if token.type == "fence":
        first, last = first + 1, last - 1
    start, end = starts[min(first, len(starts) - 1)], starts[min(last, len(starts) - 1)]
    if token.type in ("paragraph_open", "heading_open"):
        marker = _MARKERS.match(text, start, end)
        start = marker.end() if marker else start
        note = _ADMONITION.match(text, start, end)
        start = note.end() if note else start
    end = start + len(text[start:end].rstrip())
    start = end - len(text[start:end].lstrip())
    return Span(start, end) if start < end else None
