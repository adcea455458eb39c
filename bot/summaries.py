"""How is a summary told? The reply, with a note on what the summary leaves out."""

from collections.abc import Sequence
from dataclasses import replace

from bot import replies
from bot.replies import Paragraph, Reply
from retrieval import Summary

_MAX_NAMES = 6
"""Names in a note at most; the rest is counted."""


def of_summary(summary: Summary) -> Reply:
    """The chosen sentences, each with its place, below a note on how much of the whole they are."""
    reply = replies.of_summary(summary)
    if summary.kind == "corpus":
        reply = replace(reply, title="What these documents are about")
    if not summary.sentences:
        return replace(reply, parts=(Paragraph("No sentence here can be understood without the others."),), found=False)
    return replace(reply, parts=(Paragraph(_coverage(summary)), *reply.parts))


def _coverage(summary: Summary) -> str:
    """For example: "8 of 64 sentences; sections not covered: Putin’s hand."."""
    said = f"{summary.quoted} of {summary.total} sentence{'' if summary.total == 1 else 's'}"
    if summary.kind == "topic":
        said += " with a word of the topic"
    if summary.missed:
        said += f"; {'sections' if summary.kind == 'file' else 'documents'} not covered: {_names(summary.missed)}"
    return said + "."


def _names(names: Sequence[str]) -> str:
    shown = [name.rstrip(":.") for name in names[:_MAX_NAMES]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
