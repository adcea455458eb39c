"""How is reStructuredText laid out? Sections by their underlines, directives, lists, literal blocks and tables."""

import re

from retrieval.documents.model import Block, Quality
from retrieval.ingestion.formats.outline import Outline
from retrieval.text.span import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MARKS = re.compile(r"(?<![^\r\n])[ \t]*\.\.[ \t]+(?:[\w:.-]+::|_[^:\r\n]+:)|:\w[\w:+-]*:`[^`\r\n]+`")
_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([\w:.+-]+)::(?:[ \t]+|$)")
_TARGET = re.compile(r"\.\.[ \t]+_|__(?:[ \t]|$)")
_NOTE = re.compile(r"\.\.[ \t]+(\[[^\]]+\])[ \t]+\S")
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


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of the text, in order."""
    return _Reader(text).blocks()


class _Reader:
    """Reads the lines one after the other; `at` is the one that is next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.outline = Outline(text)
        self.spans = [(found.start(), found.end()) for found in _LINE.finditer(text) if found.group()]
        lines = [text[start:end].rstrip() for start, end in self.spans]
        self.lines = [line.removeprefix("\ufeff") if at == 0 else line for at, line in enumerate(lines)]
        self.indents = [len(line) - len(line.lstrip()) for line in self.lines]
        self.styles: list[str] = []
        self.at = 0
        self.literal = -1  # the indentation above which what follows is code, or -1

    def blocks(self) -> tuple[Block, ...]:
        while self.at < len(self.lines):
            if not self.lines[self.at].strip():
                self.at += 1
            elif self.literal >= 0 and self.indents[self.at] > self.literal:
                self._code(self._indented(self.at, self.literal))
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
            self._code(self._chunk(self.at))
        else:
            self._paragraph()

    def _line(self, at: int) -> str:
        return self.lines[at].strip() if at < len(self.lines) else ""

    def _heading(self) -> bool:
        """A line with a rule below it, or between two of them."""
        over = _RULE.fullmatch(self._line(self.at)) if self.indents[self.at] == 0 else None
        at = self.at + (over is not None)
        title, rule = self._line(at), self._line(at + 1)
        if not title or not _RULE.fullmatch(rule) or _RULE.fullmatch(title) or self.indents[at + 1]:
            return False
        if (over and rule[0] != self._line(self.at)[0]) or len(rule) < min(len(title), 40) - 2:
            return False
        style = ("over" if over else "") + rule[0]
        if style not in self.styles:
            self.styles.append(style)
        self.outline.heading(*self._span(at, at + 1), self.styles.index(style) + 1)
        self.at = at + 2
        return True

    def _explicit(self, line: str) -> None:
        """A directive, a footnote, a target or a comment."""
        start, indent = self.at, self.indents[self.at]
        end = self._indented(self.at + 1, indent)
        directive = _DIRECTIVE.match(line)
        if directive and not _TARGET.match(line):
            self._directive(directive, end)
        elif note := _NOTE.match(line):
            first, last = self._span(start, self._chunk(start))
            self.outline.paragraph(first + note.start(1), last)
            self.at = self._chunk(start)
        else:
            self.at = max(end, start + 1)

    def _directive(self, directive: re.Match[str], end: int) -> None:
        name, start = directive[1].rpartition(":")[2].lower(), self.at
        place = self.spans[start][0] + self.indents[start] + (start == 0 and self.text.startswith("\ufeff"))
        self.at += 1
        options = self.at
        while options < end and _OPTION.match(self._line(options)):
            options += 1
        if name in _UNSEEN:
            self.at = max(end, self.at)
        elif name == "toctree":
            for at in range(options, end):
                if _ENTRY.fullmatch(self._line(at)):
                    self.outline.item(*self._span(at, at + 1), self.indents[at], Quality.LINKS)
            self.at = max(end, self.at)
        elif name in _CODE:
            self.literal, self.at = self.indents[start], options
        else:
            if name in _TOLD:
                last = self._chunk(start)
                self.outline.paragraph(place + directive.start(1), self.spans[last - 1][1])
                self.at = last
                return
            if len(directive.group()) < len(self._line(start)):
                self.outline.paragraph(place + directive.end(), self.spans[start][1])
            self.at = options

    def _paragraph(self) -> None:
        """Lines up to a blank one, or up to the next item of a list."""
        start, indent = self.at, self.indents[self.at]
        is_item = _ITEM.match(self._line(start)) is not None
        end = start + 1
        while self._line(end) and not _ITEM.match(self._line(end)) and not self._line(end).startswith(".. "):
            if is_item and self.indents[end] < indent:
                break
            end += 1
        first, last = self._span(start, end)
        if is_item:
            self.outline.item(first, last, indent)
        elif indent and self.outline.stands_in_item(indent):
            self.outline.in_item(first, last, indent - 1)
        else:
            self.outline.paragraph(first, last)
        if self._line(end - 1).endswith("::"):
            self.literal = indent
        self.at = end

    def _table(self) -> None:
        """The rows of a table, simple or drawn; the header stands above a rule of "="."""
        is_drawn = self._line(self.at).startswith("+")
        end = self._chunk(self.at)
        if not is_drawn:  # a blank line may stand between two rules
            while end < len(self.lines) and not _COLUMNS.fullmatch(self._line(end - 1)) and end - self.at < 500:
                end = self._chunk(end + 1)
        header: Span | None = None
        first = -1
        rules = 0
        for at in range(self.at, end):
            line = self._line(at)
            is_rule = (_GRID if is_drawn else _COLUMNS).fullmatch(line) is not None
            rules += is_rule
            goes_on = first >= 0 and not is_rule and (is_drawn or self.indents[at] > self.indents[self.at])
            if first >= 0 and not goes_on:
                place = self.outline.row(*self._span(first, at), header)
                if is_rule and header is None and (rules == 2 if not is_drawn else "=" in line):
                    header = place
                first = -1
            if line and not is_rule and first < 0:
                first = at
        if first >= 0:
            self.outline.row(*self._span(first, end), header)
        self.at = end

    def _code(self, end: int) -> None:
        start = self.spans[self.at][0]
        self.outline.code(start, self.spans[end - 1][1])
        self.at, self.literal = end, -1

    def _indented(self, at: int, indent: int) -> int:
        """The line behind all that are indented deeper, blank ones among them."""
        end = at
        while at < len(self.lines) and (not self.lines[at].strip() or self.indents[at] > indent):
            at += 1
            if self.lines[at - 1].strip():
                end = at
        return end

    def _chunk(self, at: int) -> int:
        """The line behind those without a blank one between."""
        while at < len(self.lines) and self.lines[at].strip():
            at += 1
        return at

    def _span(self, first: int, last: int) -> tuple[int, int]:
        """Where the lines stand, without the blanks before them."""
        return self.spans[first][0] + (first == 0 and self.text.startswith("\ufeff")), self.spans[last - 1][1]
