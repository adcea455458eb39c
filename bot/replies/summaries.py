"""How is a summary told? Its sentences, below a note on how much of the whole they are and what is left out."""

from collections.abc import Sequence

from bot.replies.changes import since
from bot.replies.model import Paragraph, Part, Quote, Reply
from bot.wording import form_of, texts
from retrieval import Revision, Summary

_MAX_NAMES = 6
"""Names in a note at most; the rest is counted."""


def of_summary(summary: Summary) -> Reply:
    """The chosen sentences, each with its place, below a note on how much of the whole they are."""
    titles = {"file": texts().summary_of, "topic": texts().summary_on, "corpus": texts().summary_all}
    title = titles[summary.kind].format(target=summary.target)
    if not summary.sentences:
        return Reply(title, (Paragraph(texts().summary_none),), found=False, opens_context=True, value=summary)
    parts: list[Part] = [Paragraph(_coverage(summary)), *map(Quote, summary.sentences)]
    return Reply(title, tuple(parts), opens_context=True, value=summary)


def of_news(summary: Summary, revision: Revision) -> Reply:
    """The chosen sentences of what is new since the revision."""
    title = since(revision)
    if not summary.sentences:
        return Reply(title, (Paragraph(texts().changes_none),), value=summary)
    parts: list[Part] = [Paragraph(_coverage(summary)), *map(Quote, summary.sentences)]
    return Reply(title, tuple(parts), opens_context=True, value=summary)


def _coverage(summary: Summary) -> str:
    """For example: "8 of 64 sentences; sections not covered: Putin’s hand."."""
    told = texts()
    forms = {"topic": told.covered_topic, "corpus": told.covered_all}.get(summary.kind, told.covered)
    said = form_of(forms, summary.total).format(quoted=summary.quoted, count=summary.total)
    if summary.missed:
        missed = texts().sections_missed if summary.kind == "file" else texts().documents_missed
        said += f"; {missed.format(names=_names(summary.missed))}"
    return said + "."


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(name.rstrip(":.") for name in names[:_MAX_NAMES])
    more = len(names) - _MAX_NAMES
    return texts().and_more.format(names=shown, count=more) if more > 0 else shown
