"""How is a block cut into what is quoted? Into sentences, rows, and runs of lines, none longer than can be shown."""

import re
from collections.abc import Iterator

from retrieval.documents.labels import marker
from retrieval.documents.model import Block, Role
from retrieval.text.languages.language import Language
from retrieval.text.sentences import sentences
from retrieval.text.span import Span

MAX_LINES = 12
"""Lines of code in a piece; it ends at an empty line before, where one stands in its second half."""
MAX_TOKENS = 120
"""Words of a piece at most; two letters of a script without spaces count as one."""

_WHOLE = frozenset((Role.TITLE, Role.ALIAS, Role.HEADING, Role.BYLINE, Role.TABLE))
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\s{_UNSPACED}]{{1,60}}")
_CLAUSE = re.compile(r"(?:\w{3}[.]|[,;:!?–—|、，；。！？])['\"”’)\]]*$")


def pieces(text: str, block: Block, language: Language) -> Iterator[Span]:
    """The pieces of a block, in order, each without white space around it, none blank."""
    if block.role is Role.CODE:
        found = _runs_of_lines(text, block.span)
    elif block.role in _WHOLE:
        found = iter((block.span,))
    else:
        found = _sentences(text, block, language)
    for span in found:
        yield from _bounded(text, span)


def length(text: str) -> int:
    """How many words a reader takes the text for; two letters of a script without spaces count as one."""
    return sum(1 for _ in _TOKEN.finditer(text))


def _sentences(text: str, block: Block, language: Language) -> Iterator[Span]:
    """The sentences; the first of a list item has its marker."""
    body = marker(text, block.span) if block.role is Role.ITEM else block.span.start
    start: int | None = block.span.start
    for span in sentences(text, Span(body, block.span.end), language):
        yield Span(span.start if start is None else start, span.end)
        start = None


def _runs_of_lines(text: str, span: Span) -> Iterator[Span]:
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text, span.start, span.end) if found.group()]
    at = 0
    while at < len(lines):
        last = min(at + MAX_LINES, len(lines))
        if last < len(lines):
            last = next(
                (n for n in range(last, at + MAX_LINES // 2, -1) if not text[slice(*lines[n - 1])].strip()), last
            )
        start, end = lines[at][0], lines[last - 1][1]
        end = start + len(text[start:end].rstrip())
        if start < end:
            yield Span(start, end)
        at = last


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """The span, cut behind a clause or between words where it is too long."""
    if span.end - span.start <= MAX_TOKENS:
        yield span
        return
    tokens = list(_TOKEN.finditer(text, span.start, span.end))
    first, start = 0, span.start
    while len(tokens) - first > MAX_TOKENS:
        last = first + MAX_TOKENS
        cut = next((n for n in range(last, first + MAX_TOKENS // 2, -1) if _CLAUSE.search(tokens[n - 1].group())), last)
        yield Span(start, tokens[cut - 1].end())
        first, start = cut, tokens[cut].start()
    yield Span(start, span.end)
