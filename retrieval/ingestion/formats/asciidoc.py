"""How is AsciiDoc laid out? Titles by their "=", lists, tables, delimited blocks, and attributes that are not shown."""

import re
from itertools import pairwise

from retrieval.documents.model import Block, Quality, Role
from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.marked_lines import MarkedLines
from retrieval.ingestion.formats.outline import ASKED
from retrieval.ingestion.formats.reader import Format, Reading, Source
from retrieval.text.span import Span

_HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
_ATTRIBUTE = re.compile(r":!?([\w-]+)!?:(?:[ \t]+|$)")
_LIST = re.compile(r"\[[^\]]*\]|\[\[[^\]]*\]\]")
_HEADER = re.compile(r"header|options=[\"']?header|%header|cols=")
_ITEM = re.compile(r"(\*{1,5}|-|\.{1,5}|\d{1,4}\.|<\d+>|<\.>)[ \t]+(?=\S)")
_TERM = re.compile(r"\S.{0,200}?(?:::+|;;)(?:[ \t]|$)")
_NOTE = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_MACRO = re.compile(
    r"(?:include|toc|ifdef|ifndef|ifeval|endif|image|video|audio)::\S*\[.*\]|//(?!/).*|'{3,}|<{3,}|\+|---"
)
_FENCE = re.compile(r"(-{4,}|\.{4,}|`{3,}|\+{4,}|_{4,}|={4,}|\*{4,}|/{4,}|--)(?:\w+)?")
_TABLE = re.compile(r"[|,:!]={3,}")
_CELLS = re.compile(r"(?:\d+[*+]|\.\d+\+|[<>^aehlmsd.])*+\|")
_DEEPEST = 1_000_000
_AS_IT_STANDS = "-.`+"


def read(source: Source) -> Reading:
    """The text of the file, laid out. Raises Refused."""
    text, encoding = decoded(source.content)
    return Reading(text, _Reader(text).blocks(), encoding=encoding)


FORMAT = Format("AsciiDoc", (".adoc", ".asciidoc", ".asc"), read)


class _Reader(MarkedLines):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.has_header = self.is_attached = False
        self.last = {line.strip(): at for at, line in enumerate(self.lines) if _FENCE.fullmatch(line.strip())}

    def blocks(self) -> tuple[Block, ...]:
        while self.at < len(self.lines):
            self._next(self.line(self.at))
        return tuple(self.outline.blocks)

    def _next(self, line: str) -> None:
        if not line or _MACRO.fullmatch(line):
            self.is_attached = line == "+" or (self.is_attached and not line)
            self.at += 1
        elif _LIST.fullmatch(line):
            self.has_header = _HEADER.search(line) is not None
            self.at += 1
        elif attribute := _ATTRIBUTE.match(line):
            if attribute[1] in ("description", "keywords", "author", "revdate"):
                start = self.begin(self.at) + attribute.end()
                self.outline.add(Role.PARAGRAPH, start, self.spans[self.at][1], Quality.FRONT)
            self.at += 1
        elif _TABLE.fullmatch(line):
            self._table(line)
        elif _FENCE.fullmatch(line):
            self._delimited(line)
        elif not self._heading(line):
            self._text(line)

    def _heading(self, line: str) -> bool:
        """A line behind "=", or over a line of one sign as long as it."""
        start, end = self.begin(self.at), self.spans[self.at][1]
        if found := _HEADING.match(line):
            self.outline.heading(start + found.end(), end, len(found[1]))
            self.at += 1
            return True
        rule = self.line(self.at + 1)
        level = _UNDERLINES.get(rule[:1]) if len(set(rule)) == 1 else None
        if level and len(rule) > 2 and abs(len(rule) - len(line)) <= 2 and line[0] not in ".[|":
            self.outline.heading(start, end, level)
            self.at += 2
            return True
        return False

    def _delimited(self, line: str) -> None:
        """A block between two lines that are alike: code, a comment, or text like the rest."""
        first = self.at + 1
        mark = "```" if line[0] == "`" else line  # behind the one that opens may stand a language
        if self.last.get(mark, -1) >= first and (line[0] in _AS_IT_STANDS or line[0] == "/") and line != "--":
            end = next(at for at in range(first, len(self.lines)) if self.line(at) == mark)
            if line[0] != "/":
                self.code(first, end)
            self.at = end + 1
        else:
            self.outline.end_list()
            self.at = first

    def _table(self, line: str) -> None:
        """Rows, each on a line or a cell on each; the first is the header where a blank line stands below it."""
        first = self.at + 1
        end = first
        while end < len(self.lines) and self.line(end) != line:
            end += 1
        if end == len(self.lines):  # it never closes
            self.at = first
            return
        rows = [at for at in range(first, end) if self.line(at)]
        starts = [at for at in rows if at == rows[0] or self._begins_row(at)]
        header: Span | None = None
        is_header = bool(starts) and (self.has_header or (starts[0] + 1 < end and not self.line(starts[0] + 1)))
        for at, until in pairwise([*starts, end]):
            place = self.outline.row(*self.span(at, until), header)
            header = place if is_header and at == starts[0] else header
        self.has_header, self.at = False, end + 1

    def _begins_row(self, at: int) -> bool:
        """A line with several cells, or the first cell of those that stand each on a line below a blank one."""
        line = self.line(at)
        if "|" not in line[:1] and not _CELLS.match(line):
            return "," in line and "|" not in line
        return line.count("|") > 1 or not self.line(at - 1)

    def _text(self, line: str) -> None:
        """A paragraph, an item or a term, up to a blank line or the next mark."""
        start, indent = self.at, self.indents[self.at]
        if line.startswith(".") and len(line) > 1 and line[1] not in ". ":  # the title of a block
            self.outline.add(Role.PARAGRAPH, self.begin(start) + 1, self.spans[start][1])
            self.at += 1
            return
        end = start + 1
        while self.line(end) and not self._opens(end):
            end += 1
        first, last = self.span(start, end)
        if item := _ITEM.match(line):
            self.outline.item(first, last, len(item[1]) if item[1][0] in "*." else 1 + indent)
        elif self.is_attached and self.outline.stands_in_item(_DEEPEST):
            self.outline.in_item(first, last, _DEEPEST)
        elif indent and not self.outline.stands_in_item(indent):
            self.code(start, end)
        elif (term := _TERM.match(line)) and not line[term.end() :].strip() and end == start + 1:
            self.outline.heading(self.begin(start), self.begin(start) + term.end(), ASKED)
        else:
            note = _NOTE.match(line)
            self.outline.paragraph(self.begin(start) + (note.end() if note else 0), last)
        self.at, self.is_attached = end, False

    def _opens(self, at: int) -> bool:
        line = self.line(at)
        marks = (_ITEM, _HEADING, _TERM, _ATTRIBUTE)
        return any(mark.match(line) for mark in marks) or any(
            mark.fullmatch(line) for mark in (_MACRO, _FENCE, _TABLE, _LIST)
        )
