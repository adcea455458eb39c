"""How does a button know a place in a document? By a reference in its id, which is held against the corpus of today.

A reference is five parts joined by dots: a digest of the document's id, start and end in hexadecimal, a digest of the
text between them, and one of the whole document. It has at most 44 characters for documents of up to 16 million.
"""

import base64
import hashlib
import re
from dataclasses import dataclass

from retrieval import Document, Excerpt, Librarian, Span, document_key


@dataclass(frozen=True, slots=True)
class Place:
    """A place that still reads as it did when its reference was made; `has_changed` tells whether the rest does not."""

    document: Document
    span: Span
    has_changed: bool


def reference(excerpt: Excerpt) -> str:
    """The reference to this place."""
    document, span = excerpt.document, excerpt.span
    return ".".join(
        (document_key(document.id), f"{span.start:x}", f"{span.end:x}", _digest(excerpt.text), _digest(document.text))
    )


def resolved(librarian: Librarian, written: str) -> Place | None:
    """The place of a reference, or None where something else stands there now."""
    key, start, end, text, whole = written.split(".")
    document = librarian.with_key(key)
    if document is None:
        return None
    span = Span(*sorted((int(start, 16), int(end, 16))))
    if _digest(span.of(document.text)) != text:
        found = _moved(document, span.end - span.start, text)
        return Place(document, found, has_changed=True) if found else None
    return Place(document, span, _digest(document.text) != whole)


def is_deleted(librarian: Librarian, written: str) -> bool:
    """Whether the document of a reference is not there any more."""
    return librarian.with_key(written.partition(".")[0]) is None


def _moved(document: Document, length: int, digest: str) -> Span | None:
    """Where a text of this length and digest begins with a word now, if anywhere."""
    text = document.text
    for match in re.finditer(r"(?<!\S)\S", text):
        span = Span(match.start(), match.start() + length)
        ends_well = span.end == len(text) or (span.end < len(text) and text[span.end].isspace())
        if ends_well and _digest(span.of(text)) == digest:
            return span
    return None


def _digest(text: str) -> str:
    raw = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return base64.urlsafe_b64encode(raw).decode("ascii")
