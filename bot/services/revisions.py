"""How were the documents before? It is kept each time that they are read to be served and are not what they were."""

import hashlib
import logging
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath

from retrieval import (
    CorpusFolder,
    FileChanges,
    Histories,
    History,
    HistoryError,
    Librarian,
    Library,
    Revision,
    SkipReason,
    find_changes,
)

log = logging.getLogger(__name__)

Past = History | Histories
"""How the documents of one folder, or of several, were before."""


def opened(folders: Sequence[CorpusFolder], data: Path) -> History | None:
    """The history of this corpus in the data folder; None, which is logged, where it cannot be read.

    Each corpus has its own.
    """
    try:
        return History.open(place(data / "revisions", folders))
    except HistoryError as error:
        log.warning("%s", error)
        return None


def record(history: History, library: Library, keep: int) -> None:
    """Adds the documents to the history as they were looked at, of which the last `keep` revisions stay.

    Nothing is added while files are still to be read, since their change did not happen as it looks now. What cannot
    be kept is only logged.
    """
    if library.left:
        return
    try:
        history.record(library.librarian.documents, library.looked, keep=keep)
    except HistoryError as error:
        log.warning("%s", error)


def last_change(history: Past | None, name: str) -> datetime | None:
    """When the document came to read as it does; None where that is not known."""
    try:
        revision = history.last_change(name) if history else None
    except HistoryError as error:
        log.warning("%s", error)
        return None
    return revision.when if revision else None


def changes_since(history: Past, librarian: Librarian, revision: Revision) -> tuple[FileChanges, ...]:
    """What changed from the revision to the documents. Raises HistoryError if the revision cannot be read.

    A file that is there and cannot be read is not told as gone, nor is what lies in such a folder.
    """
    before = history.texts_at(revision, librarian.documents)
    unread = {skipped.path for skipped in librarian.skipped if skipped.reason is SkipReason.UNREADABLE}
    if unread:
        now = {document.id for document in librarian.documents}
        before = {name: text for name, text in before.items() if name in now or not unread & {*_above(name)}}
    return find_changes(before, librarian.documents)


def _above(name: str) -> Iterator[str]:
    """The name and those of the folders above it."""
    yield name
    yield from map(str, PurePosixPath(name).parents)


def place(folder: Path, folders: Sequence[CorpusFolder]) -> Path:
    """Where in a folder the things of this corpus are kept."""
    named = "\0".join(f"{one.name}:{one.path.resolve()}" if one.name else str(one.path.resolve()) for one in folders)
    digest = hashlib.sha256(named.encode("utf-8", "surrogateescape")).hexdigest()
    return folder / digest[:16]
