"""Which buttons does a reply have? Each with all it needs in its id, so that it works as long as the message stands.

Ids are at most 100 characters and labels at most 80.
Source: https://discord.com/developers/docs/components/reference#button
"""

from discord import ButtonStyle, ui

from bot.discord_app.rendering.markdown import one_line
from bot.references import reference
from bot.replies.model import Correction, Headings, Quote, Reply, Stretch
from bot.wording import texts
from retrieval import Excerpt, document_key

PREFIX = "quoth"
MAX_ID, MAX_LABEL, MAX_ROW = 100, 80, 5


def button(label: str, *words: str | int, style: ButtonStyle = ButtonStyle.secondary) -> ui.Button[ui.LayoutView]:
    """A button that says `words` when it is pressed: first what it does, then with what."""
    custom_id = ":".join(map(str, (PREFIX, *words)))
    if len(custom_id) > MAX_ID:
        raise ValueError(f"the id {custom_id!r} is too long")
    label = one_line(label)
    return ui.Button(
        label=label if len(label) <= MAX_LABEL else label[: MAX_LABEL - 1] + "…", custom_id=custom_id, style=style
    )


def context(excerpt: Excerpt) -> ui.Button[ui.LayoutView]:
    """Opens the neighbourhood of an excerpt."""
    return button(texts().context, "context", reference(excerpt))


def of_reply(reply: Reply, asker: int | None, *, in_post: bool = False) -> list[list[ui.Button[ui.LayoutView]]]:
    """The rows of buttons below a reply. `asker` may dismiss it; None for a reply that vanishes by itself.

    `in_post` tells that it stands in a post of a forum, which its author or a helper may mark.
    """
    rows = [_corrections(reply), _headings(reply), _turning(reply), _about(reply, asker), _of_post() if in_post else []]
    return [row for row in rows if row]


def _corrections(reply: Reply) -> list[ui.Button[ui.LayoutView]]:
    found = [part for part in reply.parts if isinstance(part, Correction) and len(part.word) <= MAX_LABEL - 20]
    source = document_key(reply.source) if reply.source else ""
    return [
        button(part.text, "instead", source, part.start, part.end, part.word, style=ButtonStyle.primary)
        for part in found[:MAX_ROW]
    ]


def _headings(reply: Reply) -> list[ui.Button[ui.LayoutView]]:
    places = [place for part in reply.parts if isinstance(part, Headings) for place in part.places]
    return [button(place.text, "context", reference(place)) for place in places[:MAX_ROW]]


def _turning(reply: Reply) -> list[ui.Button[ui.LayoutView]]:
    """◀ ▶ for what has several pages."""
    found = []
    for part in reply.parts:
        if isinstance(part, Stretch):
            place = reference(part.quote.excerpt)
            found += [button(texts().earlier_page, "before", place)] if part.has_before else []
            found += [button(texts().later_page, "after", place)] if part.has_after else []
    if reply.pages > 1 and not reply.question:
        found += [button(texts().earlier_page, reply.turned_by, reply.page - 1)] if reply.page > 1 else []
        found += [button(texts().later_page, reply.turned_by, reply.page + 1)] if reply.page < reply.pages else []
    return found


def _of_post() -> list[ui.Button[ui.LayoutView]]:
    return [button(texts().solved, "solved", style=ButtonStyle.success), button(texts().needs_person, "person")]


def _about(reply: Reply, asker: int | None) -> list[ui.Button[ui.LayoutView]]:
    """What one may want to know about an answer, and how to be rid of it."""
    source = (document_key(reply.source),) if reply.source else ()
    row = []
    if reply.question and reply.page < reply.pages and any(isinstance(part, Quote) for part in reply.parts):
        row.append(button(texts().more, "more", reply.page, *source))
    if reply.question and not reply.private:
        row.append(button(texts().why_button, "why", *source))
    if reply.question and reply.found and not reply.private:
        row += [button("👍", "vote", "up"), button("👎", "vote", "down")]
    if asker is not None:
        row.append(button(texts().dismiss, "dismiss", asker))
    return row
