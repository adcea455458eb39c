"""How is Org laid out? Outlines by their stars, lists, tables, blocks, and what only Emacs reads."""

import re

from retrieval.documents.model import Block, Quality, Role
from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.marked_lines import MarkedLines
from retrieval.ingestion.formats.reader import Format, Reading, Source
from retrieval.text.span import Span

_HEADING = re.compile(r"(\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)[ \t]+)?(?:\[#[A-Z]\][ \t]+)?(?=\S)")
_TAGS = re.compile(r"[ \t]+:(?:[\w@#%]+:)+$")
_KEYWORD = re.compile(r"#\+(\w+):[ \t]*", re.IGNORECASE)
_BLOCK = re.compile(r"#\+begin_(\w+)", re.IGNORECASE)
_END = re.compile(r"#\+end_\w+$", re.IGNORECASE)
_DRAWER = re.compile(r":[A-Za-z][\w-]*:")
_ITEM = re.compile(r"(?:[-+]|\d{1,4}[.)]|[A-Za-z][.)])[ \t]+(?=\S)")
_COMMENT = re.compile(r"#(?:[ \t]|$)")
_RULE = re.compile(r"-{5,}|\|[-+]+\|?")
_PLANNED = re.compile(r"(?:SCHEDULED|DEADLINE|CLOSED):[ \t]*[<\[]")
_CODE = frozenset(("src", "example", "export", "verse", "latex", "html"))
_READ = frozenset(("caption", "description", "subtitle", "author", "date", "email"))
"""Keywords whose values a reader sees."""


def read(source: Source) -> Reading:
    """The text of the file, laid out. Raises Refused."""
    text, encoding = decoded(source.content)
    return Reading(text, _Reader(text).blocks(), encoding=encoding)


FORMAT = Format("Org", (".org",), read)


class _Reader(MarkedLines):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.last = {line.strip().lower(): at for at, line in enumerate(self.lines)}

    def blocks(self) -> tuple[Block, ...]:
        while self.at < len(self.lines):
            self._next(self.line(self.at))
        return tuple(self.outline.blocks)

    def _next(self, line: str) -> None:
        if not line or _RULE.fullmatch(line):
            self.at += 1
        elif self.indents[self.at] == 0 and (heading := _HEADING.match(line)):
            start = self.begin(self.at)
            tags = _TAGS.search(line, max(heading.end(), len(line) - 200))
            end = start + (tags.start() if tags else len(line))
            self.outline.heading(start + heading.end(), end, len(heading[1]) + 1)
            self.at += 1
        elif block := _BLOCK.match(line):
            self._block(block[1].lower())
        elif keyword := _KEYWORD.match(line):
            self._keyword(keyword)
        elif _DRAWER.fullmatch(line):
            self.at = self._until(":end:", self.at + 1) + 1
        elif _END.match(line) or _COMMENT.match(line) or _PLANNED.match(line):
            self.at += 1
        elif line.startswith("|"):
            self._table()
        elif line.startswith(": "):
            self._fixed()
        else:
            self._paragraph()

    def _until(self, mark: str, first: int) -> int:
        """The line with the mark that ends something, or the one above where it ends nowhere in its section."""
        for at in range(first, self.last.get(mark, -1) + 1):
            if self.line(at).lower() == mark:
                return at
            if _HEADING.match(self.lines[at]):
                break
        return first - 1

    def _block(self, name: str) -> None:
        end = self._until(f"#+end_{name}", self.at + 1)
        if name in _CODE and end > self.at:
            self.code(self.at + 1, end)
            self.at = end + 1
        elif name == "comment" and end > self.at:
            self.at = end + 1
        else:
            self.at += 1

    def _keyword(self, keyword: re.Match[str]) -> None:
        start, end = self.begin(self.at) + keyword.end(), self.spans[self.at][1]
        name = keyword[1].lower()
        if name == "title":
            self.outline.title(start, end)
        elif name in ("filetags", "keywords"):
            self.outline.add(Role.ALIAS, start, end, Quality.FRONT)
        elif name in _READ:
            self.outline.add(Role.PARAGRAPH, start, end, Quality.FRONT)
        self.at += 1

    def _table(self) -> None:
        first, header = self.at, None
        place: Span | None = None
        while self.line(self.at).startswith("|"):
            if not _RULE.fullmatch(self.line(self.at)):
                place = self.outline.row(*self.span(self.at, self.at + 1), header)
            elif header is None and self.at == first + 1:
                header = place
            self.at += 1

    def _fixed(self) -> None:
        first = self.at
        while self.line(self.at).startswith(": ") or self.line(self.at) == ":":
            self.at += 1
        self.code(first, self.at)

    def _paragraph(self) -> None:
        """Lines up to a blank one, an item, or a line with another mark."""
        start, indent = self.at, self.indents[self.at]
        is_item = _ITEM.match(self.line(start)) is not None
        end = start + 1
        while self.line(end) and not self._opens(end) and not (is_item and self.indents[end] <= indent):
            end += 1
        first, last = self.span(start, end)
        if is_item:
            self.outline.item(first, last, indent)
        elif indent and self.outline.stands_in_item(indent):
            self.outline.in_item(first, last, indent - 1)
        else:
            self.outline.paragraph(first, last)
        self.at = end

    def _opens(self, at: int) -> bool:
        line = self.line(at)
        return bool(_ITEM.match(line) or _HEADING.match(self.lines[at]) or line.startswith(("#+", "# ", "|", ": ")))
