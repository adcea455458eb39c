"""Where does a sentence begin and end?"""

from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from retrieval.text.languages.language import Language
from retrieval.text.span import Span


def sentences(text: str, span: Span, language: Language) -> Iterator[Span]:
    """The sentences inside the span, in order, without the white space around them. A quotation is never cut."""
    piece = span.of(text)
    for boundary in get_sentence_boundaries(language.code, piece):
        start, end = boundary["start_index"], boundary["end_index"]
        found = piece[start:end]
        start, end = start + len(found) - len(found.lstrip()), start + len(found.rstrip())
        if start < end:
            yield Span(span.start + start, span.start + end)
