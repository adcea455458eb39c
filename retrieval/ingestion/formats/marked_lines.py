"""How is a text read whose lines have marks of their own? Line by line; what each format does with them is its own."""

import re

from retrieval.ingestion.formats.outline import Outline

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


class MarkedLines:
    """The lines of a text and where they stand. `at` is the one that is next.

    `lines` are without the white space behind them, and `indents` tells how many blanks each begins with.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.outline = Outline(text)
        self.spans = [(found.start(), found.end()) for found in _LINE.finditer(text) if found.group()]
        lines = [text[start:end].rstrip() for start, end in self.spans]
        self.lines = [line.removeprefix("\ufeff") if at == 0 else line for at, line in enumerate(lines)]
        self.indents = [len(line) - len(line.lstrip()) for line in self.lines]
        self.at = 0

    def line(self, at: int) -> str:
        """The line without white space around it; "" behind the last."""
        return self.lines[at].strip() if at < len(self.lines) else ""

    def indented(self, at: int, indent: int) -> int:
        """The line behind all that are indented deeper, blank ones among them."""
        end = at
        while at < len(self.lines) and (not self.lines[at].strip() or self.indents[at] > indent):
            at += 1
            if self.lines[at - 1].strip():
                end = at
        return end

    def chunk(self, at: int) -> int:
        """The line behind those without a blank one between."""
        while at < len(self.lines) and self.lines[at].strip():
            at += 1
        return at

    def begin(self, at: int) -> int:
        """Where the text of a line begins, white space before it and a byte order mark passed."""
        return self.spans[at][0] + self.indents[at] + (at == 0 and self.text.startswith("\ufeff"))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the lines from the first to before the last stand, without a byte order mark."""
        return self.spans[first][0] + (first == 0 and self.text.startswith("\ufeff")), self.spans[last - 1][1]

    def code(self, first: int, last: int) -> None:
        """These lines as they stand."""
        if first < last:
            self.outline.code(*self.span(first, last))
