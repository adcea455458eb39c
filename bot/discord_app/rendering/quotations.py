"""How does a quotation look in Discord? A block quote of what a reader of the document sees."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from bot.discord_app.rendering.markdown import code_block, quote
from retrieval import Excerpt, Part, Span, parts

# Where a quote may be cut: after a word, or after a punctuation mark of the scripts that put no spaces between words.
_WORD_END = re.compile(r"(?<=\S)(?=\s)|(?<=[。！？；，、])")


@dataclass(slots=True)
class _Piece:
    """Text on end that is shown in one way, and the places in it that are bold or code."""

    is_code: bool
    text: str = ""
    bold: list[tuple[int, int]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)


class Quotation:
    """An excerpt as Discord shows it, whole or cut."""

    def __init__(self, excerpt: Excerpt, *, links: bool) -> None:
        """With `links` the addresses in it can be clicked."""
        self._links = links
        groups = groupby(parts(excerpt), key=lambda part: part.kind == "code")
        self._pieces = [_piece(is_code, list(found), excerpt.highlights) for is_code, found in groups]
        self.text = "\n".join(piece.text for piece in self._pieces)

    def ends(self, room: int) -> list[int]:
        """The places before `room` where it may be cut."""
        return [match.start() for match in _WORD_END.finditer(self.text, 1, max(room, 1))]

    def markdown(self, end: int | None = None) -> str:
        """What stands before `end`, or all of it."""
        left = len(self.text) if end is None else end
        shown = []
        for piece in self._pieces:
            if left <= 0:
                break
            text = piece.text[:left]
            left -= len(text) + 1
            block = code_block(text) if piece.is_code else None
            shown.append(block or quote(text, _within(piece.bold, text), _within(piece.code, text), links=self._links))
        return "\n".join(shown)


def _within(places: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    return [(start, min(end, len(text))) for start, end in places if start < len(text)]


def _piece(is_code: bool, found: list[Part], highlights: tuple[Span, ...]) -> _Piece:
    piece = _Piece(is_code)
    for part in found:
        if piece.text:
            piece.text += "\n\n" if part.is_apart and not is_code else "\n"
        piece.text += "…" if part.kind == "gap" else ""
        for run in part.runs:
            start = len(piece.text)
            piece.text += run.text
            if run.style == "code":
                piece.code.append((start, len(piece.text)))
            if run.span is not None:
                move = start - run.span.start
                piece.bold += [
                    (max(place.start, run.span.start) + move, min(place.end, run.span.end) + move)
                    for place in highlights
                    if place.overlaps(run.span)
                ]
    return piece
