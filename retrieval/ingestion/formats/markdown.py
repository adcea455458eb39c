"""How is Markdown laid out? The blocks of CommonMark and its tables, by the lines that the parser gives for each.

What the parser takes for one paragraph or for HTML may be more to a reader: notes, questions, definitions, the text
between tags. What is in none of the blocks then is looked through for words that a reader sees, so that none is lost.
"""

import re
import threading
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from retrieval.documents.model import Block, Quality
from retrieval.ingestion.formats import front_matter
from retrieval.ingestion.formats.completion import completed
from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.html_blocks import pieces
from retrieval.ingestion.formats.markup import is_include, parts
from retrieval.ingestion.formats.outline import ASKED, Outline
from retrieval.ingestion.formats.reader import Format, Reading, Source
from retrieval.text.span import Span

_NEWLINE = re.compile(r"\r\n|\r|\n")  # as markdown-it-py normalises them, so that its line numbers are ours
_QUOTED = re.compile(r"[ \t>]*")
_HASHES = re.compile(r"(?:[ \t>]|[-*+][ \t]+|\d{1,9}[.)][ \t]+)*#{1,6}[ \t]+")
_CLOSING = re.compile(r"(?:[ \t]*\{[^{}\r\n]*\})?(?:[ \t]+#+)?[ \t]*$")
_TAG = re.compile(r"</?[A-Za-z][\w.-]*(?=[\s/>])|<!--")
_INDENTED_NOTE = re.compile(r"[ \t>]*(?:!!!|\?\?\?\+?|={3,}!?\+?[ \t]+\")")
_LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)|https?://\S+|\[\[[^\[\]]*\]\]")
LINKS = 0.7
"""Share of its characters that stand in links from which a block is a list of links."""
_PARSER = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])  # only lines are of use here
_WITHIN_TAGS = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join", "code"])
"""The same where text is indented as the tags around it are, which makes it no code; MDX knows no such code at all."""
_PARSING = threading.Lock()  # the parser and mdurl, which it calls, show their tables before they have filled them


def read(source: Source) -> Reading:
    """The text of the file, laid out. Raises Refused."""
    text, encoding = decoded(source.content)
    return Reading(text, blocks_of(text), encoding=encoding)


FORMAT = Format("Markdown", (".md", ".markdown", ".mdown", ".mkd", ".mkdn"), read)


def _tokens(text: str, parser: MarkdownIt = _PARSER) -> list[Token]:
    with _PARSING:
        return parser.parse(text)


def blocks_of(text: str, *, is_mdx: bool = False) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in order; in MDX nothing is code for being indented."""
    outline = Outline(text)
    begin = front_matter.read(text, outline)
    starts = [begin, *(begin + match.end() for match in _NEWLINE.finditer(text[begin:])), len(text)]
    _Parsed(outline, starts).walk(_tokens(text[begin:], _WITHIN_TAGS if is_mdx else _PARSER))
    return completed(text, outline.blocks, begin)


@dataclass(slots=True)
class _Item:
    """An item that is open, and whether a block of its own stands there already."""

    is_begun: bool = False


@dataclass(slots=True)
class _Parsed:
    """The tokens of a text, line by line at its `starts`, the last of which is the text's end."""

    outline: Outline
    starts: list[int]
    is_nested: bool = False
    items: list[_Item] = field(default_factory=list)
    header: Span | None = None
    in_head: bool = False
    in_note: bool = False

    def walk(self, tokens: list[Token]) -> None:
        for token in tokens:
            match token.type:
                case "list_item_open":
                    self.items.append(_Item())
                case "list_item_close":
                    self.items.pop()
                    if not self.items:
                        self.outline.end_list()
                case "thead_open" | "thead_close":
                    self.in_head = token.type == "thead_open"
                case "heading_open" | "paragraph_open" | "fence" | "code_block" | "tr_open" | "html_block":
                    if token.map:
                        self._block(token, *token.map)

    def _block(self, token: Token, first: int, last: int) -> None:
        start, end = self._place(first), self._place(last)
        match token.type:
            case "heading_open":
                self._heading(token, first, last)
            case "fence":
                is_closed = last - first > 1 and token.markup[:3] in self.outline.text[self._place(last - 1) : end]
                self._code(self._place(first + 1), self._place(last - is_closed))
            case "code_block" if self.in_note and not self.is_nested:
                self._nested(first, last)
            case "code_block":
                self.outline.code(start, end)
            case "tr_open":
                place = self.outline.row(self._inner(start, end), end, None if self.in_head else self.header)
                self.header = place if self.in_head else self.header
            case "html_block":
                self._html(self._inner(start, end), end)
            case _:
                self._paragraph(start, end)

    def _code(self, start: int, end: int) -> None:
        if not all(map(is_include, _NEWLINE.split(self.outline.text[start:end]))):
            self.outline.code(start, end)

    def _place(self, line: int) -> int:
        return self.starts[min(line, len(self.starts) - 1)]

    def _inner(self, start: int, end: int) -> int:
        found = _QUOTED.match(self.outline.text, start, end)
        return found.end() if found else start

    def _heading(self, token: Token, first: int, last: int) -> None:
        text = self.outline.text
        underlined = token.markup in ("=", "-")
        start, end = self._place(first), self._place(last - 1 if underlined else last)
        hashes = None if underlined else _HASHES.match(text, start, end)
        start = hashes.end() if hashes else self._inner(start, end)
        inner = text[start:end].rstrip()
        closing = _CLOSING.search(inner, max(0, len(inner) - 200))
        self.in_note = False
        self.outline.heading(start, start + (closing.start() if closing else len(inner)), int(token.tag[1]))

    def _paragraph(self, start: int, end: int) -> None:
        inner = self._inner(start, end)
        text = self.outline.text
        if not self.items:
            self.in_note = _INDENTED_NOTE.match(text, start, end) is not None
        if _TAG.match(text, inner, end):
            self._html(inner, end)
            return
        for kind, begin, stop in parts(text, inner, end):
            match kind:
                case "question" if not self.items:
                    self.outline.heading(begin, stop, ASKED)
                case "item":
                    self.outline.item(begin, stop, len(self.items) + 1, self._quality(begin, stop))
                case _ if self.items:
                    self._in_item(begin, stop)
                case _:
                    self.outline.paragraph(begin, stop, self._quality(begin, stop))

    def _in_item(self, start: int, end: int) -> None:
        item, depth = self.items[-1], len(self.items)
        quality = self._quality(start, end)
        if item.is_begun:
            self.outline.in_item(start, end, depth, quality)
        else:
            item.is_begun = True
            self.outline.item(start, end, depth, quality)

    def _quality(self, start: int, end: int) -> Quality:
        piece = self.outline.text[start:end]
        in_links = sum(len(link) for link in _LINK.findall(piece)) if "](" in piece or "[[" in piece else 0
        return Quality.LINKS if in_links > LINKS * len(piece) else Quality.TEXT

    def _html(self, start: int, end: int) -> None:
        header: Span | None = None
        for piece in pieces(self.outline.text, start, end):
            first, last = piece.span.start, piece.span.end
            match piece.kind:
                case "question":
                    self.outline.heading(first, last, ASKED)
                case "heading":
                    self.outline.heading(first, last, piece.level)
                case "label":
                    self.outline.label(first, last, ASKED)
                case "end":
                    self.outline.close(ASKED)
                case "row" | "header":
                    place = self.outline.row(first, last, header if piece.kind == "row" else None)
                    header = place if piece.kind == "header" else header
                case "code":
                    self.outline.code(first, last)
                case "item":
                    self.outline.item(first, last, len(self.items) + 1)
                case _ if not self.is_nested and _NEWLINE.search(self.outline.text, first, last):
                    self._again(first, last)
                case _ if self.items:
                    self._in_item(first, last)
                case _:
                    self.outline.paragraph(first, last, self._quality(first, last))

    def _nested(self, first: int, last: int) -> None:
        """What is indented below a note is Markdown like the rest."""
        places = [self._place(line) for line in range(first, last + 1)]
        lines = [self.outline.text[start:end] for start, end in pairwise(places)]
        indents = [len(line) - len(line.lstrip(" ")) for line in lines]
        least = min((indent for indent, line in zip(indents, lines, strict=True) if line.strip()), default=0)
        cut = [min(indent, least) for indent in indents]
        starts = [place + indent for place, indent in zip(places, cut, strict=False)]
        inner = "".join(line[indent:] for line, indent in zip(lines, cut, strict=True))
        _Parsed(self.outline, [*starts, places[-1]], is_nested=True).walk(_tokens(inner))

    def _again(self, start: int, end: int) -> None:
        """Text of several lines between tags is Markdown like the rest."""
        text = self.outline.text
        starts = [start, *(start + found.end() for found in _NEWLINE.finditer(text[start:end])), end]
        _Parsed(self.outline, starts, is_nested=True).walk(_tokens(text[start:end], _WITHIN_TAGS))
