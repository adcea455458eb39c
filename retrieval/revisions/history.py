"""How were the documents before? A history of their texts: each distinct text once, and a short list of revisions.

A folder holds `revisions.json` and `blobs/`. A revision names one blob: which document had which text then. Every file
is written whole or not at all, for its owner alone. Several processes may record: each holds the lock, reads again what
is there, and adds to that. Who reads holds the lock, too, where the folder may be written to, so that nothing goes
meanwhile; what a revision needs that goes is removed with the record after the one that dropped it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from retrieval.documents.model import Document
from retrieval.errors import HistoryError, UnknownRevision
from retrieval.revisions.blobs import Blobs, DamagedBlob, hash_of
from retrieval.storage.own_copy import read_file
from retrieval.storage.whole_file import private_folder, sync_folder, write_whole

MAX_REVISIONS = 100
"""Revisions that are kept; the oldest go first."""
LOOKED_BACK = 20
"""Revisions that are looked through for the last change of a document: that is asked while somebody waits."""
LOCKED_S = 30.0
"""How long a process waits for another one that writes; to write 10,000 texts takes a few seconds."""
READING_S = 5.0
"""How long who only reads waits for it; then it is read as it is, of which at worst a text is missing."""


@dataclass(frozen=True, slots=True)
class Revision:
    """How the documents were at a time: `number` counts up from 1, `when` is the time at which they were first seen so.

    `content` is the hash of which document had which text.
    """

    number: int
    when: datetime
    content: str


class History:
    """The revisions of one folder of documents, oldest first. Safe to use from several threads and processes."""

    def __init__(self, folder: Path, revisions: Sequence[Revision]) -> None:
        self.revisions = tuple(revisions)
        self._folder = folder
        self._blobs = Blobs(folder / "blobs")

    @classmethod
    def open(cls, folder: Path) -> "History":
        """The history in the folder, empty if there is none. Raises HistoryError if it is damaged or unreadable."""
        return cls(folder, _read(folder))

    def record(self, documents: Iterable[Document], when: datetime, *, keep: int = MAX_REVISIONS) -> Revision:
        """The revision of these documents, written if they differ from the last one.

        `when` they were looked at needs a time zone; if somebody has looked later, that one stays the last. Of the
        revisions the last `keep` (1 or more) stay. Raises HistoryError if nothing can be written.
        """
        content, blobs = _content(documents)
        self.revisions = _read(self._folder)
        if self.revisions and self.revisions[-1].content == content:
            return self.revisions[-1]
        with self._writing():
            before = self.revisions
            if before and (before[-1].content == content or when < before[-1].when <= datetime.now(UTC)):
                return before[-1]
            revision = Revision(before[-1].number + 1 if before else 1, when, content)
            self._blobs.keep(blobs)
            self._list((*before, revision)[-keep:])
            if len(self.revisions) <= len(before):
                self._prune((*before, revision))  # somebody may be reading what only now is dropped
            return revision

    def forget(self, name: str = "") -> bool:
        """Removes the texts of this document from all revisions, at once, or the whole history without a name.

        Gives whether there was any. The revisions stay, as if the document had not been there. Raises HistoryError.
        """
        if not name:  # damaged or not
            with self._locked():
                had = (self._folder / "revisions.json").exists()
                self._list(())
                self._prune(())
                return had
        with self._writing():
            revisions = []
            for revision in self.revisions:
                contents = self._contents(revision)
                if contents.pop(name, None) is not None:
                    without = json.dumps(contents).encode()
                    self._blobs.keep({hash_of(without): without})
                    revision = replace(revision, content=hash_of(without))
                revisions.append(revision)
            had = tuple(revisions) != self.revisions
            if had:
                self._list(revisions)
                self._prune(revisions)
            return had

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Nobody else writes, and `revisions` are those that are there. Raises HistoryError for what fails within."""
        with self._locked():
            self.revisions = _read(self._folder)
            yield

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            private_folder(self._folder)
            with FileLock(self._folder / "lock", timeout=LOCKED_S, mode=0o600):
                yield
        except OSError as error:  # a lock that is not given, too
            raise HistoryError.unwritable(self._folder, error) from error

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Nobody removes anything, if that can be; and `revisions` are those that are there."""
        with ExitStack() as held:
            with suppress(OSError):  # a lock that is not given, or a folder that may only be read
                held.enter_context(FileLock(self._folder / "lock", timeout=READING_S, mode=0o600))
            self.revisions = _read(self._folder)
            yield

    def _list(self, revisions: Sequence[Revision]) -> None:
        rows = [{"number": r.number, "when": r.when.isoformat(), "content": r.content} for r in revisions]
        listed = json.dumps({"hash": hash_of(_listed(rows)), "revisions": rows})
        write_whole(self._folder / "revisions.json", listed.encode())
        sync_folder(self._folder)
        self.revisions = tuple(revisions)

    def since(self, typed: str) -> Revision | None:
        """The revision of that number, or the last one at that date; the oldest one where the date lies before it.

        Without anything typed it is the one before the present; None where nothing older is kept. A date without a time
        is its midnight, in the time zone of this machine. Raises UnknownRevision, HistoryError.
        """
        self.revisions = _read(self._folder)  # another process may have recorded
        return chosen(self.revisions, typed)

    def last_change(self, name: str) -> Revision | None:
        """The revision in which the document came to read as it does in the last one; None where that is not kept.

        Raises HistoryError.
        """
        later: Revision | None = None
        now = ""
        with self._reading():
            for revision in reversed(self.revisions[-LOOKED_BACK:]):
                content = self._contents(revision).get(name, "")
                if later is not None and content != now:
                    return later
                later, now = revision, content
        return None

    def texts_at(self, revision: Revision, at_hand: Iterable[Document] = ()) -> dict[str, str]:
        """The texts of the documents in that revision, by id; without those that were forgotten meanwhile.

        What is damaged is taken from documents that are `at_hand`, where they have just that text. Raises HistoryError
        where one is missing or damaged, UnknownRevision where the revision was dropped meanwhile.
        """
        with self._reading():
            same = (one for one in self.revisions if (one.number, one.when) == (revision.number, revision.when))
            found = next(same, revision)
            try:
                return self._texts_at(found, {})
            except HistoryError:
                if found not in self.revisions and self.revisions:
                    first, last = self.revisions[0], self.revisions[-1]
                    raise UnknownRevision(str(revision.number), first.number, last.number) from None
                return self._texts_at(found, _content(at_hand)[1])

    def _texts_at(self, revision: Revision, at_hand: Mapping[str, bytes]) -> dict[str, str]:
        contents = self._contents(revision, at_hand)
        return {name: self._blob(one, at_hand).decode("utf-8", "surrogatepass") for name, one in contents.items()}

    def _contents(self, revision: Revision, at_hand: Mapping[str, bytes] | None = None) -> dict[str, str]:
        contents: dict[str, str] = json.loads(self._blob(revision.content, at_hand))
        return contents

    def _blob(self, content: str, at_hand: Mapping[str, bytes] | None = None) -> bytes:
        try:
            return self._blobs.get(content, at_hand)
        except DamagedBlob as error:
            raise HistoryError.damaged(self._folder, error.name) from error
        except OSError as error:
            raise HistoryError.unreadable(self._folder, error) from error

    def _prune(self, revisions: Sequence[Revision]) -> None:
        """Remove the blobs that none of these revisions needs."""
        needed = {revision.content for revision in revisions}
        for revision in revisions:
            try:
                needed.update(self._contents(revision).values())
            except HistoryError:
                return  # what a damaged revision needs is not known, so everything stays
        self._blobs.prune(needed)


def chosen(revisions: Sequence[Revision], typed: str) -> Revision | None:
    """Which of the revisions is meant, as `History.since` says. Raises UnknownRevision."""
    typed = typed.strip()
    if not revisions:
        return None
    if not typed:
        return revisions[-2] if len(revisions) > 1 else None
    unknown = UnknownRevision(typed, revisions[0].number, revisions[-1].number)
    if typed.isdecimal():
        found = next((revision for revision in revisions if str(revision.number) == typed), None)
        if found is None:
            raise unknown
        return found
    try:
        when = datetime.fromisoformat(typed).astimezone()
    except (ValueError, OverflowError, OSError):  # a year that the system's clock cannot have
        raise unknown from None
    return next((revision for revision in reversed(revisions) if revision.when <= when), revisions[0])


def _content(documents: Iterable[Document]) -> tuple[str, dict[str, bytes]]:
    """The hash of which document has which text, and all that is kept for that, by hash."""
    texts = {document.id: document.text.encode("utf-8", "surrogatepass") for document in documents}
    hashes = {name: hash_of(text) for name, text in texts.items()}
    contents = json.dumps(dict(sorted(hashes.items()))).encode()
    blobs = {hashes[name]: text for name, text in texts.items()}
    return hash_of(contents), {**blobs, hash_of(contents): contents}


def _listed(rows: object) -> bytes:
    return json.dumps(rows, sort_keys=True).encode()


def _read(folder: Path) -> tuple[Revision, ...]:
    """The revisions that the folder lists. Raises HistoryError."""
    path = folder / "revisions.json"
    try:
        kept = json.loads(read_file(path))
        if hash_of(_listed(kept["revisions"])) != kept["hash"]:
            raise HistoryError.damaged(folder, path.name)
        found = [Revision(r["number"], datetime.fromisoformat(r["when"]), r["content"]) for r in kept["revisions"]]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise HistoryError.unreadable(folder, error) from error
    except (ValueError, TypeError, KeyError) as error:
        raise HistoryError.damaged(folder, path.name) from error
    return tuple(found)
