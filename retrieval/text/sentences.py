"""Where does a sentence begin and end?"""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from retrieval.text.languages.language import Language
from retrieval.text.span import Span

MAX_CHARS = 5000
"""Characters that are cut at a time, since the time that takes grows with their square."""
SPACED = 60
"""Letters, some fifteen words, that a sentence has at least where nothing but a space ends it."""

_HALF = re.compile("[\ud800-\udfff]")  # half a letter, which the library does not take
_SPACE = re.compile(r"(?<=[^\s.,:;(\[“\d])\s+(?=[^\s\d)\]”])")
_END = re.compile(r"[.!?][\"'”’»)\]]*\s|[。！？｡।؟]")


def sentences(text: str, span: Span, language: Language) -> Iterator[Span]:
    """The sentences inside the span, in order, without the white space around them. No quotation of a page is cut."""
    for part in _parts(text, span):
        piece = part.of(text)
        for boundary in get_sentence_boundaries(language.code, _HALF.sub("\ufffd", piece)):
            start, end = boundary["start_index"], boundary["end_index"]
            found = piece[start:end]
            start, end = start + len(found) - len(found.lstrip()), start + len(found.rstrip())
            if language.spaced_sentences:
                for first, last in _between_spaces(piece, start, end):
                    yield Span(part.start + first, part.start + last)
            elif start < end:
                yield Span(part.start + start, part.start + end)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The span, or parts of it where it is long, each ending as a sentence does."""
    start = span.start
    while span.end - start > MAX_CHARS:
        window = start + MAX_CHARS // 2, start + MAX_CHARS
        ends = [found.end() for found in _END.finditer(text, *window)] or [text.rfind(" ", *window) + 1]
        end = ends[-1] or start + MAX_CHARS
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _between_spaces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a piece of text that spaces separate, short ones joined with what follows."""
    for space in _SPACE.finditer(text, start, end):
        if space.start() - start >= SPACED and end - space.end() >= SPACED:
            yield start, space.start()
            start = space.end()
    if start < end:
        yield start, end
