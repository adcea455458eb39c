"""How were the documents before? It is kept each time that they are read to be served and are not what they were."""

import hashlib
import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from retrieval import Document, FileChanges, History, HistoryError, Revision, find_changes

log = logging.getLogger(__name__)


def keep(documents: Sequence[Document], corpus: Path, data: Path, when: datetime) -> History | None:
    """The history of this corpus in the data folder, with these documents as its last revision.

    What cannot be kept is only logged; None where the history cannot be read at all. Each corpus has its own.
    """
    try:
        history = History.open(place(data / "revisions", corpus))
    except HistoryError as error:
        log.warning("%s", error)
        return None
    record(history, documents, when)
    return history


def record(history: History, documents: Sequence[Document], when: datetime) -> None:
    """Adds the documents to the history as they are; what cannot be kept is only logged."""
    try:
        history.record(documents, when)
    except HistoryError as error:
        log.warning("%s", error)


def changes_since(history: History, documents: Sequence[Document], revision: Revision) -> tuple[FileChanges, ...]:
    """What changed from the revision to the documents. Raises HistoryError if the revision cannot be read."""
    return find_changes(history.texts_at(revision), documents)


def place(folder: Path, corpus: Path) -> Path:
    """Where in a folder the things of this corpus are kept."""
    digest = hashlib.sha256(str(corpus.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return folder / digest[:16]
