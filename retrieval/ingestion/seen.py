"""What is looked at, how much of it at once, and what was seen? The values that a look into folders takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from typing import Literal

from retrieval.documents.model import Document, Skipped, SkipReason
from retrieval.ingestion.tree import FileTimes

JUST_NOW_NS = 2_000_000_000
"""A file that changed so shortly before it was read may have changed again within one tick of its file system's clock
(2 s on FAT, the coarsest one), so its time alone proves nothing."""


@dataclass(frozen=True, slots=True)
class CorpusFolder:
    """A folder of documents; with a `name`, the ids of its documents begin with that and a slash."""

    path: Path
    name: str = ""


@dataclass(frozen=True, slots=True)
class Haste:
    """How much of what changed is read in one look.

    What changed less than `quiet_s` seconds ago may be half written and is left to the next look; so is, after
    `reading_s` seconds of reading, what is not read yet. What changed first is read first.
    """

    quiet_s: float = 0.0
    reading_s: float = inf


AT_ONCE = Haste()
"""Everything is read as it is now."""


@dataclass(frozen=True, slots=True)
class FileState:
    """How a file was when it was read: its bytes and times as in `FileTimes`, and the hash of its content.

    `is_settled` tells whether that change was longer ago than JUST_NOW_NS. `reason` and `detail` tell why the file is
    no document, as in `Skipped`; "" if it is one.
    """

    size: int
    changed_ns: int
    status_ns: int
    is_settled: bool
    digest: str
    reason: SkipReason | Literal[""] = ""
    detail: str = ""

    @property
    def times(self) -> FileTimes:
        """Its size and times."""
        return FileTimes(self.size, self.changed_ns, self.status_ns)

    def surely_is(self, times: FileTimes) -> bool:
        """Whether a file of this size and these times is still the same."""
        return self.is_settled and times == self.times


@dataclass(frozen=True, slots=True)
class Look:
    """What a look into the folders found.

    `documents` are those that are new or changed, sorted by id, `gone` the ids of those that are no more, `skipped`
    every file that is no document, and `files` how each file was that could be read. `left` is how many files are to be
    read at the next look: too many changed, one is still being written, or the system could not open it just now; of
    these, what was known stays. `waiting` tells of which since when (ns since 1970) they are not at rest.
    """

    documents: tuple[Document, ...] = ()
    gone: frozenset[str] = frozenset()
    skipped: tuple[Skipped, ...] = ()
    files: Mapping[str, FileState] = field(default_factory=dict)
    left: int = 0
    waiting: Mapping[str, int] = field(default_factory=dict)
