"""How is a file read whose name has no suffix, as README, LICENSE or CHANGELOG? As the marks in it tell."""

import re
from itertools import islice

from retrieval.ingestion.formats import markdown, plain
from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.reader import Format, Reading, Source

_MARKS = re.compile(
    r"(?<![^\r\n])(?:#{1,6}[ \t]+[^\r\n]*\S[^\r\n]*(?:\r\n|\r|\n)[ \t]*[\r\n]|(?:```|~~~)\w*[ \t]*[\r\n])|"
    r"\[[^\[\]\r\n]{1,200}\]\((?:https?:|#|\.|/)[^()\s]{0,500}\)"
)
"""A heading with a blank line below it, a fence, or a link, which only Markdown has."""
MIN_MARKS = 2


def read(source: Source) -> Reading:
    """The text of the file, laid out. Raises Refused, as for programs and pictures."""
    text, encoding = decoded(source.content)
    marks = sum(1 for _ in islice(_MARKS.finditer(text), MIN_MARKS))
    is_markdown = marks == MIN_MARKS and not text.startswith("#!")
    return Reading(text, (markdown if is_markdown else plain).blocks_of(text), encoding=encoding)


FORMAT = Format("text without a suffix", ("",), read)
