"""What stands above each block? Builds the blocks of a text one after the other, with headings and lists in mind."""

from dataclasses import replace

from retrieval.documents.model import Block, Locator, Quality, Role
from retrieval.text.span import Span

ASKED = 7
"""The level of a question that stands over its answer, below all levels of headings that have a mark of their own."""
_COLONS = (":", "：")


class Outline:
    """The blocks of a text so far, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self._path: list[tuple[int, Span]] = []
        self._items: list[tuple[int, Span]] = []
        self._lead_in: Span | None = None
        self._titled = False

    def heading(self, start: int, end: int, level: int, quality: Quality = Quality.TEXT) -> None:
        """A heading; the first of all is the title, if it is of level 1 and marked as such."""
        span = self._trimmed(start, end)
        if span is None:
            return
        if level == 1 and not self._titled and quality is Quality.TEXT:
            self.title(start, end)
            return
        self._titled = True
        self.close(level)
        self.blocks.append(Block(span, Role.HEADING, level, self.headings, quality=quality))
        self._path.append((level, span))

    def label(self, start: int, end: int, level: int) -> None:
        """What stands over the following text as a heading does, and is no text itself."""
        self.close(level)
        self._path.append((level, Span(start, end)))

    def title(self, start: int, end: int, quality: Quality = Quality.TEXT) -> None:
        """The title of the document, which stands above all without being a heading of any."""
        if span := self._trimmed(start, end):
            self._titled = self._titled or quality is not Quality.FRONT
            self.close(1)
            self.blocks.append(Block(span, Role.TITLE, 1, quality=quality))

    def close(self, level: int) -> None:
        """Ends the sections of this level and of those below, and with them all lists."""
        self._path = [(above, heading) for above, heading in self._path if above < level]
        self._items, self._lead_in = [], None

    def end_list(self) -> None:
        """What follows stands in no list."""
        self._items = []

    def paragraph(self, start: int, end: int, quality: Quality = Quality.TEXT) -> None:
        """Running text, which may introduce what follows."""
        if span := self._trimmed(start, end):
            self._items = []
            self.blocks.append(Block(span, Role.PARAGRAPH, 0, self.headings, quality=quality))
            self._lead_in = span if self.text.endswith(_COLONS, span.start, span.end) else None

    def item(self, start: int, end: int, depth: int, quality: Quality = Quality.TEXT) -> None:
        """A list item with its marker; one that is deeper than another stands below it."""
        if span := self._trimmed(start, end):
            while self._items and self._items[-1][0] >= depth:
                self._items.pop()
            self.blocks.append(replace(self._below(span, Role.ITEM), quality=quality))
            self._items.append((depth, span))

    def in_item(self, start: int, end: int, depth: int, quality: Quality = Quality.TEXT) -> None:
        """More text of the item at this depth."""
        if span := self._trimmed(start, end):
            while self._items and self._items[-1][0] > depth:
                self._items.pop()
            self.blocks.append(replace(self._below(span, Role.ITEM), quality=quality))

    def stands_in_item(self, depth: int) -> bool:
        """Whether text at this depth goes on with an item."""
        return bool(self._items) and self._items[0][0] < depth

    def code(self, start: int, end: int) -> None:
        """Code, a log or whatever else stands as it was written."""
        stop = start + len(self.text[start:end].rstrip())
        first = start + len(self.text[start:stop]) - len(self.text[start:stop].lstrip())
        if first < stop:
            line = max(start, self.text.rfind("\n", start, first) + 1, self.text.rfind("\r", start, first) + 1)
            is_one_line = not any(char in "\r\n" for char in self.text[first:stop])
            self.blocks.append(self._below(Span(first if is_one_line else line, stop), Role.CODE))

    def row(self, start: int, end: int, header: Span | None = None, locator: Locator | None = None) -> Span | None:
        """A row of a table; gives its place, so that it may be the header of those that follow."""
        span = self._trimmed(start, end)
        if span:
            self.blocks.append(replace(self._below(span, Role.TABLE), header=header, locator=locator))
        return span

    def add(self, role: Role, start: int, end: int, quality: Quality = Quality.TEXT) -> None:
        """A block that changes nothing for those that follow."""
        if span := self._trimmed(start, end):
            headings = () if role in (Role.TITLE, Role.ALIAS, Role.BYLINE) else self.headings
            self.blocks.append(Block(span, role, 0, headings, quality=quality))

    def _below(self, span: Span, role: Role) -> Block:
        parent = self._items[-1][1] if self._items else None
        return Block(span, role, 0, self.headings, self._lead_in, parent)

    @property
    def headings(self) -> tuple[Span, ...]:
        """The headings above what follows, outermost first."""
        return tuple(heading for _, heading in self._path)

    def _trimmed(self, start: int, end: int) -> Span | None:
        piece = self.text[start:end]
        stop = start + len(piece.rstrip())
        first = start + len(piece) - len(piece.lstrip())
        return Span(first, stop) if first < stop else None
