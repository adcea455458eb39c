"""How are subtitles laid out? A number and a time, and below what is said then.

In a text file everything stays where it is. Of a file of subtitles, what is said is joined to sentences over its cues:
a paragraph ends with a sentence, at a pause, or where somebody else speaks, and is found by the time it begins at.
"""

import html
import re

from retrieval.documents.model import Block, Locator, LocatorKind, Quality, Role, SkipReason
from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source
from retrieval.text.orthography import ends_as_sentence
from retrieval.text.span import Span

MIN_CUES = 2
"""Times on lines of their own from which a text is taken for subtitles."""

_TIME = r"((?:\d{1,2}:)?\d{2}:\d{2})[.,]\d{3}[ \t]+-->[ \t]+(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}"
_CUE = re.compile(rf"(?<![^\r\n])(?:\d+[ \t]*(?:\r\n|\r|\n))?{_TIME}[^\r\n]*")
_MAX_SAID = 400
"""Characters from which a paragraph ends without a full stop, as in captions that machines make: half a minute."""
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?[ \t]+([^<>]{1,60})>")
_TAG = re.compile(r"</?[A-Za-z\d][^<>]{0,200}>|\{\\[^{}]{0,100}\}")
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


def read(source: Source) -> Reading:
    """What is said, in paragraphs with their time. Raises Refused."""
    text, encoding = decoded(source.content)
    cues = list(_CUE.finditer(text))
    if not cues:
        raise Refused(SkipReason.DAMAGED if text.strip() else SkipReason.EMPTY)
    extract = Extract()
    said: list[str] = []
    begun = speaker = ""

    def end() -> None:
        words = " ".join(" ".join(said).split())
        line = f"{speaker}: {words}" if speaker and words else words
        extract.paragraph(line, Locator(LocatorKind.TIME, begun), speaker=speaker)
        said.clear()

    for at, cue in enumerate(cues):
        piece = text[cue.end() : cues[at + 1].start() if at + 1 < len(cues) else len(text)]
        voice = _VOICE.search(piece)
        name = " ".join(voice[1].split()) if voice else speaker if said else ""
        words = html.unescape(_TAG.sub("", piece)).strip()
        if said and (name != speaker or words.startswith(("-", "–", ">>"))):
            end()
        if not said:
            begun, speaker = cue[1], name
        if words and words != (said[-1] if said else ""):
            said.append(words)
        if said and (ends_as_sentence(said[-1]) or sum(map(len, said)) > _MAX_SAID):
            end()
    end()
    return extract.reading(encoding=encoding)


FORMAT = Format("subtitles", (".srt", ".vtt"), read)
