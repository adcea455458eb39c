"""Where does a sentence begin and end?"""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from retrieval.text.languages.language import Language
from retrieval.text.span import Span

SPACED = 60
"""Letters, some fifteen words, that a sentence has at least where nothing but a space ends it."""

_SPACE = re.compile(r"(?<=[^\s.,:;(\[“\d])\s+(?=[^\s\d)\]”])")


def sentences(text: str, span: Span, language: Language) -> Iterator[Span]:
    """The sentences inside the span, in order, without the white space around them. A quotation is never cut."""
    piece = span.of(text)
    for boundary in get_sentence_boundaries(language.code, piece):
        start, end = boundary["start_index"], boundary["end_index"]
        found = piece[start:end]
        start, end = start + len(found) - len(found.lstrip()), start + len(found.rstrip())
        if language.spaced_sentences:
            for first, last in _between_spaces(piece, start, end):
                yield Span(span.start + first, span.start + last)
        elif start < end:
            yield Span(span.start + start, span.start + end)


def _between_spaces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a piece of text that spaces separate, short ones joined with what follows."""
    for space in _SPACE.finditer(text, start, end):
        if space.start() - start >= SPACED and end - space.end() >= SPACED:
            yield start, space.start()
            start = space.end()
    if start < end:
        yield start, end
