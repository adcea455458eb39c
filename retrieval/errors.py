"""What can go wrong in retrieval, as errors whose message is written for the person who reads it.

RetrievalError
├── CorpusError        the folder is missing, is no folder or cannot be read
├── UnknownDocument    no document of that name; `nearest` holds the names that come closest
└── NothingToSummarize neither a document nor a topic of the corpus
"""


class RetrievalError(Exception):
    """Base of all errors of this package; `str(error)` can be shown to a user as it is."""


class CorpusError(RetrievalError):
    """The corpus folder cannot be used."""


class UnknownDocument(RetrievalError):
    """No document of the corpus has this name.

    `nearest` are the document ids that come closest, best first; it may be empty.
    """

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        hint = f" Did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(f"There is no document named {name!r}.{hint}")
        self.name = name
        self.nearest = nearest


class NothingToSummarize(RetrievalError):
    """The target of a summary is neither a document nor a topic that the corpus speaks of."""
