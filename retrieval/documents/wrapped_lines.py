"""How are the lines of a paragraph joined that was wrapped at a fixed width? By blanks, but for divided words."""

import re
from collections.abc import Iterator

from retrieval.documents.markup import Run
from retrieval.documents.model import Document, Role
from retrieval.text.span import Span
from retrieval.text.word_list import is_word

_WRAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*(?=[^\s|])")
"""The end of a line, behind which a paragraph goes on; verse has a sign there."""
_DIVIDED = re.compile(r"([^\W\d_]{2,40})[-\u2010]$")
_WORD_AHEAD = re.compile(r"[^\W\d_A-Z][^\W\d_]{1,40}")


def joined(document: Document, span: Span) -> Iterator[Run]:
    """A piece of text with each paragraph and item on one line."""
    text = document.text
    last: Run | None = None
    at = span.start
    for block in document.blocks_in(span):
        if block.role not in (Role.PARAGRAPH, Role.ITEM):
            continue
        for found in _WRAP.finditer(text, max(at, block.span.start), min(block.span.end, span.end)):
            line = Run(text[at : found.start()], Span(at, found.start()))
            *whole, last = join(document, last, line) if last else (line,)
            yield from whole
            at = found.end()
    line = Run(text[at : span.end], Span(at, span.end))
    yield from join(document, last, line) if last else (line,)


def join(document: Document, first: Run, second: Run) -> tuple[Run, ...]:
    """Two lines as one. A hyphen between them goes where the document, or the language, knows the whole word."""
    divided = _DIVIDED.search(first.text)
    follows = _WORD_AHEAD.match(second.text)
    if not divided or not follows or first.span is None:
        return first, Run(" ", None, "sign"), second
    word = divided[1] + follows.group()
    is_known = is_word(word.lower(), document.language) or re.search(rf"\b{word}\b", document.text, re.IGNORECASE)
    cut = len(first.text) - 1 if is_known else len(first.text)
    return Run(first.text[:cut], Span(first.span.start, first.span.start + cut)), second
