"""Texts as the readers lay them out, without a folder."""

from dataclasses import replace

from retrieval import Block, Document
from retrieval.ingestion.formats.reader import Source
from retrieval.ingestion.formats.registry import format_named


def document(name: str, text: str) -> Document:
    """The document of a file of this name and text, even if there is no word in it."""
    format_ = format_named(name)
    assert format_ is not None
    return format_.read(Source(name, text.encode())).document(name)


def untitled(name: str, text: str) -> Document:
    """The same without a title."""
    return replace(document(name, text), title="")


def blocks(text: str, name: str = "a.txt") -> tuple[Block, ...]:
    """The blocks of a file of this name and text."""
    return document(name, text).blocks
