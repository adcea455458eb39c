"""What does a file say of itself before its text? The front matter of Markdown, in YAML or TOML."""

import re

from retrieval.documents.model import Quality, Role
from retrieval.ingestion.formats.outline import Outline

_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)\1[ \t]*(?=[\r\n]|$)", re.DOTALL)
_LINE = re.compile(r"[^\r\n]+")
_KEY = re.compile(r"([A-Za-z_][\w.-]*)[ \t]*[:=](?:[ \t]+|$)")
_REST = re.compile(r"[ \t]|-(?:[ \t]|$)|#|[\]}]")
_VALUE = re.compile(r"[^\[\]{},\"'\s](?:[^\[\],\"]*[^\[\]{},\"'\s])?")
_NAMES = frozenset("alias aliases tag tags keywords categories category".split())
_FOR_BUILDERS = re.compile(
    r"id|slug|draft|layout|template|permalink|toc|nav_order|custom_edit_url|(?:sidebar|hide|pagination)_\w+"
)
"""Keys that steer how a site is built, of which no reader sees anything."""
MAX_LINES = 200
"""Lines of front matter at most; between rules that are further apart stands text."""


def read(text: str, outline: Outline) -> int:
    """Puts the front matter into the outline, and gives where the text begins behind it.

    What stands between two rules is front matter only if each line is a key with its value, or goes on with one.
    """
    found = _FRONT.match(text)
    if not found or not _is_front_matter([line.group() for line in _LINE.finditer(found[2])]):
        return int(text.startswith("\ufeff"))
    offset = found.start(2)
    key = ""
    for line in _LINE.finditer(found[2]):
        start, end = offset + line.start(), offset + line.end()
        named = _KEY.match(line.group())
        key = named[1].lower() if named else key
        value = start + (named.end() if named else 0)
        if key in _NAMES:
            for name in _VALUE.finditer(text, value, end):
                if name.group() != "-":
                    outline.add(Role.ALIAS, name.start() + 2 * name.group().startswith("- "), name.end(), Quality.FRONT)
        elif key == "title" and named and (title := _VALUE.search(text[value:end].strip("\"' \t"))):
            first = text.index(title.group()[0], value)
            outline.title(first, first + len(text[first:end].rstrip(" \t\"'")), Quality.FRONT)
        elif not line.group().lstrip().startswith("#") and not _FOR_BUILDERS.fullmatch(key):
            outline.add(Role.PARAGRAPH, start, end, Quality.FRONT)
    return found.end()


def _is_front_matter(lines: list[str]) -> bool:
    return (
        0 < len(lines) <= MAX_LINES
        and _KEY.match(lines[0]) is not None
        and all(_KEY.match(line) or _REST.match(line) for line in lines)
    )
