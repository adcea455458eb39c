"""How is a manual page laid out? Headings at the margin, text indented below, options with what they do further in.

That is how `man tide > tide.txt` writes it: an option stands on a line of its own or before a gap, and its description
below or behind it.
"""

import re
from collections.abc import Iterator

from retrieval.documents.model import Block, Quality, Role
from retrieval.ingestion.formats.outline import Outline

SUBHEADING = 3
"""By how many characters a heading within a section is indented. Source: groff's man macros, `SS`, in groff_man(7)."""
MAX_NAMES = 3
"""Words of a line that may be the name of an option alone, with what it takes: "-h, --harbour NAME"."""

_NAME = re.compile(
    r"^[^\W\d_]{3,20}[ \t]*(?:\r\n|\r|\n)[ \t]{2,}(\S[^\r\n]*[^\S\r\n][-–—\u2010\u2212][^\S\r\n])", re.MULTILINE
)
_AROUND = re.compile(r"(\S+\(\w{1,4}\)).*(?<=\s)\1|(\S.*\S\s{2,})?\S+\(\w{1,4}\)")
_LINE = re.compile(r"([^\S\r\n]*)([^\r\n]*?)[^\S\r\n]*(?:\r\n|\r|\n|\Z)")
_CHOICE = re.compile(r"[\[{][^\]}]+[\]}]")
_OPTION = re.compile(r"--?[\w?]")

Row = tuple[int, int, int]
"""A line: where its text starts and ends, and by how many characters it is indented."""


def is_manual_page(text: str) -> bool:
    """Whether the text has a first and last line as manual pages have, and the name with what it is in one line."""
    first = text.lstrip().partition("\n")[0].strip()
    return _AROUND.fullmatch(first) is not None and _NAME.search(text) is not None


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a manual page, in order; an option and its description are one item, name and purpose the title."""
    outline = Outline(text)
    name = _NAME.search(text)
    for chunk in _chunks(text):
        above = [row for row in chunk if row[2] <= SUBHEADING]
        for start, end, depth in above:
            if _AROUND.fullmatch(text, start, end):
                outline.add(Role.CHROME, start, end, Quality.FURNITURE)
            else:
                outline.heading(start, end, 2 if depth == 0 else 3)
        for part in _parts(text, chunk[len(above) :]):
            start, end, depth = part[0][0], part[-1][1], part[0][2]
            if name and start == name.start(1):
                outline.title(start, end)
            elif name and _is_usage(text[start:end], name[1].split()[0].rstrip(",")):
                outline.code(start, end)
            elif part[-1][2] > depth or _OPTION.match(text, start, end):
                outline.item(start, end, depth)
            elif outline.stands_in_item(depth):
                outline.in_item(start, end, depth)
            else:
                outline.paragraph(start, end)
    return tuple(outline.blocks)


def _is_usage(text: str, name: str) -> bool:
    """Whether the text tells how to type the command: `tide [-h HARBOUR] [--json]`."""
    return text.partition(" ")[0] == name and _CHOICE.search(text) is not None and not text.endswith(".")


def _chunks(text: str) -> Iterator[list[Row]]:
    """The lines, those without a blank line between them together; a line at the margin begins anew."""
    chunk: list[Row] = []
    for line in _LINE.finditer(text):
        depth = len(line[1].expandtabs())
        if chunk and (not line[2] or (depth <= SUBHEADING < chunk[-1][2])):
            yield chunk
            chunk = []
        if line[2]:
            chunk.append((line.start(2), line.end(2), depth))
    if chunk:
        yield chunk


def _parts(text: str, rows: list[Row]) -> Iterator[list[Row]]:
    """The rows of each paragraph, or option with its description."""
    part: list[Row] = []
    for row in rows:
        if part and (row[2] < part[0][2] or (row[2] == part[0][2] and _ends(text, part, row))):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _ends(text: str, part: list[Row], row: Row) -> bool:
    """Whether the part is told in full before this row, which is indented as its first one."""
    start, end, depth = part[-1]
    is_other_name = len(text[start:end].split()) <= MAX_NAMES  # of the same option: "-h" above "--help"
    return depth > part[0][2] or (text.startswith("-", row[0]) and not is_other_name)
