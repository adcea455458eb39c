"""How does one read on in a document? Stretches of its text, cut between paragraphs or, in long ones, between words."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from retrieval.documents.model import Document, Role
from retrieval.text.span import Span

STRETCH_CHARS = 1500
"""About how much is shown at a time, in characters: half a chat message, since signs are escaped there."""
PIECES = 3
"""A paragraph longer than this part of a stretch is read in pieces."""

_BETWEEN = re.compile(r"\n[^\S\n]*\n\s*")
# A long paragraph is cut behind white space, or behind a punctuation mark of a script without spaces.
_CUT = re.compile(r"\s+(?=\S)|(?<=[。！？；，、])")


def stretch_around(document: Document, span: Span) -> Span:
    """The span within its neighbouring paragraphs; of a longer span than is shown at a time only the beginning."""
    if span.end - span.start > STRETCH_CHARS:
        return _stretch_from(document, span.start) or span
    pieces = list(_pieces(document.text))
    inside = [at for at, piece in enumerate(pieces) if piece.overlaps(span)]
    if not inside:
        return span
    first, last = inside[0], inside[-1]
    start, end = min(pieces[first].start, span.start), max(pieces[last].end, span.end)
    while True:
        grown = False
        if first and end - pieces[first - 1].start <= STRETCH_CHARS:
            first, grown = first - 1, True
            start = pieces[first].start
        if last + 1 < len(pieces) and pieces[last + 1].end - start <= STRETCH_CHARS:
            last, grown = last + 1, True
            end = pieces[last].end
        if not grown:
            return Span(start, end)


def stretch_at(document: Document, span: Span) -> Span:
    """The paragraph in which the span begins, and what follows."""
    start = next((piece.start for piece in _pieces(document.text) if piece.end > span.start), span.start)
    return _stretch_from(document, min(start, span.start)) or span


def stretch_after(document: Document, span: Span) -> Span | None:
    """What follows the span; None at the end of the document."""
    return _stretch_from(document, span.end)


def stretch_before(document: Document, span: Span) -> Span | None:
    """What precedes the span; None at the beginning of the document."""
    rest = [_without_spaces(document.text, p.start, min(p.end, span.start)) for p in _pieces(document.text)]
    preceding = [piece for piece in rest if piece is not None]
    if not preceding:
        return None
    start, end = preceding[-1].start, preceding[-1].end
    for piece in reversed(preceding[:-1]):
        if end - piece.start > STRETCH_CHARS:
            break
        start = piece.start
    return Span(start, end)


def headings(document: Document) -> tuple[Span, ...]:
    """The title and the headings of the document, in order."""
    return tuple(block.span for block in document.blocks if block.role in (Role.TITLE, Role.HEADING))


def find_place(document: Document, words: str) -> Span | None:
    """The heading or the words in the document: an exact heading, the words themselves, a heading that resembles them.

    None where nothing fits; without words the beginning.
    """
    sought = " ".join(words.split()).casefold()
    if not sought:
        return next(_pieces(document.text), None)
    known = {span: " ".join(span.of(document.text).split()).casefold() for span in headings(document)}
    for span, heading in known.items():
        if heading == sought:
            return span
    spaced = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    if found := spaced.search(document.text):
        return Span(*found.span())
    near = process.extractOne(sought, known, scorer=fuzz.WRatio, score_cutoff=70)
    return near[2] if near else None


def _stretch_from(document: Document, start: int) -> Span | None:
    rest = [_without_spaces(document.text, max(p.start, start), p.end) for p in _pieces(document.text)]
    following = [piece for piece in rest if piece is not None]
    if not following:
        return None
    start, end = following[0].start, following[0].end
    for piece in following[1:]:
        if piece.end - start > STRETCH_CHARS:
            break
        end = piece.end
    return Span(start, end)


def _pieces(text: str) -> Iterator[Span]:
    """The paragraphs of the text in order, long ones in pieces."""
    start = 0
    for gap in [*_BETWEEN.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if paragraph := _without_spaces(text, start, end):
            yield from _cut(text, paragraph)
        start = gap.end() if gap else end


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    room = STRETCH_CHARS // PIECES
    start = paragraph.start
    while paragraph.end - start > room:
        places = list(_CUT.finditer(text, start + 1, start + room))
        # a "word" of more than 500 characters is cut where it has to be
        end, following = (places[-1].start(), places[-1].end()) if places else (start + room, start + room)
        yield Span(start, end)
        start = following
    yield Span(start, paragraph.end)


def _without_spaces(text: str, start: int, end: int) -> Span | None:
    """The part of the text without white space around it, or None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
