"""How is a PDF read? Lines with their place and size → headings, paragraphs, items, each with its page.

What a page repeats at its head and foot is no text; words parted at the end of a line are joined, and so are
paragraphs over pages. The file itself is read by `pdf_worker`, in a process of its own.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise

from retrieval.documents.model import Locator, LocatorKind, SkipReason
from retrieval.ingestion.formats import apart
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source
from retrieval.text.orthography import ends_as_sentence

_BULLET = re.compile(r"(?:[•◦▪‣·●○■–—*-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)|\d{1,3}\t")
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
EDGE = 0.12
"""Share of a page's height, at its head and at its foot, in which what is repeated at the same height is looked for."""
OUTERMOST = 2
"""Lines at the head and at the foot of a page that may be running ones."""
MIN_REPEATED = 2
"""Pages on which a line stands alike, apart from numbers, so that it is a running head or foot."""
LARGER = 1.1
"""How much larger than that of the text the size of a heading is; printers take 1.2 and more."""
BOLD = 600
"""Weight of a font from which it is bold, as CSS counts it."""
MAX_HEADING = 150
"""Characters of a heading at most."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    page: int
    left: float
    bottom: float
    right: float
    size: float
    is_bold: bool
    height: float

    @property
    def place(self) -> float:
        return self.bottom / self.height if self.height else 0.5


def read(source: Source) -> Reading:
    """The text of the pages. Raises Refused."""
    if not _is_installed():
        raise Refused(SkipReason.MISSING_EXTRA, "pdf")
    if b"%PDF-" not in source.content[:1024]:
        raise Refused(SkipReason.DAMAGED, "no PDF")
    told = apart.run("retrieval.ingestion.formats.pdf_worker", source.content)
    lines = [
        _Line(text.strip(), number, left, bottom, right, size, weight >= BOLD, height)
        for number, (height, found) in enumerate(told["pages"], start=1)
        for text, left, bottom, right, size, weight in found
    ]
    lines = list(_without_running(lines, len(told["pages"])))
    if not lines:
        raise Refused(SkipReason.NO_TEXT)
    return _laid_out(lines).reading(told["title"])


FORMAT = Format("PDF", (".pdf",), read)


def _is_installed() -> bool:
    try:
        return find_spec("pypdfium2") is not None
    except ValueError:  # something else calls itself so
        return False


def _without_running(lines: list[_Line], pages: int) -> Iterator[_Line]:
    """The lines without those that stand at the edge of many pages alike, and without numbers of pages."""

    def key(line: _Line) -> tuple[str, int]:
        return _DIGITS.sub("#", line.text.casefold()), round(line.bottom)

    heights: dict[int, set[float]] = {}
    for line in lines:
        heights.setdefault(line.page, set()).add(line.bottom)
    outer = {page: {*sorted(found)[:OUTERMOST], *sorted(found)[-OUTERMOST:]} for page, found in heights.items()}
    at_edge = [line for line in lines if not EDGE < line.place < 1 - EDGE and line.bottom in outer[line.page]]
    often = Counter(key(line) for line in set(at_edge))
    least = max(MIN_REPEATED, pages // 4)
    edges = {line for line in at_edge if often[key(line)] >= least}
    return (line for line in lines if line not in edges)


def _laid_out(lines: list[_Line]) -> Extract:
    extract = Extract()
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0]
    larger = sorted({line.size for line in lines if _is_heading(line, body, None)}, reverse=True)
    levels = {size: min(level, 6) for level, size in enumerate(larger, start=1)}
    spacing = _spacing(lines, body)
    chunk: list[_Line] = []
    for line in lines:
        if chunk and not _goes_on(chunk, line, body, spacing):
            _add(extract, chunk, body, levels)
            chunk = []
        chunk.append(line)
    _add(extract, chunk, body, levels)
    return extract


def _is_heading(line: _Line, body: float, below: str | None) -> bool:
    text = below if below is not None else line.text
    if len(text) > MAX_HEADING or not any(char.isalpha() for char in text):
        return False
    return line.size >= LARGER * body or (
        line.is_bold and line.size >= 0.95 * body and not text.endswith((".", ",", ";", ":"))
    )


def _spacing(lines: list[_Line], body: float) -> float:
    """How far apart lines of the text are."""
    steps = Counter(
        round(above.bottom - line.bottom)
        for above, line in pairwise(lines)
        if above.page == line.page and above.size == line.size == body and 0 < above.bottom - line.bottom < 3 * body
    )
    return float(steps.most_common(1)[0][0]) if steps else 1.2 * body


def _goes_on(chunk: list[_Line], line: _Line, body: float, spacing: float) -> bool:
    """Whether a line goes on with the block above it."""
    above = chunk[-1]
    if abs(above.size - line.size) > 0.05 * body or above.is_bold != line.is_bold or _BULLET.match(line.text):
        return False
    step = above.bottom - line.bottom
    if _cells(above) != _cells(line) and max(_cells(above), _cells(line)) > 1 and not _BULLET.match(chunk[0].text):
        return False
    if above.page == line.page and 0 <= step <= (1.3 * line.size if line.size >= LARGER * body else 1.35 * spacing):
        return True
    if _cells(line) > 1 and not _BULLET.match(chunk[0].text):  # a row, of which the next page may have more
        return above.page + 1 == line.page or (above.page == line.page and 0 <= step <= 2.5 * spacing)
    is_broken = line.text[:1].islower() or above.text.endswith("\u00ad")
    return is_broken and not ends_as_sentence(above.text)  # over a page or column


def _cells(line: _Line) -> int:
    """How many pieces stand side by side on a line, far apart, as in a table."""
    return 1 + line.text.count("\t")


def _add(extract: Extract, chunk: list[_Line], body: float, levels: dict[float, int]) -> None:
    if not chunk:
        return
    text = _joined([line.text for line in chunk])
    locator = Locator(LocatorKind.PAGE, str(chunk[0].page))
    if extract.length == 0 and chunk[0].size == max(levels, default=0) and _is_heading(chunk[0], body, text):
        extract.title(text)
    elif _cells(chunk[0]) > 1 and len(chunk) > 1 and not _BULLET.match(chunk[0].text):
        header = None
        for line in chunk:
            place = extract.row(line.text.split("\t"), header, Locator(LocatorKind.PAGE, str(line.page)))
            header = header or place
        extract.gap()
    elif _is_heading(chunk[0], body, text) and chunk[0].size in levels:
        extract.heading(text, levels[chunk[0].size], locator)
    elif _BULLET.match(chunk[0].text):
        extract.item(text, 1, locator)
    else:
        extract.end_list()
        extract.paragraph(text, locator)


def _joined(lines: list[str]) -> str:
    """The lines as one, without the hyphens that only part words between them."""
    text = "\n".join(lines)
    text = re.sub(r"\u00ad\s*\n\s*", "", text)
    text = re.sub(r"(?<=[^\W\d_])-\n(?=[^\W\d_]*[a-zà-ÿ])", "-", text)
    return " ".join(text.replace("\u00ad", "").split())
