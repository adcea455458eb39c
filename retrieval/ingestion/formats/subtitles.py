"""How are subtitles laid out? A number and a time, and below what is said then."""

import re

from retrieval.documents.model import Block, Locator, LocatorKind, Quality, Role
from retrieval.text.span import Span

MIN_CUES = 2
"""Times on lines of their own from which a text is taken for subtitles."""

_TIME = r"((?:\d{1,2}:)?\d{2}:\d{2})[.,]\d{3}[ \t]+-->[ \t]+(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}"
_CUE = re.compile(rf"(?<![^\r\n])(?:\d+[ \t]*(?:\r\n|\r|\n))?{_TIME}[^\r\n]*")
_PARAGRAPH = re.compile(r"\S(?:[^\r\n]|(?:\r\n|\r|\n)(?!\s*[\r\n]|\s*\Z))*")


def are_subtitles(text: str) -> bool:
    """Whether the text has cues with times."""
    return sum(1 for _, _ in zip(_CUE.finditer(text), range(MIN_CUES), strict=False)) == MIN_CUES


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of subtitles, in order: what is said, with its time; the times themselves are no text."""
    blocks: list[Block] = []
    locator: Locator | None = None
    at = 0
    for cue in [*_CUE.finditer(text), None]:
        for found in _PARAGRAPH.finditer(text, at, cue.start() if cue else len(text)):
            said = found.group().rstrip()
            if said.strip("\ufeff"):
                start = found.start() + said.startswith("\ufeff")
                blocks.append(Block(Span(start, found.start() + len(said)), Role.PARAGRAPH, locator=locator))
        if cue:
            locator = Locator(LocatorKind.TIME, cue[1])
            span = Span(cue.start(), cue.start() + len(cue.group().rstrip()))
            blocks.append(Block(span, Role.PARAGRAPH, locator=locator, quality=Quality.FURNITURE))
            at = cue.end()
    return tuple(blocks)
