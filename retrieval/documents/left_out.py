"""Which lines of a document are not quoted, or not from there, and why?"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from retrieval.documents.model import Document, Quality
from retrieval.documents.passages import LEFT_OUT


class LeftOutReason(StrEnum):
    """Why a line is not quoted."""

    PAGE = "page"
    """It belongs to the page around an article that was saved with it."""
    MARKUP = "markup"
    """It holds only marks that a reader does not see: a fence, a comment, an import, where a link leads."""
    REPEATED = "repeated"
    """It stands in another document alike, and is quoted from there."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of a document, counted from 1, its text without the white space around it, and why it is not quoted."""

    document: Document
    line: int
    text: str
    reason: LeftOutReason


def left_out(document: Document) -> Iterator[LeftOut]:
    """The lines that are in no block that is quoted, in order. Blank ones are none."""
    quoted: set[int] = set()
    reasons: dict[int, LeftOutReason] = {}
    for block in document.blocks:
        first, last = document.lines(block.span)
        lines = range(first, last + 1)
        if block.role in LEFT_OUT:
            reasons.update(dict.fromkeys(lines, LeftOutReason.PAGE))
        elif block.quality is Quality.REPEATED:
            reasons.update(dict.fromkeys(lines, LeftOutReason.REPEATED))
        else:
            quoted.update(lines)
    for number, span in enumerate(document.line_spans(), start=1):
        text = _visible(span.of(document.text))
        if number not in quoted and text:
            yield LeftOut(document, number, text, reasons.get(number, LeftOutReason.MARKUP))


def _visible(line: str) -> str:
    return line.strip().strip("\ufeff\u200b\u200e\u200f\u2060").strip()
