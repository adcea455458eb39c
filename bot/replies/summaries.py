"""How is a summary told? Its sentences, below a note on how much of the whole they are and what is left out."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.replies.changes import since
from bot.replies.model import Headings, Paragraph, Part, Reply, Section
from bot.wording import form_of, texts
from retrieval import Excerpt, Revision, Summary

MAX_PATH = 2
"""Headings above the lines of a section: its own and the next one up, since each release has a section "Added"."""
_MAX_NAMES = 6
"""Names in a note at most; the rest is counted."""


def of_summary(summary: Summary) -> Reply:
    """The chosen sentences, each with its place, below a note on how much of the whole they are."""
    titles = {"file": texts().summary_of, "topic": texts().summary_on, "corpus": texts().summary_all}
    title = titles[summary.kind].format(target=summary.target)
    if not summary.sentences:
        none = texts().cut_short if summary.is_cut else texts().summary_none
        return Reply(title, (Paragraph(none),), found=False, opens_context=True, value=summary)
    parts: list[Part] = [Paragraph(_coverage(summary))]
    if summary.kind == "corpus":
        return Reply(title, (*parts, *_by_folder(summary)), value=summary)
    parts += _sections(summary)
    if summary.read_on:
        parts += [Paragraph(texts().read_on), Headings(summary.read_on)]
    return Reply(title, tuple(parts), opens_context=True, value=summary)


def of_news(summary: Summary, revision: Revision) -> Reply:
    """The chosen sentences of what is new since the revision."""
    title = since(revision)
    if not summary.sentences:
        return Reply(title, (Paragraph(texts().changes_none),), value=summary)
    parts: list[Part] = [Paragraph(_coverage(summary)), *_sections(summary)]
    return Reply(title, tuple(parts), opens_context=True, value=summary)


def _sections(summary: Summary) -> list[Section]:
    """The sentences, those of a section together below its heading; of a text without headings below its title."""

    def place(excerpt: Excerpt) -> tuple[str, str]:
        title = "" if summary.kind == "file" else excerpt.document.title
        path = " › ".join(excerpt.document.heading_path(excerpt.span)[-MAX_PATH:])
        return excerpt.document.id, " · ".join(filter(None, (path or title, excerpt.speaker)))

    return [Section(tuple(found), heading) for (_, heading), found in groupby(summary.sentences, key=place)]


def _by_folder(summary: Summary) -> Iterator[Part]:
    """A few lines of each document below its title; above those of a folder the folder's name, if there are several."""

    def folder(excerpt: Excerpt) -> str:
        return excerpt.document.id.rpartition("/")[0]

    is_one = len(set(map(folder, summary.sentences))) == 1
    for name, within in groupby(summary.sentences, key=folder):
        if name and not is_one:
            yield Paragraph(f"{name}/")
        for document, found in groupby(within, key=lambda excerpt: excerpt.document):
            yield Section(tuple(found), document.title)


def _coverage(summary: Summary) -> str:
    """For example: "8 of 64 sentences; sections not covered: Putin’s hand."."""
    told = texts()
    forms = {"topic": told.covered_topic, "corpus": told.covered_all}.get(summary.kind, told.covered)
    said = form_of(forms, summary.total).format(quoted=summary.quoted, count=summary.total)
    if summary.missed:
        missed = texts().sections_missed if summary.kind == "file" else texts().documents_missed
        said += f"; {missed.format(names=_names(summary.missed))}"
    return f"{said}. {told.cut_short}" if summary.is_cut else said + "."


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(name.rstrip(":.") for name in names[:_MAX_NAMES])
    more = len(names) - _MAX_NAMES
    return texts().and_more.format(names=shown, count=more) if more > 0 else shown
