"""Which lines of a text with marks does no reader see, and which are more than running text?

The marks are those of Markdown and of what is built on it: MDX and Docusaurus, MkDocs, mdBook, Hugo and Obsidian.
"""

import re
from collections.abc import Iterator
from typing import Literal

from retrieval.ingestion.formats.html_blocks import tags
from retrieval.text.span import Span

Kind = Literal["text", "note", "question", "item"]

_HIDDEN = re.compile(
    r"""\s*(?:
      (?:`{3,}|~{3,})[^`]*                                       # the fence of a code block, and its language
    | \[(?!\^)[^\]\n]{1,999}\]:\s.*                              # where a link leads
    | import\s+(?:[\w*{},\s$]+\s+from\s+)?['"][^'"]*['"]\s*;?     # MDX
    | export\s+(?:default|const|let|var|function|async|class|\{|\*).*
    | \{%.*%\} | \{\{\s*[<%\#].*\}\}                              # Jekyll, Hugo, mdBook
    | \{\*.*\*\} | \{\s*[:.\#][^{}]*\}                            # MkDocs: included code, attributes
    | :{3,}\s*[\w-]*\s*(?:\{[^{}]*\})?                           # the border of a note, but for its title
    | /{3,}\s*[\w-]*\s*\|?
    | (?:!!!|\?\?\?\+?)(?:\s+[\w-]+)*\s*"?
    | --8<--.* | %%.*%% | !\[\[[^\[\]]*\]\] | \[\[?[_\s]?toc[_\s]?\]?\] | \^[\w-]+
    | \[![\w-]+\][+-]?                                           # the kind of an Obsidian or GitHub callout
    | \\[a-z]+(?:\[[^\]]*\])?
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_INCLUDE = re.compile(r"\s*(?:\{\{\s*#.*\}\}|\{\*.*\*\}|--8<--.*)?\s*")
_NOTE = re.compile(
    r"""\s*(?:
      (?:!!!|\?\?\?\+?|={3,}!?\+?)[ \t]*(?:[\w-]+[ \t]+)*"(?P<quoted>[^"\n]+)"[ \t]*
    | :{3,}[ \t]*\w[\w-]*(?:\[(?P<bracketed>[^\]\n]+)\]|[ \t]+(?![ \t{])(?P<told>[^\n{]+))[ \t]*
    | /{3,}[ \t]*[\w-]+[ \t]*\|[ \t]*(?P<behind>[^\n]+)
    )""",
    re.VERBOSE,
)
_CALLOUT = re.compile(r"\[![\w-]+\][+-]?[ \t]*")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)|!\[[^\[\]]*\]\[[^\[\]]*\]|\[\s*\]\([^()]*\)|\[\s*\]\[[^\[\]]*\]")
_QUESTION = re.compile(r"(?:\*\*|__)(?P<bold>[^*_\n][^*\n]*[?？])[ \t]*(?:\*\*|__)|(?P<asked>Q\d*\s?[:.)][ \t]+\S.*)")
_BULLET = re.compile(r"(?:[-*+•]|\d{1,4}[.)])[ \t]+(?=\S)")
_WORD = re.compile(r"\w")
MAX_QUESTION = 200
"""Characters of a question that stands over its answer; a longer one is a paragraph."""


def is_hidden(line: str) -> bool:
    """Whether the line shows nothing to a reader: it has no word, or only marks, images, includes, definitions …"""
    if not _WORD.search(line) or _HIDDEN.fullmatch(line):
        return True
    return "![" in line and not _WORD.search(_IMAGE.sub("", _IMAGE.sub("", line)))  # an image within a link, too


def is_include(line: str) -> bool:
    """Whether the line stands for text of another file."""
    return _INCLUDE.fullmatch(line) is not None


def question(line: str) -> Span | None:
    """The place in a line of a question that stands over its answer: "**May I …?**" or "Q: May I …"."""
    inner = line.strip()
    found = _QUESTION.fullmatch(inner) if len(inner) <= MAX_QUESTION else None
    if not found:
        return None
    before = len(line) - len(line.lstrip())
    start, end = found.span("bold" if found["bold"] else "asked")
    return Span(before + start, before + end)


def parts(text: str, start: int, end: int) -> Iterator[tuple[Kind, int, int]]:
    """A paragraph cut where a reader sees more than one: titles of notes, questions, items, terms with definitions.

    Lines that nobody sees are left out.
    """
    lines = list(_lines(text, start, end))
    since: int | None = None
    until = start
    kind: Kind = "text"
    for at, (first, last) in enumerate(lines):
        line = text[first:last]
        found = _marked(line)
        is_term = at + 1 < len(lines) and text[slice(*lines[at + 1])].startswith((": ", ":\t")) and line[:1] != ":"
        ends = found is not None or is_term or is_hidden(line) or (at > 0 and _BULLET.match(line) is not None)
        if ends and since is not None:
            yield kind, since, until
            since = None
        if found:
            marked, place = found
            yield marked, first + place.start, first + place.end
        elif not is_hidden(line):
            if since is None:
                callout = _CALLOUT.match(line)
                since = first + (callout.end() if callout else 0)
                kind = "item" if at > 0 and _BULLET.match(line) else "text"
            until = last
    if since is not None:
        yield kind, since, until


def _marked(line: str) -> tuple[Kind, Span] | None:
    if note := _NOTE.fullmatch(line):
        return "note", Span(*note.span(note.lastgroup or 0))
    asked = question(line)
    return ("question", asked) if asked else None


def visible(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What a reader sees of a stretch of text, line by line: without tags, comments and hidden lines."""
    at = start
    between: list[tuple[int, int]] = []
    for first, last in tags(text, start, end):
        between.append((at, first))
        at = last
    for first, last in [*between, (at, end)]:
        for line_start, line_end in _lines(text, first, last):
            if not is_hidden(text[line_start:line_end]):
                yield line_start, line_end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines between `start` and `end`, without quotation marks (">") and white space around them."""
    at = start
    for found in re.finditer(r"[^\r\n]+", text[start:end]):
        line = found.group()
        inner = line.lstrip(" \t>")
        at = start + found.end() - len(inner)
        stop = at + len(inner.rstrip())
        if at < stop:
            yield at, stop
