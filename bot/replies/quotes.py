"""How is a piece of a document shown to be read? With what was looked for marked, and what stands before and after."""

from datetime import datetime

from bot.replies.model import Paragraph, Quote, Reply, Stretch
from bot.replies.said import Moment, said
from bot.wording import texts
from retrieval import Document, Excerpt, Span, stretch_after, stretch_before


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
