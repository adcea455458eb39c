"""How is plain text laid out? Lines and blank lines → blocks: paragraphs, headings, list items.

A line is a block of its own, unless the file is wrapped at a fixed width. Nothing marks a heading in plain text, so
`retrieval.ingestion.boilerplate` tells by shape what each line is.
"""

import re
from dataclasses import replace
from itertools import pairwise
from statistics import quantiles

from retrieval.documents.model import Block, Role
from retrieval.ingestion.boilerplate import Line, roles
from retrieval.ingestion.formats.decoding import text_of
from retrieval.ingestion.formats.reader import Format, Reading, Source
from retrieval.text.orthography import ends_as_sentence, words
from retrieval.text.span import Span

_NEWLINE = r"\r\n|[\r\n\v\f\x85\u2028\u2029]"
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_BULLET = re.compile(r"(?:[•◦▪‣·∙●○■□–—*+-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")

WRAP_WIDTH = 100
"""Longest line, in characters, of a file that counts as wrapped at a fixed width; usual widths are 65 to 80."""


def read(source: Source) -> Reading:
    """The text of the file, laid out. Raises Refused."""
    text = text_of(source.content)
    return Reading(text, blocks_of(text))


FORMAT = Format("plain text", (".txt",), read)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order."""
    lines = _lines(text)
    lines = _joined(text, lines, wrapped=_is_wrapped(text, lines))
    return _blocks(text, lines, roles(text, lines))


def _lines(text: str) -> list[Line]:
    """The lines that are not blank, without the white space and the bullet around their text."""
    lines: list[Line] = []
    chunk, end = 0, 0
    for match in _LINE.finditer(text):
        start = match.end() - len(match.group().lstrip(_INVISIBLE))
        stop = match.start() + len(match.group().rstrip(_INVISIBLE))
        if start >= stop:
            continue
        if lines and len(re.findall(_NEWLINE, text[end:start])) > 1:
            chunk += 1
        bullet = _BULLET.match(text, start, stop)
        if bullet and text[start].isdigit() and lines and lines[-1].chunk == chunk and not lines[-1].bullet:
            above = lines[-1].span.of(text)
            bullet = bullet if ends_as_sentence(above) or above.endswith(":") else None
        lines.append(Line(Span(bullet.end() if bullet else start, stop), chunk, bullet is not None))
        end = stop
    return lines


def _is_wrapped(text: str, lines: list[Line]) -> bool:
    """Whether sentences run on from line to line: inner lines are of one width and mostly end in mid-sentence."""
    inner = [
        line.span.of(text)
        for line, following in pairwise(lines)
        if line.chunk == following.chunk and not following.bullet
    ]
    if len(inner) < 3:
        return False
    running = sum(not ends_as_sentence(line) for line in inner) / len(inner)
    lengths = sorted(map(len, inner))
    low, _, high = quantiles(lengths, n=4)
    return running > 0.6 and low > 40 and high - low < 20 and lengths[int(len(lengths) * 0.95)] <= WRAP_WIDTH


def _joined(text: str, lines: list[Line], *, wrapped: bool) -> list[Line]:
    """Lines of one paragraph as one: all of a chunk in a wrapped file, else those that go on in mid-sentence."""
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined and joined[-1].chunk == line.chunk else None
        if above and not line.bullet and (wrapped or _runs_on(above.span.of(text), line.span.of(text))):
            joined[-1] = replace(above, span=Span(above.span.start, line.span.end))
        else:
            joined.append(line)
    return joined


def _runs_on(above: str, line: str) -> bool:
    """Whether a line break stands inside a sentence, as where a page's sub- and superscripts were lost."""
    if ends_as_sentence(above) or above.endswith(":"):
        return False
    return line[0].islower() or (line[0].isdigit() and len(words(above)) >= 2)


def _blocks(text: str, lines: list[Line], roles: list[Role]) -> tuple[Block, ...]:
    """Each line as a block that knows its heading and, if it is a list item, its lead-in."""
    blocks: list[Block] = []
    headings: tuple[Span, ...] = ()
    lead_in: Span | None = None
    for line, role in zip(lines, roles, strict=True):
        if role is Role.HEADING:
            headings = (line.span,)
            blocks.append(Block(line.span, role, level=2))
            continue
        blocks.append(Block(line.span, role, 0, headings, lead_in if role is Role.ITEM else None))
        if role is Role.PARAGRAPH:
            lead_in = line.span if line.span.of(text).endswith((":", "：")) else None
    return tuple(blocks)
