"""How is reStructuredText laid out? Sections by their underlines, directives, lists, literal blocks and tables."""

import re
from itertools import pairwise

from retrieval.documents.model import Block, Quality
from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.marked_lines import MarkedLines
from retrieval.ingestion.formats.reader import Format, Reading, Source
from retrieval.text.span import Span

_MARKS = re.compile(r"(?<![^\r\n])[ \t]*\.\.[ \t]+(?:[\w:.-]+::|_[^:\r\n]+:)|:\w[\w:+-]*:`[^`\r\n]+`")
_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([\w:.+-]+)::(?:[ \t]+|$)")
_TARGET = re.compile(r"\.\.[ \t]+_|__(?:[ \t]|$)")
_NOTE = re.compile(r"\.\.[ \t]+(\[[^\]]+\])[ \t]+\S")
_FIELD = re.compile(r":(?!:)[^:`\r\n]{1,60}:(?:[ \t]|$)")
_OPTION = re.compile(r":[\w-]+:(?:[ \t]|$)")
_ITEM = re.compile(r"(?:[-*+•]|(?:\(?(?:\d{1,4}|[A-Za-z]|[ivx]+)|#)[.)])[ \t]+(?=\S)")
_COLUMNS = re.compile(r"=+(?:[ \t]+=+)+")
_GRID = re.compile(r"\+[-=+ ]+\+")
_ENTRY = re.compile(r"[^<>]*\w[^<>]*<[^<>]+>")

_CODE = frozenset("code code-block sourcecode prompt testcode doctest parsed-literal math console ipython".split())
_UNSEEN = frozenset(
    "include literalinclude image raw meta index highlight currentmodule module default-role role contents sectnum"
    " replace unicode date testsetup testcleanup testoutput tabularcolumns".split()
)
_TOLD = frozenset("versionadded versionchanged deprecated versionremoved deprecated-removed".split())


def has_marks(text: str) -> bool:
    """Whether the text has directives, targets or roles, which only reStructuredText has."""
    return _MARKS.search(text) is not None


def read(source: Source) -> Reading:
    """The text of the file, laid out. Raises Refused."""
    text, encoding = decoded(source.content)
    return Reading(text, blocks_of(text), encoding=encoding)


FORMAT = Format("reStructuredText", (".rst", ".rest"), read)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of the text, in order."""
    return _Reader(text).blocks()


class _Reader(MarkedLines):
    """Reads the lines one after the other; `at` is the one that is next."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.styles: list[str] = []
        self.literal = -1  # the indentation above which what follows is code, or -1

    def blocks(self) -> tuple[Block, ...]:
        while self.at < len(self.lines):
            if not self.lines[self.at].strip():
                self.at += 1
            elif self.literal >= 0 and self.indents[self.at] > self.literal:
                self._code(self.indented(self.at, self.literal))
            else:
                self.literal = -1
                self._next()
        return tuple(self.outline.blocks)

    def _next(self) -> None:
        line = self.lines[self.at].strip()
        if self._heading():
            return
        if line == ".." or line.startswith((".. ", "..\t", "__ ")):
            self._explicit(line)
        elif _RULE.fullmatch(line):
            self.at += 1
        elif _COLUMNS.fullmatch(line) or _GRID.fullmatch(line):
            self._table()
        elif line.startswith(">>>"):
            self._code(self.chunk(self.at))
        else:
            self._paragraph()

    def _heading(self) -> bool:
        """A line with a rule below it, or between two of them."""
        over = _RULE.fullmatch(self.line(self.at)) if self.indents[self.at] == 0 else None
        at = self.at + (over is not None)
        title, rule = self.line(at), self.line(at + 1)
        if not title or not _RULE.fullmatch(rule) or _RULE.fullmatch(title) or self.indents[at + 1]:
            return False
        if (over and rule[0] != self.line(self.at)[0]) or len(rule) < min(len(title), 40) - 2:
            return False
        style = ("over" if over else "") + rule[0]
        if style not in self.styles:
            self.styles.append(style)
        self.outline.heading(*self.span(at, at + 1), self.styles.index(style) + 1)
        self.at = at + 2
        return True

    def _explicit(self, line: str) -> None:
        """A directive, a footnote, a target or a comment."""
        start, indent = self.at, self.indents[self.at]
        end = self.indented(self.at + 1, indent)
        directive = _DIRECTIVE.match(line)
        if directive and not _TARGET.match(line):
            self._directive(directive, end)
        elif note := _NOTE.match(line):
            first, last = self.span(start, self.chunk(start))
            self.outline.paragraph(first + note.start(1), last)
            self.at = self.chunk(start)
        else:
            self.at = max(end, start + 1)

    def _directive(self, directive: re.Match[str], end: int) -> None:
        name, start = directive[1].rpartition(":")[2].lower(), self.at
        place = self.begin(start)
        self.at += 1
        options = self.at
        while options < end and _OPTION.match(self.line(options)):
            options += 1
        if name in _UNSEEN:
            self.at = max(end, self.at)
        elif name == "toctree":
            for at in range(options, end):
                if _ENTRY.fullmatch(self.line(at)):
                    self.outline.item(*self.span(at, at + 1), self.indents[at], Quality.LINKS)
            self.at = max(end, self.at)
        elif name in ("list-table", "csv-table"):
            self._listed(options, end, has_header=":header" in self.text[place : self.spans[options - 1][1]])
        elif name in _CODE:
            self.literal, self.at = self.indents[start], options
        else:
            if name in _TOLD:
                last = self.chunk(start)
                self.outline.paragraph(place + directive.start(1), self.spans[last - 1][1])
                self.at = last
                return
            if len(directive.group()) < len(self.line(start)):
                self.outline.paragraph(place + directive.end(), self.spans[start][1])
            self.at = options

    def _paragraph(self) -> None:
        """Lines up to a blank one, or up to the next item of a list or the next field."""
        start, indent = self.at, self.indents[self.at]
        if start == 0 and _FIELD.fullmatch(self.line(0)) and not self.line(1):  # ":orphan:", for who builds the pages
            self.at = 1
            return
        is_item = _ITEM.match(self.line(start)) is not None
        end = start + 1
        while self.line(end) and not _ITEM.match(self.line(end)) and not self.line(end).startswith(".. "):
            if (is_item and self.indents[end] < indent) or _FIELD.match(self.line(end)):
                break
            end += 1
        first, last = self.span(start, end)
        if is_item:
            self.outline.item(first, last, indent)
        elif indent and self.outline.stands_in_item(indent):
            self.outline.in_item(first, last, indent - 1)
        else:
            self.outline.paragraph(first, last)
        if self.line(end - 1).endswith("::"):
            self.literal = indent
        self.at = end

    def _table(self) -> None:
        """The rows of a table, simple or drawn; the header stands above a rule of "="."""
        is_drawn = self.line(self.at).startswith("+")
        end = self.chunk(self.at)
        if not is_drawn:  # a blank line may stand between two rules
            while end < len(self.lines) and not _COLUMNS.fullmatch(self.line(end - 1)) and end - self.at < 500:
                end = self.chunk(end + 1)
        header: Span | None = None
        first = -1
        rules = 0
        for at in range(self.at, end):
            line = self.line(at)
            is_rule = (_GRID if is_drawn else _COLUMNS).fullmatch(line) is not None
            rules += is_rule
            goes_on = first >= 0 and not is_rule and (is_drawn or self.indents[at] > self.indents[self.at])
            if first >= 0 and not goes_on:
                place = self.outline.row(*self.span(first, at), header)
                if is_rule and header is None and (rules == 2 if not is_drawn else "=" in line):
                    header = place
                first = -1
            if line and not is_rule and first < 0:
                first = at
        if first >= 0:
            self.outline.row(*self.span(first, end), header)
        self.at = end

    def _listed(self, first: int, last: int, *, has_header: bool) -> None:
        """A table whose rows are items of items, or lines with commas."""
        begins = [at for at in range(first, last) if self.line(at).startswith("* ")]
        begins = begins or [at for at in range(first, last) if self.line(at)]
        header: Span | None = None
        for at, until in pairwise([*begins, last]):
            place = self.outline.row(*self.span(at, until), header)
            header = place if has_header and at == begins[0] else header
        self.at = max(last, first)

    def _code(self, end: int) -> None:
        self.code(self.at, end)
        self.at, self.literal = end, -1
