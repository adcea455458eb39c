"""How is HTML read, a page or what is part of an e-mail or a book? Headings, paragraphs, lists, terms, rows, code.

The tree is built as browsers build it (lexbor), and walked once.
"""

from collections.abc import Collection

from selectolax.lexbor import LexborNode

from retrieval.documents.model import Locator, LocatorKind, Quality
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.html_tree import SILENT, tree, walk
from retrieval.text.span import Span

_BLOCKS = frozenset(
    "address article aside blockquote body center details div fieldset figcaption figure footer form header hgroup"
    " hr legend main nav p search section summary".split()
)
_LISTS = frozenset("ol ul menu dl".split())
_ITEMS = frozenset("li dt dd".split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ASKED = 6
"""The level of what stands over something that can be opened."""
_MAX_LISTS = 20
"""Lists in lists that are told apart."""
LINKS = 0.7
"""Share of its characters that stand in links from which a block is a list of links."""


def add_html(extract: Extract, html: str, locator: Locator | None = None, *, level: int = 0) -> None:
    """Puts what a reader sees of the HTML into the text; its headings are `level` levels deeper. Raises Refused."""
    if (root := tree(html).root) is not None:
        add_element(extract, root, locator, level=level)


def add_element(
    extract: Extract,
    root: LexborNode,
    locator: Locator | None = None,
    *,
    level: int = 0,
    titled: bool = True,
    without: Collection[int] = (),
) -> None:
    """The same of an element, `without` those below it. Without a `locator` each block has the anchor of its heading.

    If it is not `titled` yet, a heading of the first level that stands above all others is the title.
    """
    seen = _Seen(extract, locator, level, titled=titled)
    for element, ends in walk(root, without):
        if element.is_text_node:
            seen.say(element.text_content or "")
        elif ends:
            seen.closed(element.tag or "")
        else:
            seen.opened(element.tag or "", element.attributes)
    seen.flush()
    extract.gap()


class _Seen:
    """What is seen, element by element: `opened` and `closed` come for each in the order of the page."""

    def __init__(self, extract: Extract, locator: Locator | None, level: int, *, titled: bool) -> None:
        self._extract, self._level, self._titled = extract, level, titled
        self._locator = locator
        self._finds_anchors = locator is None
        self._anchors: list[tuple[int, Locator]] = []
        self._anchor = ""  # of what comes next
        self._said: list[str] = []
        self._links = self._in_links = 0
        self._lists: list[int] = []  # the next number of each list that is open, 0 without numbers, -1 of terms
        self._kind = self._marker = ""
        self._table = _Table()
        self._pre = 0

    def opened(self, tag: str, attributes: dict[str, str | None]) -> None:
        named = attributes.get("id") or (attributes.get("name") if tag == "a" else "") or ""
        if named and (not self._is_said() or self._kind in _HEADINGS):
            self._anchor = self._anchor if self._kind in _HEADINGS and self._anchor else named
        if tag in SILENT:
            return
        if tag == "br":
            self._said.append("\n")
        elif tag == "img" and self._is_said():  # a formula, say, and no picture by itself
            self._said.append(attributes.get("alt") or "")
        elif tag == "a":
            self._in_links += 1
        elif tag in ("table", "tr", "td", "th"):
            self._table_opened(tag, attributes)
        elif self._table.in_cell:
            if tag in _BLOCKS or tag in _LISTS or tag in _ITEMS or tag in _HEADINGS:
                self._said.append(" ")
        elif tag in _HEADINGS or tag in _BLOCKS or tag in _LISTS or tag in _ITEMS or tag in ("pre", "caption"):
            self._block_opened(tag, attributes)

    def _block_opened(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.flush()
        if tag in _HEADINGS:
            self._kind, self._anchor = tag, attributes.get("id") or self._anchor
        elif tag == "summary":
            self._kind = tag
        elif tag == "pre":
            self._pre += 1
        elif tag in _LISTS:
            start = attributes.get("start") or "1"
            first = int(start) if start.isdecimal() and len(start) < 9 else 1
            self._lists.append({"ol": first, "dl": -1}.get(tag, 0))
        elif tag in _ITEMS:
            self._kind = tag
            self._marker = "• " if tag == "li" else ""
            if tag == "li" and self._lists and self._lists[-1] > 0:
                self._marker = f"{self._lists[-1]}. "
                self._lists[-1] += 1

    def _table_opened(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "table":
            if self._table.in_cell:
                self._said.append(" ")
            else:
                self.flush()
            self._table.begin(is_layout=attributes.get("role") in ("presentation", "none"))
        elif self._table.is_inner:
            self._said.append(" ")
        elif self._table.is_layout:
            self.flush()
        elif tag == "tr":
            self.flush()
            self._table.begin_row()
        else:
            self.flush()
            self._table.begin_cell(is_header=tag == "th")

    def closed(self, tag: str) -> None:
        if tag == "a":
            self._in_links = max(0, self._in_links - 1)
        elif tag in ("table", "tr", "td", "th"):
            self._table_closed(tag)
        elif self._table.in_cell:
            if tag in _BLOCKS or tag in _ITEMS:
                self._said.append(" ")
        elif tag in _HEADINGS or tag in _BLOCKS or tag in _LISTS or tag in _ITEMS or tag in ("pre", "caption"):
            self.flush()
            if tag == "pre":
                self._pre = max(0, self._pre - 1)
            elif tag in _LISTS and self._lists:
                self._lists.pop()
                if not self._lists:
                    self._extract.end_list()
            elif tag == "details":
                self._extract.close(_ASKED)
            self._kind = ""

    def _table_closed(self, tag: str) -> None:
        if self._table.is_inner:
            self._said.append(" ")
            if tag == "table":
                self._table.end()
        elif tag == "table":
            self.flush()
            self._table.end()
            self._extract.gap()
        elif self._table.is_layout:
            self.flush()
        elif tag == "tr":
            self._table.end_row(self._extract, self._locator)
        else:
            self._table.end_cell(self._take())

    def say(self, text: str) -> None:
        self._said.append(text)
        if self._in_links:
            self._links += len(text.strip())

    def _is_said(self) -> bool:
        return any(not piece.isspace() for piece in self._said if piece)

    def _take(self) -> str:
        said = "".join(self._said)
        self._said, self._links = [], 0
        return said

    def flush(self) -> None:
        """Takes what was said since the last block began."""
        in_links = self._links
        said, kind = self._take(), self._kind
        if not said.strip():
            return
        line = " ".join(said.split())
        if kind in _HEADINGS:
            self._heading(line, _HEADINGS[kind])
            return
        self._titled = self._titled or self._table.is_layout or len(line.split()) > 40
        quality = Quality.LINKS if in_links > LINKS * len(line) else Quality.TEXT
        anchor, self._anchor = self._anchor, ""
        depth = 2 * min(len(self._lists), _MAX_LISTS) - 1
        marker, self._marker = self._marker, ""
        if self._pre:
            self._extract.code(said, self._locator)
        elif kind == "summary":
            self._extract.heading(line, _ASKED + self._level, self._locator)
        elif depth > 0:
            locator = Locator(LocatorKind.ANCHOR, anchor) if kind == "dt" and anchor and self._finds_anchors else None
            begins = kind == "dt" or bool(marker)
            indent = "  " * (depth // 2)
            self._extract.item(
                marker + line, depth if begins else depth + 1, locator or self._locator, indent=indent, quality=quality
            )
        else:
            self._extract.paragraph(line, self._locator, quality=quality)
        self._kind = ""

    def _heading(self, line: str, level: int) -> None:
        if self._finds_anchors:
            self._anchors = [(above, place) for above, place in self._anchors if above < level]
            if self._anchor:
                self._anchors.append((level, Locator(LocatorKind.ANCHOR, self._anchor)))
            self._locator = self._anchors[-1][1] if self._anchors else None
        if level == 1 and not self._titled:
            self._extract.title(line)
        else:
            self._extract.heading(line, level + self._level, self._locator)
        self._titled, self._anchor, self._kind = True, "", ""


class _Table:
    """The table that is read, and how many are open within it, which are read as words of its cells."""

    def __init__(self) -> None:
        self._open: list[bool] = []  # of each table, whether it only puts things side by side
        self._cells: list[str] | None = None
        self._heads = 0
        self._header: Span | None = None
        self.in_cell = False

    @property
    def is_layout(self) -> bool:
        """Whether the innermost table only puts things side by side, or none is open."""
        return not self._open or self._open[-1]

    @property
    def is_inner(self) -> bool:
        """Whether the innermost table stands in a cell of another one."""
        return len(self._open) > 1 and not self._open[-2]

    def begin(self, *, is_layout: bool) -> None:
        self._open.append(is_layout and not self.in_cell)
        if not self.in_cell:
            self._header = None

    def end(self) -> None:
        if self._open:
            self._open.pop()

    def begin_row(self) -> None:
        self._cells, self._heads = [], 0

    def begin_cell(self, *, is_header: bool) -> None:
        self._cells = self._cells if self._cells is not None else []
        self._heads += is_header
        self.in_cell = True

    def end_cell(self, said: str) -> None:
        self.in_cell = False
        if self._cells is not None:
            self._cells.append(" ".join(said.split()))

    def end_row(self, extract: Extract, locator: Locator | None) -> None:
        cells, self._cells = self._cells or [], None
        place = extract.row(cells, self._header, locator)
        if self._heads == len(cells) > 1 and self._header is None:
            self._header = place
