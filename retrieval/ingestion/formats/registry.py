"""Which files can be read, and how? One reader per suffix: the bytes of a file → its text and blocks.

A new format is a module here and a line in `READERS`.
"""

from collections.abc import Callable
from typing import NamedTuple

from retrieval.documents.model import Block
from retrieval.ingestion.formats import markdown, plain


class Reading(NamedTuple):
    """What a reader gives: the text that all offsets refer to, and its blocks in order, none overlapping another."""

    text: str
    blocks: tuple[Block, ...]


def _text_reader(blocks_of: Callable[[str], tuple[Block, ...]]) -> Callable[[bytes], Reading]:
    """A reader of files that are text already: UTF-8, with nothing changed, so offsets are those of the file."""

    def read(content: bytes) -> Reading:
        text = content.decode("utf-8")
        return Reading(text, blocks_of(text))

    return read


READERS: dict[str, Callable[[bytes], Reading]] = {
    ".txt": _text_reader(plain.read),
    ".md": _text_reader(markdown.read),
}
"""Reader by file suffix in lower case. A reader raises UnicodeDecodeError or ValueError for content it cannot read."""
