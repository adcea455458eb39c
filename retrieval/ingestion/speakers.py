"""Who says what? The turns of a conversation: a chat, minutes or an interview, line by line."""

import re
from collections.abc import Iterable
from dataclasses import replace

from retrieval.documents.model import Block, Role
from retrieval.text.span import Span

MIN_TURNS, MIN_SPOKEN = 4, 0.5
"""Lines that open with a speaker's name, and their share of all, from which a text records a conversation."""
MIN_REPEATED = 1.5
"""Turns for each name; where nobody speaks twice the names are those of things: "Phone: …", "Door: …"."""

_TURN = re.compile(
    r"""(?:[-*>•]\s+)?
    (?P<time>[\[(]?(?:\d{4}-\d\d-\d\d[T,\s]\s?|\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?[\])]?,?\s+(?:[-–]\s+)?)?
    (?:\*\*|__|<)?
    (?P<name>[^\W\d_][^\n:*<>\[\](){}|"]{1,60}?)
    (?:\*\*|__|>)?
    (?:\s+[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?)?
    (?::(?:\*\*|__)?\s|(?<=>)\s)""",
    re.VERBOSE,
)


def turns(text: str, lines: Iterable[Span]) -> dict[int, Span]:
    """Where each turn begins, and the name of the speaker in it; nothing if the lines are no conversation."""
    count = 0
    found: dict[int, Span] = {}
    names: set[str] = set()
    timed = 0
    for line in lines:
        count += 1
        if turn := _TURN.match(text, line.start, min(line.end + 1, len(text))):
            found[line.start] = Span(*turn.span("name"))
            names.add(turn["name"].casefold())
            timed += turn["time"] is not None
    is_talk = timed >= len(found) / 2 or len(found) >= MIN_REPEATED * len(names)
    return found if is_talk and len(found) >= max(MIN_TURNS, MIN_SPOKEN * count) else {}


def with_speakers(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, each with who says it, where they record a conversation. A heading ends a turn."""
    spoken = turns(text, (block.span for block in blocks if block.role in (Role.PARAGRAPH, Role.ITEM)))
    if not spoken:
        return blocks
    speaker: Span | None = None
    found: list[Block] = []
    for block in blocks:
        if block.role in (Role.TITLE, Role.HEADING):
            speaker = None
        speaker = spoken.get(block.span.start, speaker)
        found.append(replace(block, speaker=speaker) if speaker else block)
    return tuple(found)
