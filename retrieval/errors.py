"""What can go wrong in retrieval, as errors whose message is written for the person who reads it.

RetrievalError
├── CorpusError        the folder is missing, is no folder or cannot be read
├── SynonymError       files of synonyms cannot be used; `problems` names each mistake
├── ModelError         the model of the extra `semantic` cannot be used
├── UnknownDocument    no document of that name; `nearest` holds the names that come closest
├── NothingToSummarize neither a document nor a topic of the corpus
├── SnapshotError      the file of an index is damaged, or of another version or kind
├── HistoryError       the history of the documents is damaged, or cannot be read or written
└── UnknownRevision    neither a date nor a revision in the history
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal


class RetrievalError(Exception):
    """Base of all errors of this package; `str(error)` can be shown to a user as it is."""


class CorpusError(RetrievalError):
    """The corpus folder cannot be used."""


class SynonymError(RetrievalError):
    """Files of synonyms cannot be used. `problems` are all mistakes, each one line with file and line number."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class ModelError(RetrievalError):
    """The model of this name cannot be used; `why` says what to do or what is missing."""

    def __init__(self, model: str, why: str) -> None:
        super().__init__(f"The model {model} cannot be used: {why}.")


class SnapshotError(RetrievalError):
    """The file of an index cannot be believed, and `reason` says why; it can only be made anew."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The index in {path} cannot be used: {reason}.")
        self.path = path
        self.reason = reason


class UnknownDocument(RetrievalError):
    """No document of the corpus has this name.

    `nearest` are the document ids that come closest, best first; it may be empty.
    """

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        super().__init__(f"There is no document named {name!r}.{_did_you_mean(nearest)}")
        self.name = name
        self.nearest = nearest


class NothingToSummarize(RetrievalError):
    """The target of a summary is neither a document nor a topic that the corpus speaks of.

    `target` is what was typed. `nearest` are the ids of the documents that its name comes closest to, best first; it
    may be empty.
    """

    def __init__(self, target: str, nearest: tuple[str, ...]) -> None:
        super().__init__(
            f"No document is named {target!r}, and none speaks of that topic in whole sentences."
            + _did_you_mean(nearest)
        )
        self.target = target
        self.nearest = nearest


class HistoryError(RetrievalError):
    """The history of the documents in a folder cannot be used.

    `trouble` tells in what way. `detail` is the damaged file's name, or what the system says.
    """

    def __init__(self, trouble: Literal["damaged", "unreadable", "unwritable"], folder: Path, detail: str) -> None:
        super().__init__(_HISTORY_TROUBLES[trouble].format(folder=folder, detail=detail))
        self.trouble = trouble
        self.folder = folder
        self.detail = detail

    @classmethod
    def damaged(cls, folder: Path, file: str) -> "HistoryError":
        """A file is missing or not what was written."""
        return cls("damaged", folder, file)

    @classmethod
    def unreadable(cls, folder: Path, error: OSError) -> "HistoryError":
        """The system refuses to read it."""
        return cls("unreadable", folder, error.strerror or str(error))

    @classmethod
    def unwritable(cls, folder: Path, error: OSError) -> "HistoryError":
        """The system refuses to write it."""
        place = f" ({error.filename2})" if error.filename2 else ""  # what a whole file was to replace
        return cls("unwritable", folder, f"{error.strerror or error}{place}")


_HISTORY_TROUBLES = {
    "damaged": (
        "The history of the documents is damaged: {detail} is missing or not what was written. "
        "To begin a new one, remove the folder {folder}."
    ),
    "unreadable": "The history of the documents in {folder} cannot be read: {detail}.",
    "unwritable": "The history of the documents in {folder} cannot be written: {detail}.",
}


class UnknownRevision(RetrievalError):
    """What was typed is neither a date nor one of the revisions that are kept, whose numbers are `first` to `last`."""

    def __init__(self, typed: str, first: int, last: int) -> None:
        super().__init__(
            f"{typed!r} is neither a date such as 2026-01-31 or 2026-01-31T14:00 nor a revision from {first} to {last}."
        )
        self.typed = typed
        self.first = first
        self.last = last


def _did_you_mean(nearest: tuple[str, ...]) -> str:
    return f" Did you mean {' or '.join(nearest)}?" if nearest else ""
