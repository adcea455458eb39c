"""What does a reader see of an excerpt? Parts, each with what it is: text, a heading, an item, a row, code, a gap.

The words are the document's own, in their order; only marks that no reader of the document sees are left out, and this
is proved for each excerpt. Where the proof fails, the excerpt is one part: its exact text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from retrieval.documents.markup import Run, runs
from retrieval.documents.model import Block, Document, Excerpt, Role
from retrieval.text.orthography import ends_as_sentence
from retrieval.text.span import Span
from retrieval.text.word_list import is_word

Kind = Literal["text", "heading", "item", "row", "code", "gap"]

MARKED = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".ipynb")
"""Endings of files whose text has marks that no reader sees. In others every sign is shown."""

INDENT = "    "
"""What stands before an item below another one."""

_WORD = re.compile(r"[^\W_]")
_BLANK_LINE = re.compile(r"\r?\n[ \t>]*\r?\n|\r[ \t>]*\r")
_WRAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*(?=[^\s|])")
"""The end of a line, behind which a paragraph goes on; verse has a sign there."""
_DIVIDED = re.compile(r"([^\W\d_]{2,40})[-\u2010]$")
_WORD_AHEAD = re.compile(r"[^\W\d_A-Z][^\W\d_]{1,40}")
_HTML_CELL = re.compile(r"<t[dh]\b[^<>]*>(.*?)(?=</?t[dhr]\b|$)", re.DOTALL | re.IGNORECASE)
_MARKS = re.compile(
    r"""
      !\[[^\[\]]*\]\([^()]*\) | </?[A-Za-z][^<>]*> | <!--.*?-->                          # tags
    | \]\([^()]*(?:\([^()]*\)[^()]*)*\) | \]\[[^\[\]]*\]      # where a link leads
    | [ \t]+"[^"\n]*"\s*\) | [ \t]+'[^'\n]*'\s*\)            # its title
    | \[\[[^\[\]|\n]*\|
    | \{[^{}\n]*\} | &\#?\w+;
    | ^[ \t>]*(?:`{3,}|~{3,})[^`\n]*$ | ^[ \t]*\[[^\[\]\n]+\]:[ \t].*$
    | ^[ \t>]*(?::{3,}|!!!|\?{3}\+?|/{3,})[^\n]*$ | ^[ \t]*(?:import|export)[ ].*$
    | \[![\w-]+\][+-]?
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
"""What no reader of Markdown sees, and what has letters all the same: nothing else may be left out."""
_KINDS: dict[Role, Kind] = {
    Role.HEADING: "heading",
    Role.TITLE: "heading",
    Role.ITEM: "item",
    Role.TABLE: "row",
    Role.CODE: "code",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, item, row … as it is seen: its `runs` on end. A "gap" stands for what lies between, and has none.

    `is_context` tells what stands above the excerpt itself. `is_apart` tells that there is an empty line before it.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    is_context: bool = False
    is_apart: bool = False

    @property
    def text(self) -> str:
        """What is seen, as plain text."""
        return "".join(run.text for run in self.runs)


def parts(excerpt: Excerpt) -> tuple[Part, ...]:
    """The excerpt as a reader sees it, below what stands above it and belongs to it."""
    document, span = excerpt.document, excerpt.span
    own = tuple(_parts(document, span))
    if not is_true(excerpt, own):
        own = (Part("text", (Run(excerpt.text, span),)),)
    labels = {block.header for block in document.blocks_in(span) if block.role is Role.TABLE}
    above: list[Part] = []
    for place in excerpt.context:
        if place not in labels or own[0].kind != "row":
            above += [Part(one.kind, one.runs, is_context=True) for one in _parts(document, place)]
    end = max((place.end for place in excerpt.context if place not in labels), default=span.start)
    gap = (Part("gap", is_context=True),) if above and _WORD.search(document.text, end, span.start) else ()
    return tuple(part for part in (*above, *gap, *own) if part.kind == "gap" or part.text.strip())


def is_true(excerpt: Excerpt, shown: tuple[Part, ...]) -> bool:
    """Whether the parts have the excerpt's words in their order, and leave out nothing but marks.

    The labels of cells stem from above the excerpt and are not looked at.
    """
    text, span = excerpt.document.text, excerpt.span
    at = span.start
    for run in (run for part in shown for run in part.runs):
        if run.span is None:
            if _WORD.search(run.text):
                return False
        elif run.span.end > span.start:
            if run.span.start < at or run.span.end > span.end or run.span.of(text) != run.text:
                return False
            if not _is_marks(excerpt.document, at, run.span.start):
                return False
            at = run.span.end
    return _is_marks(excerpt.document, at, span.end)


def _is_marks(document: Document, start: int, end: int) -> bool:
    """Whether nothing is left out between the places but what no reader sees."""
    if not _WORD.search(document.text, start, end):
        return True
    if _is_marked(document):
        return not _WORD.search(_MARKS.sub(" ", document.text[start:end]))
    at = start
    for block in document.blocks_in(Span(start, end)):
        if block.ends_page:
            if _WORD.search(document.text, at, block.span.start):
                return False
            at = block.span.end
    return not _WORD.search(document.text, at, end)


def _is_marked(document: Document) -> bool:
    return document.id.lower().endswith(MARKED)


def _parts(document: Document, span: Span) -> Iterator[Part]:
    """The parts of a piece of a document, by its blocks."""
    blocks = list(document.blocks_in(span))
    if not _is_marked(document):
        yield from _to_the_letter(document, span, blocks)
        return
    if not blocks:
        yield Part("text", tuple(runs(document.text, span)))
    places = [Span(max(block.span.start, span.start), min(block.span.end, span.end)) for block in blocks]
    header_shown = {block.span for block in blocks}
    before = span.start
    for block, place in zip(blocks, places, strict=True):
        kind = _KINDS.get(block.role, "text")
        is_apart = before > span.start and _BLANK_LINE.search(document.text, before, place.start) is not None
        if kind == "code":
            found: tuple[Run, ...] = (Run(place.of(document.text), place),)
        elif kind == "row":
            found = tuple(_row(document, block, place, labelled=block.header not in header_shown))
        else:
            found = tuple(runs(document.text, place))
            if kind == "item" and block.parent != blocks[0].parent:
                found = (Run(INDENT, None, "sign"), *found)
        yield Part(kind, found, is_apart=is_apart)
        before = place.end


def _to_the_letter(document: Document, span: Span, blocks: list[Block]) -> Iterator[Part]:
    """Text without marks: code, and rows without their header, by themselves; all else with every sign between.

    Heads and feet of pages are left out, and lines of a paragraph are joined.
    """
    at = span.start
    shown = {block.span for block in blocks}
    pieces: list[Span] = []  # of a part, with pages that end between them
    for block in blocks:
        place = Span(max(block.span.start, span.start), min(block.span.end, span.end))
        if block.ends_page:
            pieces += _trimmed(document.text, at, place.start)
            at = place.end
            continue
        if block.role is Role.TABLE and block.header is not None and block.header not in shown:
            found, kind = tuple(_row(document, block, place, labelled=True)), _KINDS[block.role]
        elif block.role is Role.CODE:
            found, kind = (Run(place.of(document.text), place),), _KINDS[block.role]
        else:
            continue
        yield from _text_part(document, [*pieces, *_trimmed(document.text, at, place.start)], span.start)
        is_apart = at > span.start and _BLANK_LINE.search(document.text, at, place.start) is not None
        yield Part(kind, found, is_apart=is_apart)
        at, pieces = place.end, []
    rest = [span] if at == span.start else _trimmed(document.text, at, span.end)
    yield from _text_part(document, [*pieces, *rest], span.start)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    inner = text[start:end].strip()
    first = text.index(inner, start)
    return [Span(first, first + len(inner))] if inner else []


def _text_part(document: Document, pieces: list[Span], begin: int) -> Iterator[Part]:
    """The pieces as one part; a sentence that goes on behind the end of a page is one line."""
    found: list[Run] = []
    before: Span | None = None
    for piece in pieces:
        lines = list(_joined(document, piece))
        if before and found:
            goes_on = document.text[piece.start].islower() and not ends_as_sentence(before.of(document.text))
            last = found.pop()
            found += _join(document, last, lines[0]) if goes_on else (last, Run("\n\n", None, "sign"), lines[0])
            found += lines[1:]
        else:
            found += lines
        before = piece
    if found:
        start = pieces[0].start
        yield Part("text", tuple(found), is_apart=_BLANK_LINE.search(document.text, begin, start) is not None)


def _joined(document: Document, span: Span) -> Iterator[Run]:
    """A piece of text with each paragraph and item on one line."""
    text = document.text
    last: Run | None = None
    at = span.start
    for block in document.blocks_in(span):
        if block.role not in (Role.PARAGRAPH, Role.ITEM):
            continue
        for found in _WRAP.finditer(text, max(at, block.span.start), min(block.span.end, span.end)):
            line = Run(text[at : found.start()], Span(at, found.start()))
            *whole, last = _join(document, last, line) if last else (line,)
            yield from whole
            at = found.end()
    line = Run(text[at : span.end], Span(at, span.end))
    yield from _join(document, last, line) if last else (line,)


def _join(document: Document, first: Run, second: Run) -> tuple[Run, ...]:
    """Two lines as one. A hyphen between them goes where the document, or the language, knows the whole word."""
    divided = _DIVIDED.search(first.text)
    follows = _WORD_AHEAD.match(second.text)
    if not divided or not follows or first.span is None:
        return first, Run(" ", None, "sign"), second
    word = divided[1] + follows.group()
    is_known = is_word(word.lower(), document.language) or re.search(rf"\b{word}\b", document.text, re.IGNORECASE)
    cut = len(first.text) - 1 if is_known else len(first.text)
    return Run(first.text[:cut], Span(first.span.start, first.span.start + cut)), second


def _row(document: Document, block: Block, place: Span, *, labelled: bool) -> Iterator[Run]:
    """The cells of a row, each behind its column's header where that is not shown above."""
    cells = list(_cells(document.text, place))
    headers = list(_cells(document.text, block.header)) if labelled and block.header else []
    if len(headers) != len(cells):
        headers = []
    is_first = True
    for at, cell in enumerate(cells):
        seen = list(_seen(document, cell))
        if not any(run.text.strip() for run in seen):
            continue
        if not is_first:
            yield Run(" · " if headers else " │ ", None, "sign")
        if headers and headers[at].start < headers[at].end:
            yield from _seen(document, headers[at])
            yield Run(": ", None, "sign")
        yield from seen
        is_first = False


def _seen(document: Document, place: Span) -> Iterator[Run]:
    if _is_marked(document):
        return runs(document.text, place)
    return iter((Run(place.of(document.text), place),))


def _cells(text: str, row: Span) -> Iterator[Span]:
    """The cells of a row, without white space; those of one with tabs or other signs are one cell."""
    start, end = row.start, row.end
    inner = text[start:end]
    if tagged := list(_HTML_CELL.finditer(text, start, end)):
        yield from (_stripped(text, *cell.span(1)) for cell in tagged)
        return
    if "|" not in inner or ("\t" in inner and not inner.startswith("|")):
        tabs = [start - 1, *(start + at for at, char in enumerate(inner) if char == "\t"), end]
        for before, after in pairwise(tabs):
            yield _stripped(text, before + 1, after)
        return
    start += inner.startswith("|")
    end -= inner.endswith("|") and not inner.endswith("\\|") and end - start > 1
    at = start
    for found in re.finditer(r"(?<!\\)\|", text[start:end]):
        yield _stripped(text, at, start + found.start())
        at = start + found.end()
    yield _stripped(text, at, end)


def _stripped(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    first = start + len(inner) - len(inner.lstrip())
    return Span(first, max(first, start + len(inner.rstrip())))
