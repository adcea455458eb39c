"""Which documents do folders hold, and which of them changed? Folders → documents, and what was skipped and why."""

import errno
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from hashlib import blake2b
from math import inf
from pathlib import Path

from retrieval.documents.model import Document, Skipped, SkipReason
from retrieval.errors import CorpusError
from retrieval.ingestion.batches import File, documents_of, passing_trouble, workers_for
from retrieval.ingestion.choice import Choice
from retrieval.ingestion.formats.reader import Refused
from retrieval.ingestion.formats.registry import format_named, suffix_of, why_unknown
from retrieval.ingestion.seen import AT_ONCE, JUST_NOW_NS, CorpusFolder, FileState, Haste, Look
from retrieval.ingestion.tree import FileTimes, Found, Tree
from retrieval.progress import Progress, one_by_one
from retrieval.workers import ALONE, Workers

PATIENCE_NS = 3_000_000_000
"""A file that never comes to rest, as a log, is read after so long nevertheless, as it is at that moment."""
READ_AGAIN = 3
"""How often a file that changes while it is read is read once more, before it is left as it was."""

_FOR_GOOD = {
    errno.ENOENT: SkipReason.UNREADABLE,
    errno.EACCES: SkipReason.UNREADABLE,
    errno.EPERM: SkipReason.UNREADABLE,
    errno.ENOTDIR: SkipReason.UNREADABLE,
    errno.ENAMETOOLONG: SkipReason.UNREADABLE,
    errno.ELOOP: SkipReason.UNREADABLE,
    errno.EXDEV: SkipReason.OUTSIDE,
    errno.EINVAL: SkipReason.NOT_A_FILE,
}
"""What the system says of a file that is gone, forbidden or none. Everything else may pass (too many open files, no
memory, a drive that does not answer), and says nothing about the file."""


def read_corpus(
    folders: Path | Sequence[CorpusFolder],
    *,
    max_file_mb: float,
    choice: Choice | None = None,
    workers: Workers = ALONE,
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Every document below the folders, sorted by id, and every other file with the reason why it is none.

    Hidden files and folders are passed over. A link that leads out of its folder is skipped. Raises CorpusError if the
    folder itself cannot be read.
    """
    found = look(folders, Look(), max_file_mb=max_file_mb, choice=choice, workers=workers)
    return found.documents, found.skipped


def look(
    folders: Path | Sequence[CorpusFolder],
    before: Look,
    *,
    max_file_mb: float,
    choice: Choice | None = None,
    haste: Haste = AT_ONCE,
    progress: Progress = one_by_one,
    workers: Workers = ALONE,
) -> Look:
    """What changed in the folders since the look before; only what may have changed is read.

    Where one of several folders cannot be looked at, what was known of it stays. Raises CorpusError where none can.
    """
    given = [CorpusFolder(folders)] if isinstance(folders, Path) else folders
    this = _Looking(before, max_file_mb, choice or Choice(), haste)
    with ExitStack() as opened:
        trees: list[tuple[CorpusFolder, Tree]] = []
        for folder in given:
            try:
                tree = opened.enter_context(Tree(folder.path))
                this.list_files(folder, tree)
                trees.append((folder, tree))
            except OSError as error:
                this.miss(folder, error, alone=len(given) == 1)
        if not trees:
            raise CorpusError(" ".join(this.troubles))
        this.read_all(progress, workers)
        for folder, tree in trees:
            try:
                if not tree.is_at(folder.path):  # went away meanwhile: nothing was found, and yet nothing is gone
                    raise _no_folder(folder.path)
            except OSError as error:
                raise _trouble(folder.path, error) from error
    return this.found()


def _trouble(folder: Path, error: OSError) -> CorpusError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _no_folder(folder)
    return CorpusError(f"The corpus folder {folder} cannot be read: {error.strerror}.")


def _no_folder(folder: Path) -> CorpusError:
    return CorpusError(f"The corpus folder {folder} does not exist or is not a folder.")


class _Looking:
    """One look, while it goes on."""

    def __init__(self, before: Look, max_file_mb: float, choice: Choice, haste: Haste) -> None:
        self._before, self._max_mb, self._choice, self._haste = before, max_file_mb, choice, haste
        self._to_read: list[tuple[str, Found, FileTimes, Tree]] = []
        self._documents: list[Document] = []
        self._skipped: list[Skipped] = []
        self._files: dict[str, FileState] = {}
        self._waiting: dict[str, int] = {}
        self._left = 0
        self.troubles: list[str] = []

    def list_files(self, folder: CorpusFolder, tree: Tree) -> None:
        """Find out which files of the folder may have changed. Raises OSError if it cannot be listed."""
        now_ns = time.time_ns()
        for found in tree.files():
            name = f"{folder.name}/{found.name}" if folder.name else found.name
            if not self._choice.wants(name):
                continue
            if found.times is None:
                self._fail(name, found.error or OSError())
            elif format_named(name) is None:
                self._skip(name, why_unknown(name), suffix_of(name))
            elif (known := self._before.files.get(name)) and known.surely_is(found.times):
                self._files[name] = known
            elif found.times.size / 1e6 > self._max_mb:
                self._skip(name, SkipReason.TOO_LARGE, f"{found.times.size / 1e6:.1f} > {self._max_mb:g}")
            elif self._is_at_rest(name, found.times, now_ns):
                self._to_read.append((name, found, found.times, tree))

    def miss(self, folder: CorpusFolder, error: OSError, *, alone: bool) -> None:
        """Keep what was known of a folder that cannot be looked at."""
        trouble = _trouble(folder.path, error)
        if alone:
            raise trouble from error
        self.troubles.append(str(trouble))
        self._skip(folder.name, SkipReason.UNREADABLE, error.strerror or "")
        self._keep_below(folder.name)

    def read_all(self, progress: Progress, workers: Workers) -> None:
        """Read what may have changed, as far as there is time, what changed first before the rest."""
        if self._haste.reading_s != inf:
            self._to_read.sort(key=self._turn)
        size = sum(times.size for _, _, times, _ in self._to_read)
        states: deque[FileState] = deque()
        contents = self._contents(progress, states)
        for name, found in documents_of(contents, workers_for(workers, len(self._to_read), size)):
            state = states.popleft()
            if isinstance(found, Refused):
                self._files[name] = replace(state, reason=found.reason, detail=found.detail)
            elif isinstance(found, OSError):
                self._fail(name, found)
            else:
                self._documents.append(found)
                self._files[name] = state

    def _contents(self, progress: Progress, states: deque[FileState]) -> Iterator[File]:
        """What stands in each file that is to be read; its state is put behind the others."""
        until = time.monotonic() + self._haste.reading_s
        for at, (name, found, _, tree) in enumerate(progress(self._to_read, "Reading")):
            if at and time.monotonic() > until:
                self._keep(name)
            elif opened := self._open(name, found.place, tree):
                content, state = opened
                states.append(state)
                yield name, content

    def _turn(self, to_read: tuple[str, Found, FileTimes, Tree]) -> tuple[bool, int]:
        """When it is a file's turn: by the time of its change, and behind the others if it seems to be as it was."""
        name, _, times, _ = to_read
        known = self._before.files.get(name)
        seems_known = known is not None and times == known.times
        return seems_known, max(times.changed_ns, times.status_ns)

    def found(self) -> Look:
        """What this look found."""
        before = self._before.files
        was = {name for name, state in before.items() if not state.reason}
        is_document = {name for name, state in self._files.items() if not state.reason}
        for name, state in self._files.items():
            if state.reason:
                self._skip(name, SkipReason(state.reason), state.detail)
        return Look(
            tuple(sorted(self._documents, key=lambda document: document.id)),
            frozenset(was - is_document),
            tuple(sorted(self._skipped, key=lambda file: file.path)),
            self._files,
            self._left,
            self._waiting,
        )

    def _is_at_rest(self, name: str, times: FileTimes, now_ns: int) -> bool:
        """Whether the file is not being written; if it is, it is left as it was."""
        age_ns = now_ns - (times.status_ns or times.changed_ns)
        if age_ns < 0 or age_ns >= self._haste.quiet_s * 1e9:
            return True
        return not self._wait(name, now_ns)

    def _wait(self, name: str, now_ns: int) -> bool:
        """Whether a file that is not at rest is waited for, as it was until PATIENCE_NS ago."""
        since = self._before.waiting.get(name, now_ns)
        if not self._haste.quiet_s or now_ns - since > PATIENCE_NS:
            return False
        self._waiting[name] = since
        self._keep(name)
        return True

    def _open(self, name: str, place: str, tree: Tree) -> tuple[bytes, FileState] | None:
        """What stands in the file, and its state; None where that is no news, or it cannot be had."""
        most = int(self._max_mb * 1e6)
        try:
            for _ in range(READ_AGAIN):
                now_ns = time.time_ns()
                content, before, after = tree.read(place, most + 1)
                if before == after:
                    break
            else:
                if self._wait(name, now_ns):
                    return None
        except OSError as error:
            self._fail(name, error)
            return None
        except MemoryError as error:
            self._fail(name, passing_trouble(error) or OSError())
            return None
        if len(content) > most:
            self._skip(name, SkipReason.TOO_LARGE, f"{after.size / 1e6:.1f} > {self._max_mb:g}")
            return None
        is_settled = before == after and before.changed_ns < now_ns - JUST_NOW_NS
        digest = blake2b(content, digest_size=16).hexdigest()
        state = FileState(before.size, before.changed_ns, before.status_ns, is_settled, digest)
        known = self._before.files.get(name)
        if known and known.digest == digest:
            self._files[name] = replace(state, reason=known.reason, detail=known.detail)
            return None
        return content, state

    def _fail(self, name: str, error: OSError) -> None:
        """What the system said to a file or folder: it is gone or forbidden, or what was known stays."""
        reason = _FOR_GOOD.get(error.errno or 0)
        if getattr(error, "winerror", None) == 32:  # a program on Windows has it open for itself alone
            reason = None
        if reason is None:
            self._keep(name)
            self._keep_below(name)
        if name not in self._files:
            detail = "" if reason in (SkipReason.OUTSIDE, SkipReason.NOT_A_FILE) else error.strerror or ""
            self._skip(name, reason or SkipReason.UNREADABLE, detail)

    def _keep(self, name: str) -> None:
        self._left += 1
        if known := self._before.files.get(name):
            self._files[name] = known

    def _keep_below(self, folder: str) -> None:
        self._left += 1
        within = f"{folder}/"
        self._files.update({name: known for name, known in self._before.files.items() if name.startswith(within)})

    def _skip(self, name: str, reason: SkipReason, detail: str = "") -> None:
        self._skipped.append(Skipped(name, reason, detail))
