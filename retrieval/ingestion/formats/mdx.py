"""How is MDX read? As Markdown, without the program in it: imports, exports, and what long tags hold beside words.

The program is blanked, character by character, so that every place stays where it is.
"""

import re
from collections.abc import Iterator

from retrieval.ingestion.formats import markdown
from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.html_blocks import MAX_TAG, tag_end
from retrieval.ingestion.formats.reader import Format, Reading, Source

_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_STATEMENT = re.compile(
    r"import(?:\s+type)?(?:\s+['\"]|\s+[\w$*{][^'\"\n]*(?:from\s*['\"]|[{,]\s*$))|"
    r"export\s+(?:default\s|const\s|let\s|var\s|function\b|async\s|class\s|type\s|interface\s|\{|\*)"
)
_EXPRESSION = re.compile(
    r"[ \t]*(?:<[^<>\n]*>[ \t]*)?\{(?:\s*[\w.$]+\s*\}|[\w.$]+\([^<>\n]*=>[^<>\n]*$)"
    r"[ \t]*(?:</[^<>\n]*>)?[ \t]*$"
)
"""A line on which only the value of a variable stands, or where one begins to be made of a list."""
_COMMENT = re.compile(r"[ \t]*\{/\*")
_STRING = re.compile(r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`|//[^\n]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_COMPONENT = re.compile(r"<[A-Z][\w.]*\s")
MAX_LINES = 200
"""Lines of a statement that has blank ones; a bracket that is still open then was never meant to close."""
MAX_COMPONENT = 20_000
"""Characters of a tag of JSX at most, as of one that holds a table of data."""


def read(source: Source) -> Reading:
    """The text of the file, laid out. Raises Refused."""
    text, encoding = decoded(source.content)
    return Reading(text, markdown.blocks_of(_without_program(text), is_mdx=True), encoding=encoding)


FORMAT = Format("MDX", (".mdx",), read)


def _without_program(text: str) -> str:
    parts: list[str] = []
    at = 0
    for start, end in sorted([*_statements(text), *_components(text)]):
        if start >= at:
            parts += [text[at:start], re.sub(r"[^\r\n]", " ", text[start:end])]
            at = end
    return "".join([*parts, text[at:]])


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """The places of imports and exports, which begin a line and end with a blank one outside of brackets.

    And those of comments and of lines that show nothing but a variable.
    """
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text) if found.group()]
    at, fence, never_closes = 0, "", False
    while at < len(lines):
        start, end = lines[at]
        line = text[start:end]
        if found := _FENCE.match(line):
            fence = "" if fence and found[1].startswith(fence) else fence or found[1]
        elif not fence and _STATEMENT.match(line):
            last = _last(text, lines, at)
            yield start, lines[last][1]
            at = last
        elif not fence and not never_closes and (comment := _COMMENT.match(line)):
            stop = text.find("*/}", start + comment.end())
            never_closes = stop < 0
            if stop >= 0:
                yield start, stop + 3
        elif not fence and _EXPRESSION.match(line.rstrip()):
            yield start, end
        at += 1


def _last(text: str, lines: list[tuple[int, int]], first: int) -> int:
    """The last line of a statement."""
    depth, blank = 0, -1
    for at in range(first, min(first + MAX_LINES, len(lines))):
        line = text[slice(*lines[at])]
        if not line.strip():
            if depth <= 0:
                return at - 1
            blank = at - 1 if blank < 0 else blank
            continue
        code = _STRING.sub("", line)
        depth += sum(code.count(sign) for sign in "([{") - sum(code.count(sign) for sign in ")]}")
    if depth <= 0 and first + MAX_LINES >= len(lines):
        return len(lines) - 1
    return blank if blank >= 0 else min(first + MAX_LINES, len(lines)) - 1


def _components(text: str) -> Iterator[tuple[int, int]]:
    """The places of tags that are longer than those of which a name, label or title is read."""
    at = 0
    while found := _COMPONENT.search(text, at):
        at = found.end()
        limit = min(len(text), found.start() + MAX_COMPONENT)
        end = tag_end(text, at, limit) if text.find(">", found.start() + MAX_TAG, limit) >= 0 else -1
        if end > found.start() + MAX_TAG:
            yield found.start(), end
            at = end
