"""How does a folder stay searched while its files change? A librarian that is kept in a file and brought up to date.

A start takes from the file what has not changed since, so that no document is read twice; a look into the folder later
reads what changed, and nothing else.
"""

import logging
import threading
from collections.abc import Sequence
from dataclasses import asdict, astuple, replace
from datetime import UTC, datetime
from pathlib import Path

from retrieval.errors import SnapshotError
from retrieval.index.version import index_version
from retrieval.ingestion.choice import Choice
from retrieval.ingestion.folder import look
from retrieval.ingestion.seen import AT_ONCE, CorpusFolder, FileState, Haste, Look
from retrieval.librarian import Librarian
from retrieval.progress import Progress, one_by_one
from retrieval.ranking.reranker import Reranker
from retrieval.settings import RetrievalSettings
from retrieval.storage.array_file import Snapshot, Writer
from retrieval.storage.whole_file import private_folder
from retrieval.synonyms.thesaurus import Synonyms
from retrieval.text.analysis import Analyzer
from retrieval.workers import Workers

log = logging.getLogger(__name__)

KIND = "documents"


class Library:
    """The documents of one or several folders as they are now.

    `librarian` answers; it never changes itself, but another one takes its place when documents changed. Safe to use
    from several threads, and several processes may keep the same file.
    """

    librarian: Librarian
    looked: datetime
    """When the last look into the folders began."""

    def __init__(
        self,
        folders: Path | Sequence[CorpusFolder],
        settings: RetrievalSettings,
        synonyms: Synonyms | None = None,
        reranker: Reranker | None = None,
        analyzer: Analyzer | None = None,
        *,
        kept_in: Path | None = None,
        progress: Progress = one_by_one,
    ) -> None:
        """Takes what is `kept_in` that file, if it can be used, and reads what changed since, or else everything.

        Raises CorpusError if the folder cannot be read.
        """
        self._folders, self._settings, self._kept_in = folders, settings, kept_in
        self._choice = Choice(settings.include, settings.exclude)
        self._looking = threading.Lock()
        self._seen = Look()
        self._is_kept = False
        self._can_keep = True
        self.librarian = Librarian((), (), settings, synonyms, reranker, analyzer)
        if kept_in:
            self._restore(kept_in)
        self.refresh(progress)

    @property
    def left(self) -> int:
        """How many files the next look is to read, since they could not be read or are still being written."""
        return self._seen.left

    @property
    def version(self) -> object:
        """Something else after each change of what is searched."""
        return self.librarian

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.librarian.documents)

    def refresh(self, progress: Progress = one_by_one, haste: Haste = AT_ONCE) -> bool:
        """Looks into the folders; gives whether any document is new, changed or gone. Raises CorpusError."""
        with self._looking:
            began = datetime.now(UTC)
            found = look(
                self._folders,
                self._seen,
                max_file_mb=self._settings.max_file_mb,
                choice=self._choice,
                haste=haste,
                progress=progress,
                workers=Workers(self._settings.processes),
            )
            changed = bool(found.documents or found.gone)
            if changed or found.skipped != self.librarian.skipped:
                self.librarian = self.librarian.with_changes(found.documents, found.gone, found.skipped, progress)
                self._is_kept = False
            if found.files != self._seen.files:  # a touched file, too, would be read again at each start
                self._is_kept = False
            self.looked = began
            self._seen = replace(found, documents=(), gone=frozenset(), skipped=())
            return changed

    def compact(self) -> None:
        """Drops what is still held of texts that are no more, and keeps it so. It may take as long as reading did."""
        with self._looking:
            self.librarian = self.librarian.compacted()
            self._is_kept = False
        self.keep()

    def keep(self) -> None:
        """Writes everything into the file, wholly or not at all, unless it is there already.

        What cannot be written is only logged, as a warning until something can be again: the next start will read the
        documents.
        """
        with self._looking:
            if not self._kept_in or self._is_kept:
                return
            try:
                private_folder(self._kept_in.parent)
                with Writer(self._kept_in, KIND) as writer:
                    writer.about["made_by"] = _maker(self._settings)
                    writer.about["files"] = {name: asdict(state) for name, state in self._seen.files.items()}
                    self.librarian.store(writer)
                self._is_kept = self._can_keep = True
            except (OSError, SnapshotError) as error:
                level = logging.WARNING if self._can_keep else logging.DEBUG
                log.log(level, "The index cannot be kept in %s: %s", self._kept_in, error)
                self._can_keep = False

    def _restore(self, path: Path) -> None:
        """Takes what is in the file, if all of it can be believed.

        All of it is checked now, though much of it is not used yet: a start is when it can still be made anew, and a
        damaged part found later would fail every question that needs it. With 100,000 passages, some 40 MB, the check
        takes about 15 ms.
        """
        try:
            snapshot = Snapshot(path, KIND)
            snapshot.check()
            if snapshot.about.get("made_by") != _maker(self._settings):
                log.info("The index in %s was made by another version or other settings. It is made anew.", path)
                return
            self.librarian = self.librarian.restored(snapshot)
            files = {name: FileState(**state) for name, state in snapshot.about["files"].items()}
            self._seen = Look(files=files)
            self._is_kept = True
        except (FileNotFoundError, NotADirectoryError):
            return
        except (OSError, SnapshotError) as error:
            log.warning("%s It is made anew.", error)


def _maker(settings: RetrievalSettings) -> list[object]:
    """What an index depends on beside the documents: the settings that count for it, and the version that made it."""
    return [*astuple(settings.formula), settings.max_file_mb, *index_version()]
