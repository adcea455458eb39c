"""How is YAML read? As it stands, cut where its entries begin: comments and layout tell as much as the values do."""

import re

from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.marked_lines import MarkedLines
from retrieval.ingestion.formats.reader import Format, Reading, Source

_BETWEEN = re.compile(r"---|\.\.\.")
"""What stands between two documents of one file."""


def read(source: Source) -> Reading:
    """The entries of the file that stand at its margin, each as lines of code. Raises Refused."""
    text, encoding = decoded(source.content)
    lines = MarkedLines(text)
    margin = (line for line, indent in zip(lines.lines, lines.indents, strict=True) if line and not indent)
    is_list = next((line for line in margin if not line.startswith(("#", "---", "%"))), "").startswith("-")
    first = 0
    for at in range(len(lines.lines)):
        is_between = _BETWEEN.fullmatch(lines.lines[at]) is not None
        if is_between or _begins(lines, at, is_list=is_list):
            lines.code(first, _without_blanks(lines, first, at))
            first = at + is_between
    lines.code(first, _without_blanks(lines, first, len(lines.lines)))
    return Reading(text, tuple(lines.outline.blocks), encoding=encoding)


def _begins(lines: MarkedLines, at: int, *, is_list: bool) -> bool:
    """Whether an entry begins at the line: at the margin, with the comments above it.

    A dash there begins one where the file is a list; elsewhere it belongs to the name above.
    """
    if not lines.line(at) or lines.indents[at] or (lines.line(at).startswith("-") and not is_list):
        return False
    above = lines.line(at - 1) if at else ""
    return not (above.startswith("#") and not lines.indents[at - 1])


def _without_blanks(lines: MarkedLines, first: int, last: int) -> int:
    """The line behind the last of these that is not blank."""
    while last > first and not lines.line(last - 1):
        last -= 1
    return last


FORMAT = Format("YAML", (".yaml", ".yml"), read)
