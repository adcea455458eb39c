"""When is it kept how the documents are? Each time that they are read to be served, if they are not what they were."""

import hashlib
import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from retrieval import Document, History, HistoryError

log = logging.getLogger(__name__)


def keep(documents: Sequence[Document], corpus: Path, data: Path, when: datetime) -> History | None:
    """The history of this corpus in the data folder, with these documents as its last revision.

    What cannot be kept is only logged; None where the history cannot be read at all. Each corpus has its own.
    """
    place = corpus.resolve()
    digest = hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()
    try:
        history = History.open(data / "revisions" / digest[:16])
    except HistoryError as error:
        log.warning("%s", error)
        return None
    try:
        history.record(documents, when)
    except HistoryError as error:
        log.warning("%s", error)
    return history
