"""How does a button know a place in a document? By a reference in its id, which is held against the corpus of today.

A reference is five parts joined by dots: a digest of the document's id, start and end in hexadecimal, a digest of the
text between them, and one of the whole document. It has at most 44 characters for documents of up to 16 million.
"""

import base64
import hashlib
from dataclasses import dataclass

from bot.app import App
from bot.replies import findings
from bot.replies.model import Paragraph, Reply
from bot.wording import texts
from retrieval import Document, Excerpt, Librarian, Span, document_key, stretch_after, stretch_around, stretch_before


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
    span = Span(int(start, 16), int(end, 16))
    if _digest(span.of(document.text)) != text:
        return None
    return Place(document, span, _digest(document.text) != whole)


def read(app: App, written: str, way: str) -> Reply:
    """The neighbourhood of a referenced place ("around"), or what stands "before" or "after" it."""
    return app.run("read", lambda: _read(app, written, way))


def _read(app: App, written: str, way: str) -> Reply:
    place = resolved(app.librarian, written)
    if place is None:
        return Reply(texts().failed, (Paragraph(texts().gone),), private=True)
    if way == "around":
        span = stretch_around(place.document, place.span)
        return findings.of_stretch(place.document, span, (place.span,), has_changed=place.has_changed)
    turn = stretch_before if way == "before" else stretch_after
    turned = turn(place.document, place.span) or place.span
    return findings.of_stretch(place.document, turned, has_changed=place.has_changed)


def _digest(text: str) -> str:
    raw = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return base64.urlsafe_b64encode(raw).decode("ascii")
