"""How is a piece of a document shown to be read? With what was looked for marked, and what stands before and after."""

from collections.abc import Iterator
from datetime import datetime
from difflib import get_close_matches

from bot.replies.model import Paragraph, Quote, Reply, Stretch
from bot.replies.said import Moment, said
from bot.wording import texts
from retrieval import Document, Excerpt, Span, headings, stretch_after, stretch_before

MAX_NEAR = 3
"""Headings that resemble what was typed, at most."""


def of_stretch(
    document: Document,
    span: Span,
    found: tuple[Span, ...] = (),
    *,
    has_changed: bool = False,
    changed: datetime | None = None,
) -> Reply:
    """A piece of a document to read, with the places `found` in it marked; where it `has_changed`, when, if known."""
    excerpt = Excerpt(document, span, highlights=tuple(place for place in found if place.overlaps(span)))
    before, after = stretch_before(document, span), stretch_after(document, span)
    told = said(texts().changed_on, when=Moment(changed)) if changed else texts().changed
    note = (Paragraph(told),) if has_changed else ()
    return Reply(document.id, (*note, Stretch(Quote(excerpt), before is not None, after is not None)))


def fitting_headings(document: Document, typed: str) -> Iterator[str]:
    """Headings of the document that hold what was typed so far, in its order; else a few that resemble it."""
    known = dict.fromkeys(" ".join(span.of(document.text).split()) for span in headings(document))
    sought = typed.casefold().strip()
    fitting = [heading for heading in known if sought in heading.casefold()]
    if not fitting:  # mistyped, perhaps
        by_fold = {heading.casefold(): heading for heading in known}
        fitting = [by_fold[one] for one in get_close_matches(sought, by_fold, MAX_NEAR, 0.5)]
    yield from fitting
