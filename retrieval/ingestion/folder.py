"""Which documents does a folder hold, and which of them changed? Folder → documents, and what was skipped and why."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from retrieval.documents.model import Document, Skipped, SkipReason
from retrieval.errors import CorpusError
from retrieval.ingestion.formats.reader import Refused, Source
from retrieval.ingestion.formats.registry import format_named, read, suffix_of
from retrieval.progress import Progress, one_by_one

JUST_NOW_NS = 2_000_000_000
"""A file that changed so shortly before it was read may have changed again within one tick of its file system's clock
(2 s on FAT, the coarsest one), so its time alone proves nothing."""


@dataclass(frozen=True, slots=True)
class FileState:
    """How a file was when it was read: bytes, time of the last change in nanoseconds since 1970, hash of the content.

    `is_settled` tells whether that change was longer ago than JUST_NOW_NS. `reason` and `detail` tell why the file is
    no document, as in `Skipped`; "" if it is one.
    """

    size: int
    changed_ns: int
    is_settled: bool
    digest: str
    reason: SkipReason | Literal[""] = ""
    detail: str = ""

    def surely_is(self, size: int, changed_ns: int) -> bool:
        """Whether a file of this size and time is still the same."""
        return self.is_settled and (size, changed_ns) == (self.size, self.changed_ns)


@dataclass(frozen=True, slots=True)
class Look:
    """What a look into the folder found.

    `documents` are those that are new or changed, sorted by id, `gone` the ids of those that are no more, `skipped`
    every file that is no document, and `files` how each file was that could be read.
    """

    documents: tuple[Document, ...]
    gone: frozenset[str]
    skipped: tuple[Skipped, ...]
    files: Mapping[str, FileState]


def read_corpus(folder: Path, *, max_file_mb: float) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Every document below the folder, sorted by id, and every other file with the reason why it is none.

    Hidden files and folders are passed over. A link that leads out of the folder is skipped. Raises CorpusError if the
    folder itself cannot be read.
    """
    found = look(folder, {}, max_file_mb=max_file_mb)
    return found.documents, found.skipped


def look(folder: Path, before: Mapping[str, FileState], *, max_file_mb: float, progress: Progress = one_by_one) -> Look:
    """What changed in the folder since; only what may have changed is read. Raises CorpusError."""
    root = _place(folder)
    documents: list[Document] = []
    files: dict[str, FileState] = {}
    there, skipped = _files(folder)
    for path, name in progress(there, "Reading"):
        found = _state(path, name, root, before.get(name), max_file_mb)
        if isinstance(found, Skipped):
            skipped.append(found)
            continue
        files[name], document = found
        if document:
            documents.append(document)
        elif reason := files[name].reason:
            skipped.append(Skipped(name, SkipReason(reason), files[name].detail))
    _place(folder)  # if it went away meanwhile, nothing was found, and yet nothing is gone
    was = {name for name, state in before.items() if not state.reason}
    is_document = {name for name, state in files.items() if not state.reason}
    skipped.sort(key=lambda file: file.path)
    return Look(tuple(documents), frozenset(was - is_document), tuple(skipped), files)


def _place(folder: Path) -> Path:
    """Where the folder really is. Raises CorpusError."""
    try:
        if folder.is_dir():
            return folder.resolve()
    except OSError as error:
        raise _unreadable(folder, error) from error
    raise CorpusError(f"The corpus folder {folder} does not exist or is not a folder.")


def _unreadable(folder: Path, error: OSError) -> CorpusError:
    return CorpusError(f"The corpus folder {folder} cannot be read: {error.strerror}.")


def _files(folder: Path) -> tuple[list[tuple[Path, str]], list[Skipped]]:
    """Files below the folder with their ids, sorted by id, and folders that cannot be read.

    Links to folders are not followed.
    """

    def failed(error: OSError) -> None:
        place = Path(error.filename)
        if place == folder:
            raise _unreadable(folder, error) from error
        skipped.append(Skipped(place.relative_to(folder).as_posix(), SkipReason.UNREADABLE, error.strerror or ""))

    found: list[tuple[Path, str]] = []
    skipped: list[Skipped] = []
    for place, folders, names in os.walk(folder, onerror=failed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(place).relative_to(folder)
        found += [(Path(place, name), (inside / name).as_posix()) for name in names if not name.startswith(".")]
    return sorted(found, key=lambda file: file[1]), skipped


def _state(
    path: Path, name: str, root: Path, before: FileState | None, max_file_mb: float
) -> tuple[FileState, Document | None] | Skipped:
    """How the file is now, and its document if it is not the same as before; or why it is not read at all."""
    if format_named(name) is None:
        return Skipped(name, SkipReason.UNKNOWN_FORMAT, suffix_of(name))
    try:
        now_ns = time.time_ns()
        stat = path.stat()
        if before and before.surely_is(stat.st_size, stat.st_mtime_ns):
            return before, None  # whatever the path leads to now, nothing is read from there
        if not path.resolve(strict=True).is_relative_to(root):
            return Skipped(name, SkipReason.OUTSIDE)
        if not path.is_file():
            return Skipped(name, SkipReason.NOT_A_FILE)
        if stat.st_size / 1e6 > max_file_mb:
            return Skipped(name, SkipReason.TOO_LARGE, f"{stat.st_size / 1e6:.1f} > {max_file_mb:g}")
        content = path.read_bytes()
    except OSError as error:
        return Skipped(name, SkipReason.UNREADABLE, error.strerror or "")
    is_settled = stat.st_mtime_ns < now_ns - JUST_NOW_NS
    state = FileState(stat.st_size, stat.st_mtime_ns, is_settled, blake2b(content, digest_size=16).hexdigest())
    if before and before.digest == state.digest:
        return replace(state, reason=before.reason, detail=before.detail), None
    try:
        return state, read(Source(name, content)).document(name)
    except Refused as refused:
        return replace(state, reason=refused.reason, detail=refused.detail), None
