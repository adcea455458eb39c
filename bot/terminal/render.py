r"""How does a reply look as text? Pieces of text with a style, laid out for a terminal or for a pipe.

In a terminal lines are wrapped at spaces, and control characters, which could steer it, are shown as `\x1b`.
In a pipe the words stay as they are.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from bot.replies.model import Correction, Headings, Listing, Paragraph, Quote, Reply, Section, Stretch
from bot.terminal.harmless import harmless, one_line
from retrieval import Excerpt, Run, Span, parts

Fragment = tuple[str, str]
"""A style's name ("" for none) and text, as prompt_toolkit takes them."""

_WORD = re.compile(r" *[^ ]+")


def fragments(reply: Reply, *, width: int | None = None, measure: Callable[[str], int] = len) -> Iterator[Fragment]:
    """The reply, its last line ended. `width` is the terminal's in cells, `measure` counts them; None is a pipe."""
    bar, indent = ("class:bar", "│ "), ("", "  ")
    if reply.title:
        yield from _lines([("class:title", one_line(reply.title))], ("", ""), width, measure)
    for at, part in enumerate(reply.parts):
        if at or reply.title:
            yield "", "\n"
        match part:
            case Paragraph(text) | Correction(text=text):
                yield from _lines([("", text)], ("", ""), width, measure)
            case Quote() | Stretch():
                quote = part.quote if isinstance(part, Stretch) else part
                yield from _lines(_marked(quote.excerpt), bar, width, measure)
                if quote.left_out:
                    yield from _lines([("class:citation", quote.left_out)], bar, width, measure)
                yield from _lines([("class:citation", one_line(quote.citation))], indent, width, measure)
            case Section(excerpts, heading):
                if heading:
                    yield from _lines([("class:heading", one_line(heading))], ("", ""), width, measure)
                for number, excerpt in enumerate(excerpts):
                    if number:
                        yield "", "\n"
                    yield from _lines(_marked(excerpt), bar, width, measure)
                yield from _lines([("class:citation", one_line(part.citation))], indent, width, measure)
            case Listing(rows):
                for row in rows:
                    yield from _lines([("", one_line(row))], indent, width, measure)
            case Headings(places):
                for place in places:
                    yield from _lines([("", one_line(f"{place.text} ({place.document.id})"))], indent, width, measure)


def _marked(excerpt: Excerpt) -> list[Fragment]:
    """The excerpt as a reader of the document sees it, its matched words in a style of their own."""
    pieces: list[Fragment] = []
    for part in parts(excerpt):
        if pieces:
            pieces.append(("", "\n\n" if part.is_apart else "\n"))
        if part.kind == "gap":
            pieces.append(("", "…"))
        for run in part.runs:
            ticks = [("", "`")] if run.style == "code" else []
            pieces += [*ticks, *_highlighted(run, excerpt.highlights), *ticks]
    return pieces


def _highlighted(run: Run, highlights: Sequence[Span]) -> Iterator[Fragment]:
    if run.span is None:
        yield "", run.text
        return
    at = run.span.start
    for place in highlights:
        if place.overlaps(run.span):
            start, end = max(place.start, at), min(place.end, run.span.end)
            yield "", run.text[at - run.span.start : start - run.span.start]
            yield "class:match", run.text[start - run.span.start : end - run.span.start]
            at = end
    yield "", run.text[at - run.span.start :]


def _lines(
    pieces: Sequence[Fragment], prefix: Fragment, width: int | None, measure: Callable[[str], int]
) -> Iterator[Fragment]:
    """The pieces as lines, each with the prefix before it."""
    if width is not None:
        pieces = [(style, harmless(text)) for style, text in pieces]
    whole = "".join(text for _, text in pieces)
    room = None if width is None else max(width - measure(prefix[1]), 1)
    for start, end in _ranges(whole, room, measure):
        yield prefix if start < end else (prefix[0], prefix[1].rstrip())
        at = 0
        for style, text in pieces:
            if piece := text[max(start - at, 0) : max(end - at, 0)]:
                yield style, piece
            at += len(text)
        yield "", "\n"


def _ranges(text: str, room: int | None, measure: Callable[[str], int]) -> Iterator[tuple[int, int]]:
    """Start and end of every line, broken at line ends and, where `room` cells do not suffice, at spaces."""
    start = 0
    for line in text.split("\n"):
        begin, end = start, start + len(line)
        for word in _WORD.finditer(text, start, end):
            if room is not None and word.start() > begin and measure(text[begin : word.end()]) > room:
                yield begin, word.start()
                begin = word.end() - len(word.group().lstrip(" "))
        yield begin, end
        start = end + 1
