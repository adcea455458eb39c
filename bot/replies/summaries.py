"""How is a summary told? The reply, with a note on what the summary leaves out."""

from collections.abc import Sequence
from dataclasses import replace

from bot.replies import model as replies
from bot.replies.model import Paragraph, Reply
from bot.wording import texts
from retrieval import Summary

_MAX_NAMES = 6
"""Names in a note at most; the rest is counted."""


def of_summary(summary: Summary) -> Reply:
    """The chosen sentences, each with its place, below a note on how much of the whole they are."""
    reply = replies.of_summary(summary)
    if summary.kind == "corpus":
        reply = replace(reply, title=texts().summary_all)
    if not summary.sentences:
        return replace(reply, parts=(Paragraph(texts().summary_none),), found=False)
    return replace(reply, parts=(Paragraph(_coverage(summary)), *reply.parts))


def _coverage(summary: Summary) -> str:
    """For example: "8 of 64 sentences; sections not covered: Putin’s hand."."""
    forms = texts().covered_topic if summary.kind == "topic" else texts().covered
    said = forms[summary.total != 1].format(quoted=summary.quoted, count=summary.total)
    if summary.missed:
        missed = texts().sections_missed if summary.kind == "file" else texts().documents_missed
        said += f"; {missed.format(names=_names(summary.missed))}"
    return said + "."


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(name.rstrip(":.") for name in names[:_MAX_NAMES])
    more = len(names) - _MAX_NAMES
    return texts().and_more.format(names=shown, count=more) if more > 0 else shown
