"""How is plain text laid out? Lines and blank lines → blocks: paragraphs, headings, list items, rows, code.

A line is a block of its own, unless the file is wrapped at a fixed width. What has a mark is read by it: underlined
headings, bullets and numbers, rows of a table, fences, questions with their answers. Nothing else marks a heading in
plain text, so `retrieval.ingestion.boilerplate` tells by shape what each line is.
"""

import re
from collections.abc import Collection, Container, Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import quantiles

from retrieval.documents.model import Block, Quality, Role
from retrieval.ingestion.boilerplate import APART, roles
from retrieval.ingestion.formats import man_pages, restructuredtext, subtitles
from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.markup import question
from retrieval.ingestion.formats.outline import ASKED, Outline
from retrieval.ingestion.formats.reader import Format, Reading, Source
from retrieval.ingestion.headings import Line
from retrieval.ingestion.pages import heads_and_feet
from retrieval.ingestion.speakers import turns, with_speakers
from retrieval.text.detection import language_of
from retrieval.text.orthography import ends_as_sentence, words
from retrieval.text.span import Span

_NEWLINE = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_BULLET = re.compile(r"(?:[•◦▪‣·∙●○■□–—*+-]|o(?=[ \t]{2})|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
_RULE = re.compile(r"([^\w\s])(?:[ \t]*\1){2,}")
_ROW = re.compile(r"\|.*\|")
_BETWEEN_ROWS = re.compile(r"[|+]?(?:\s*[:=-]{2,}\s*[|+]?)+")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*")
_CONTENTS = re.compile(r"(?:[.·][ \t]?){4,}[ \t]*(?:\d{1,5}|[ivxlc]{1,7})$")
"""An entry of a table of contents: dots lead to the number of a page."""
_STAMP = re.compile(r"[\[(]?\d{1,4}[-/.:]\d{1,2}")

WRAP_WIDTH = 100
"""Longest line, in characters, of a file that counts as wrapped at a fixed width; usual widths are 65 to 80."""
MAX_RUNNING = 0.5
"""Share of the lines that may go on in mid-sentence; with more they may as well be a list of words."""
MIN_BEFORE = 3
"""Words of a line that another may go on with even then."""


def read(source: Source) -> Reading:
    """The text of the file, laid out. Raises Refused."""
    text, encoding = decoded(source.content)
    return Reading(text, blocks_of(text), encoding=encoding)


FORMAT = Format("plain text", (".txt", ".text", ".log"), read)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order. Subtitles, manual pages and reStructuredText are told by their marks."""
    if subtitles.are_subtitles(text):
        return subtitles.blocks_of(text)
    if man_pages.is_manual_page(text):
        return man_pages.blocks_of(text)
    if restructuredtext.has_marks(text):
        return restructuredtext.blocks_of(text)
    marked: dict[int, str] = {}
    lines = list(_lines(text))
    around = heads_and_feet(text, lines)
    marked.update((lines[at].start, "page") for at in around)
    lines = _without_marks(text, lines, marked)
    plain = list(_between_marks(lines, marked))
    spoken = turns(text, (line.span for line in plain))
    joined = _joined(text, plain, spoken, wrapped=_is_wrapped(text, plain))
    found = dict(zip((line.start for line in joined), roles(text, joined), strict=True))
    everything = sorted([*joined, *(line for line in lines if line.start in marked)], key=lambda line: line.start)
    return with_speakers(text, _blocks(text, everything, marked, found, spoken))


def _lines(text: str) -> Iterator[Line]:
    """The lines that are not blank, without the white space and the bullet around their text."""
    above: Line | None = None
    chunk, end = 0, 0
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.end() - len(line.lstrip(_INVISIBLE))
        stop = match.start() + len(line.rstrip(_INVISIBLE))
        if start >= stop:
            continue
        if above and len(_NEWLINE.findall(text, end, start)) > 1:
            chunk += 1
        bullet = None if _RULE.fullmatch(text, start, stop) else _BULLET.match(text, start, stop)
        if bullet and text[start].isdigit() and above and above.chunk == chunk and not above.bullet:
            before = above.span.of(text)
            bullet = bullet if ends_as_sentence(before) or before.endswith(":") else None
        depth = start - match.start()
        is_numbered = bullet is not None and text[start] in "(0123456789"
        above = Line(
            Span(bullet.end() if bullet else start, stop), chunk, bullet is not None, start, depth, is_numbered
        )
        yield above
        end = stop


def _without_marks(text: str, lines: list[Line], marked: dict[int, str]) -> list[Line]:
    """The lines without rules and fences; what has a mark is noted by where it starts."""
    kept: list[Line] = []
    fence, closing = "", _last_fences(text, lines)
    for at, line in enumerate(lines):
        if line.start in marked:
            kept.append(line)
            continue
        said = text[line.start : line.span.end]
        found = _FENCE.fullmatch(said)
        if found and (not fence or (said.startswith(fence) and not said.strip(fence[0]))):
            if fence:
                fence = ""
                continue
            if closing.get(found[1][0], -1) > at:
                fence = found[1]
                continue
        if fence:
            marked[line.start] = "code"
        elif _RULE.fullmatch(said):
            above = kept[-1] if kept else None
            if above and above is lines[at - 1] and above.chunk == line.chunk and _underlines(said, above):
                marked[above.start] = f"heading {1 if said[0] == '=' else 2}"
            continue
        elif _ROW.fullmatch(said):
            if _BETWEEN_ROWS.fullmatch(said):
                if kept and marked.get(kept[-1].start) == "row":
                    marked[kept[-1].start] = "header"
                continue
            marked[line.start] = "row"
        elif question(said):
            marked[line.start] = "question"
        elif _CONTENTS.search(said):
            marked[line.start] = "contents"
        kept.append(line)
    return kept


def _between_marks(lines: list[Line], marked: Container[int]) -> Iterator[Line]:
    """The lines without a mark; one with a mark parts those above from those below as a blank line does."""
    passed = 0
    for line in lines:
        if line.start in marked:
            passed += 1
        else:
            yield replace(line, chunk=line.chunk + passed)


def _underlines(rule: str, above: Line) -> bool:
    """Whether the rule is the line below a heading: about as long as that, and of what one underlines with."""
    length = above.span.end - above.start
    return rule[0] in "=-~" and " " not in rule and not above.bullet and 0.6 * length <= len(rule) <= 1.5 * length + 3


def _last_fences(text: str, lines: list[Line]) -> dict[str, int]:
    """Of each sign the last line that may close a fence."""
    found = {}
    for at, line in enumerate(lines):
        if text.startswith(("```", "~~~"), line.start):
            found[text[line.start]] = at
    return found


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


def _joined(text: str, lines: list[Line], spoken: Collection[int], *, wrapped: bool) -> list[Line]:
    """Lines of one paragraph as one: all of a chunk in a wrapped file, else those that go on in mid-sentence."""
    joined: list[Line] = []
    above: Line | None = None
    running = set() if wrapped else _running(text, lines)
    for at, line in enumerate(lines):
        opens = line.bullet or line.span.start in spoken or _STAMP.match(text, line.start, line.span.end) is not None
        opens = opens or (wrapped and APART.search(text, line.start, line.span.end) is not None)
        follows = above is not None and above.chunk == line.chunk and not opens
        if above and follows and (wrapped or at in running):
            joined[-1] = replace(joined[-1], span=Span(joined[-1].span.start, line.span.end))
        else:
            joined.append(line)
        above = line
    return joined


def _running(text: str, lines: list[Line]) -> set[int]:
    """The lines, by position, that go on with the one above in mid-sentence, as lower case or the word before tells.

    Where most lines seem to, they are a list of words, unless those above are as long as a line of text is.
    """
    running: set[int] = set()
    open_ended: set[int] = set()
    unfinished = language_of(text).unfinished
    for at in range(1, len(lines)):
        above, line = lines[at - 1].span.of(text), lines[at].span.of(text)
        if not ends_as_sentence(above) and not above.endswith(":"):
            said = words(above)
            follows_some = at - 1 in running or len(said) >= 2
            if len(said) >= MIN_BEFORE and said[-1].casefold() in unfinished:
                open_ended.add(at)
            elif line[0].islower() or (line[0].isdigit() and follows_some):
                running.add(at)
    if len(running) <= MAX_RUNNING * len(lines):
        return running | open_ended
    return {at for at in running if len(words(lines[at - 1].span.of(text))) >= MIN_BEFORE} | open_ended


def _blocks(
    text: str,
    lines: list[Line],
    marked: dict[int, str],
    found: dict[int, tuple[Role, Quality]],
    spoken: dict[int, Span],
) -> tuple[Block, ...]:
    """Each line as a block that knows its heading and, if it is a list item, its lead-in."""
    outline = Outline(text)
    header: Span | None = None
    for at, line in enumerate(lines):
        start, end, mark = line.start, line.span.end, marked.get(line.start)
        if mark not in ("row", "header"):
            header = None
        if mark == "code":
            if at and marked.get(lines[at - 1].start) == "code":
                continue
            last = next((n for n in range(at, len(lines)) if marked.get(lines[n].start) != "code"), len(lines)) - 1
            outline.code(start, lines[last].span.end)
        elif mark in ("row", "header"):
            place = outline.row(start, end, header)
            header = place if mark == "header" else header
        elif mark == "page":
            outline.add(Role.CHROME, start, end, Quality.FURNITURE)
        elif mark == "contents":
            outline.item(start, end, line.depth, Quality.LINKS)
        elif mark == "question":
            outline.heading(start, end, ASKED)
        elif mark:
            outline.heading(start, end, int(mark[-1]))
        else:
            is_turn = line.span.start in spoken
            _place(outline, line, *((Role.PARAGRAPH, Quality.TEXT) if is_turn else found[start]))
    return tuple(outline.blocks)


def _place(outline: Outline, line: Line, role: Role, quality: Quality) -> None:
    start, end = line.start, line.span.end
    match role:
        case Role.HEADING:
            outline.heading(start, end, 2, quality)
        case Role.TITLE:
            outline.title(start, end, quality)
        case Role.ITEM:
            outline.item(start, end, line.depth, quality)
        case Role.PARAGRAPH:
            outline.paragraph(start, end, quality)
        case _:
            outline.add(role, start, end, quality)
