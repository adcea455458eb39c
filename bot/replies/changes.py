"""How is it told what changed in the documents since then?"""

from collections.abc import Sequence

from bot.replies.model import Changes, Failure, Listing, Paragraph, Part, Quote, Reply
from bot.replies.said import Moment, said
from bot.wording import counted, texts
from retrieval import Excerpt, FileChanges, Histories, History, Revision

WHOLE_FILE = 3
"""Sentences quoted of a file that is new or gone; the others are counted."""


def of_beginning(history: History | Histories | None) -> Reply:
    """That there is nothing yet to compare with, and from when on there will be."""
    if history is None or not history.revisions:
        told, failure = texts().changes_unkept, Failure.UNABLE
    else:
        told, failure = said(texts().changes_begin, when=Moment(history.revisions[0].when)), None
    return Reply(texts().changes_title, (Paragraph(told),), found=False, failure=failure, value=Changes(None, ()))


def of_changes(changes: Sequence[FileChanges], revision: Revision, limit: int | None = None) -> Reply:
    """The files with their numbers of changes, then the sentences by file, `limit` changes at most if there is one."""
    title = since(revision)
    value = Changes(revision, tuple(changes))
    if not changes:
        return Reply(title, (Paragraph(texts().changes_none),), value=value)
    parts: list[Part] = [Listing(tuple(map(_row, changes)))]
    left_out = 0
    for change in changes:
        pieces = _pieces(change)
        most = len(pieces) if change.kind in ("changed", "renamed") else WHOLE_FILE
        most = most if limit is None else min(most, limit)
        shown = pieces[:most]
        left_out += len(pieces) - len(shown)
        limit = limit if limit is None else limit - len(shown)
        label = ""
        for form, quotes in shown:
            if form != label:
                parts.append(Paragraph(form.format(file=change.file)))
                label = form
            parts += map(Quote, quotes)
    if left_out:
        parts.append(Paragraph(counted(texts().changes_left_out, left_out)))
    return Reply(title, tuple(parts), value=value)


def _pieces(change: FileChanges) -> list[tuple[str, tuple[Excerpt, ...]]]:
    """Each change of the file below its label: what was reworded first, since it is seen least easily."""
    return [
        *((texts().changes_reworded, (pair.before, pair.after)) for pair in change.reworded),
        *((texts().changes_added, (excerpt,)) for excerpt in change.added),
        *((texts().changes_removed, (excerpt,)) for excerpt in change.removed),
    ]


def _row(change: FileChanges) -> str:
    """For example: faq.md: 2 reworded, 1 added."""
    if change.kind in ("new", "gone"):
        forms = texts().changes_new if change.kind == "new" else texts().changes_gone
        return f"{change.file}: {counted(forms, len(change.added) + len(change.removed))}"
    counts = (
        (texts().changes_count_reworded, len(change.reworded)),
        (texts().changes_count_added, len(change.added)),
        (texts().changes_count_removed, len(change.removed)),
    )
    renamed = [texts().changes_renamed.format(file=change.was)] if change.was else []
    return f"{change.file}: " + ", ".join([*renamed, *(form.format(count=count) for form, count in counts if count)])


def since(revision: Revision) -> str:
    """A title for what changed since the revision."""
    return said(texts().changes_since, number=revision.number, when=Moment(revision.when))
