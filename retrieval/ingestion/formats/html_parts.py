"""How is HTML read that is a part of something: of an e-mail, of a chapter? Headings, paragraphs, lists, rows, code."""

from html.parser import HTMLParser

from retrieval.documents.model import Locator
from retrieval.ingestion.formats.extract import Extract
from retrieval.text.span import Span

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header"
    " hr main nav ol p section summary table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset("head script style template noscript svg math".split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MAX_DEPTH = 20
"""Lists in lists that are told apart."""


def add_html(extract: Extract, html: str, locator: Locator | None = None, *, level: int = 0) -> None:
    """Puts what a reader sees of the HTML into the text; its headings are `level` levels deeper."""
    parser = _Parser(extract, locator, level)
    parser.feed(html)
    parser.close()
    parser.flush()
    extract.gap()


class _Parser(HTMLParser):
    def __init__(self, extract: Extract, locator: Locator | None, level: int) -> None:
        super().__init__(convert_charrefs=True)
        self._extract, self._locator, self._level = extract, locator, level
        self._said: list[str] = []
        self._silent: list[str] = []
        self._lists: list[list[int]] = []
        self._kind = ""
        self._marker = ""
        self._cells: list[str] | None = None
        self._is_header = False
        self._header: Span | None = None
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif self._silent:
            return
        elif tag in ("td", "th"):
            self.flush()
            if self._cells is None:
                self._cells = []
            self._is_header = self._is_header or tag == "th"
        elif tag == "br":
            self._said.append("\n")
        elif tag == "img":
            self._said.append(next((value or "" for name, value in attrs if name == "alt"), ""))
        elif tag in _HEADINGS or tag in _BLOCKS or tag in ("li", "pre"):
            if self._cells is None or tag in ("tr", "table"):
                self.flush()
            else:
                self._said.append(" ")
            self._opened(tag)

    def _opened(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._kind = tag
        elif tag == "pre":
            self._pre += 1
        elif tag in ("ol", "ul"):
            self._lists.append([1 if tag == "ol" else 0])
        elif tag == "li":
            number = self._lists[-1] if self._lists else [0]
            self._marker = f"{number[0]}. " if number[0] else "• "
            number[0] += bool(number[0])
            self._kind = "li"
        elif tag == "tr":
            self._cells, self._is_header = [], False
        elif tag == "table":
            self._header = None

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
        elif tag in ("td", "th"):
            if self._cells is not None:
                self._cells.append(" ".join("".join(self._said).split()))
                self._said = []
        elif tag == "tr":
            self._row()
        elif tag in _HEADINGS or tag in _BLOCKS or tag in ("li", "pre"):
            if self._cells is None:
                self.flush()
            if tag == "pre":
                self._pre = max(0, self._pre - 1)
            elif tag in ("ol", "ul") and self._lists:
                self._lists.pop()
                if not self._lists:
                    self._extract.end_list()
            elif tag == "table":
                self._row()
                self._extract.gap()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._said.append(data)

    def _row(self) -> None:
        cells, self._cells = self._cells, None
        if self._said and cells is not None:
            cells.append(" ".join("".join(self._said).split()))
            self._said = []
        if cells:
            place = self._extract.row(cells, self._header, self._locator)
            if self._is_header and self._header is None:
                self._header = place
        self._is_header = False

    def flush(self) -> None:
        """Takes what was said since the last block began."""
        said, kind = "".join(self._said), self._kind
        self._said = []
        if not said.strip():
            return
        self._kind = ""
        depth = min(len(self._lists), _MAX_DEPTH)
        if self._pre:
            self._extract.code(said, self._locator)
        elif kind in _HEADINGS:
            self._extract.heading(said, _HEADINGS[kind] + self._level, self._locator)
        elif kind == "li" or depth:
            marker, self._marker = self._marker, ""
            self._extract.item(marker + _lines(said), max(depth, 1), self._locator, indent="  " * (depth - 1))
        else:
            self._extract.paragraph(_lines(said), self._locator)


def _lines(said: str) -> str:
    """Words parted by single spaces; a break of a line stays one."""
    return " ".join(said.replace("\n", " ").split())
