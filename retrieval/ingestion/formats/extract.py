"""How does a text come about that stands in no file as it is? Piece by piece, each with its block.

A reader of a format that must be extracted adds what it finds, in order; the text and the places in it are made of
that in one go, so that no offset is ever worked out by hand.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from retrieval.documents.model import Block, Locator, Quality, Role
from retrieval.ingestion.formats.outline import Outline
from retrieval.ingestion.formats.reader import Reading
from retrieval.text.span import Span


class Extract:
    """The pieces of a text so far. What is blank is not taken.

    Each method gives the place of what it took, to which later pieces may refer, or None where there was nothing.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._steps: list[Callable[[Outline], None]] = []
        self._length = 0

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    def title(self, text: str) -> Span | None:
        """The title of the document."""
        return self._add(_one_line(text), "\n\n", lambda outline, at: outline.title(at.start, at.end))

    def heading(self, text: str, level: int, locator: Locator | None = None) -> Span | None:
        """A heading of this level, 1 for the outermost; it is never taken for the title."""

        def step(outline: Outline, at: Span) -> None:
            outline.heading(at.start, at.end, level + 1)

        self.gap()
        return self._add(_one_line(text), "\n\n", step, locator)

    def close(self, level: int) -> None:
        """Ends the sections of this level and of those below."""
        self._steps.append(lambda outline: outline.close(level + 1))

    def byline(self, text: str, locator: Locator | None = None) -> Span | None:
        """Who wrote what follows, and when."""
        return self._add(_one_line(text), "\n", lambda outline, at: outline.add(Role.BYLINE, at.start, at.end), locator)

    def paragraph(
        self,
        text: str,
        locator: Locator | None = None,
        *,
        quality: Quality = Quality.TEXT,
        speaker: str = "",
        parent: Span | None = None,
        end: str = "\n\n",
    ) -> Span | None:
        """Running text. `speaker` is who says it: a name that stands in it, at its first place."""

        def step(outline: Outline, at: Span) -> None:
            outline.paragraph(at.start, at.end, quality)
            if speaker and (first := outline.text.find(speaker, at.start, at.end)) >= 0:
                _change_last(outline, speaker=Span(first, first + len(speaker)))
            if parent:
                _change_last(outline, parent=parent)

        return self._add(text, end, step, locator)

    def item(
        self,
        text: str,
        depth: int,
        locator: Locator | None = None,
        *,
        indent: str = "",
        quality: Quality = Quality.TEXT,
    ) -> Span | None:
        """An item of a list; one that is deeper than another stands below it."""
        if indent and text.strip():
            self._write(indent)
        return self._add(text, "\n", lambda outline, at: outline.item(at.start, at.end, depth, quality), locator)

    def code(self, text: str, locator: Locator | None = None) -> Span | None:
        """What stands as it was written, line by line."""
        return self._add(text.strip("\r\n"), "\n\n", lambda outline, at: outline.code(at.start, at.end), locator)

    def row(self, cells: Sequence[str], header: Span | None = None, locator: Locator | None = None) -> Span | None:
        """A row of a table, its cells parted by tabs; gives its place, so that it may be the header of later ones."""
        line = "\t".join(_one_line(cell) for cell in cells)
        if not line.strip():
            return None
        line = "–" * line.startswith("\t") + line + "–" * line.endswith("\t")  # an empty cell at an end keeps its place
        return self._add(line, "\n", lambda outline, at: outline.row(at.start, at.end, header), locator)

    def end_list(self) -> None:
        """What follows stands in no list."""
        self._steps.append(Outline.end_list)
        self.gap()

    def gap(self) -> None:
        """An empty line before what follows, if there is none."""
        if self._parts and not "".join(self._parts[-2:]).endswith("\n\n"):
            self._write("\n")

    def embed(
        self,
        text: str,
        blocks: Sequence[Block],
        locator: Locator | None = None,
        *,
        level: int = 0,
        quality: Quality | None = None,
    ) -> None:
        """A text that another reader has laid out, below what stands above; its headings are `level` levels deeper.

        What the reader took for a heading by its looks alone is a paragraph: in part of a text looks deceive.
        """
        start = self._length

        def step(outline: Outline) -> None:
            for block in blocks:
                moved = _moved(block, start)
                if moved.role in (Role.TITLE, Role.HEADING) and moved.quality is Quality.GUESSED:
                    outline.paragraph(moved.span.start, moved.span.end)
                elif moved.role in (Role.TITLE, Role.HEADING):
                    deeper = level + (level > 0 or moved.role is Role.HEADING)
                    outline.heading(moved.span.start, moved.span.end, deeper + max(block.level, 1), moved.quality)
                else:
                    outline.blocks.append(replace(moved, headings=outline.headings))
                last = outline.blocks[-1]
                outline.blocks[-1] = replace(
                    last, locator=block.locator or locator, quality=quality or last.quality, language=block.language
                )

        self._write(text)
        self._write("\n\n")
        self._steps.append(step)

    def reading(self, title: str = "", language: str = "", encoding: str = "") -> Reading:
        """What was taken, as a reader gives it."""
        outline = Outline("".join(self._parts))
        for step in self._steps:
            step(outline)
        return Reading(outline.text, tuple(outline.blocks), " ".join(title.split()), language, encoding)

    def _add(
        self, text: str, end: str, step: Callable[[Outline, Span], object], locator: Locator | None = None
    ) -> Span | None:
        piece = text.strip()
        if not piece:
            return None
        at = Span(self._length, self._length + len(piece))

        def placed(outline: Outline) -> None:
            count = len(outline.blocks)
            step(outline, at)
            if locator and len(outline.blocks) > count:
                _change_last(outline, locator=locator)

        self._write(piece)
        self._write(end)
        self._steps.append(placed)
        return at

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _change_last(outline: Outline, **changes: object) -> None:
    outline.blocks[-1] = replace(outline.blocks[-1], **changes)  # type: ignore[arg-type]


def _moved(block: Block, by: int) -> Block:
    def moved(span: Span | None) -> Span | None:
        return Span(span.start + by, span.end + by) if span else None

    return replace(
        block,
        span=Span(block.span.start + by, block.span.end + by),
        lead_in=moved(block.lead_in),
        parent=moved(block.parent),
        header=moved(block.header),
        speaker=moved(block.speaker),
    )
