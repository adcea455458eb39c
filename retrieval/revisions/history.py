"""How were the documents before? A history of their texts: each distinct text once, and a short list of revisions.

A folder holds `revisions.json` and `blobs/`. A blob is compressed and named by the hash of what is in it, so that a
text which did not change takes no more room, and damage is noticed. A revision names one blob: which document had which
text then. Every file is written whole or not at all, for its owner alone. Several processes may record: each holds the
lock, reads again what is there, and adds to that. Readers need no lock: what a revision needs that goes is removed with
the record after the one that dropped it.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from filelock import FileLock

from retrieval.documents.model import Document
from retrieval.errors import HistoryError, UnknownRevision
from retrieval.storage.whole_file import private_folder, sync_folder, write_whole

MAX_REVISIONS = 100
"""Revisions that are kept; the oldest go first."""
LOOKED_BACK = 20
"""Revisions that are looked through for the last change of a document: that is asked while somebody waits."""
LOCKED_S = 30.0
"""How long a process waits for another one that writes; to write 10,000 texts takes a few seconds."""
_HASH_BYTES = 16  # against damage, not against forgery: whoever can write here can write the documents too


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

    @classmethod
    def open(cls, folder: Path) -> "History":
        """The history in the folder, empty if there is none. Raises HistoryError if it is damaged or unreadable."""
        return cls(folder, _read(folder))

    def record(self, documents: Iterable[Document], when: datetime, *, keep: int = MAX_REVISIONS) -> Revision:
        """The revision of these documents, written if they differ from the last one; `when` needs a time zone.

        Of the revisions the last `keep` (1 or more) stay. Raises HistoryError if nothing can be written.
        """
        texts = {document.id: document.text.encode("utf-8", "surrogatepass") for document in documents}
        contents = json.dumps({name: _hash(text) for name, text in sorted(texts.items())}).encode()
        self.revisions = _read(self._folder)
        if self.revisions and self.revisions[-1].content == _hash(contents):
            return self.revisions[-1]
        with self._writing():
            before = self.revisions
            if before and before[-1].content == _hash(contents):
                return before[-1]
            revision = Revision(before[-1].number + 1 if before else 1, when, _hash(contents))
            for blob in (*texts.values(), contents):
                self._keep(blob)
            self._list((*before, revision)[-keep:])
            if len(self.revisions) <= len(before):
                self._prune((*before, revision))  # somebody may be reading what only now is dropped
            return revision

    def forget(self, name: str = "") -> bool:
        """Removes the texts of this document from all revisions, at once, or the whole history without a name.

        Gives whether there was any. The revisions stay, as if the document had not been there. Raises HistoryError.
        """
        with self._writing():
            if not name:
                had = bool(self.revisions)
                self._list(())
                self._prune(())
                return had
            revisions = []
            for revision in self.revisions:
                contents = self._contents(revision)
                if contents.pop(name, None) is not None:
                    without = json.dumps(contents).encode()
                    self._keep(without)
                    revision = replace(revision, content=_hash(without))
                revisions.append(revision)
            had = tuple(revisions) != self.revisions
            if had:
                self._list(revisions)
                self._prune(revisions)
            return had

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Nobody else writes, and `revisions` are those that are there. Raises HistoryError for what fails within."""
        try:
            private_folder(self._folder)
            with FileLock(self._folder / "lock", timeout=LOCKED_S, mode=0o600):
                self.revisions = _read(self._folder)
                yield
        except OSError as error:  # a lock that is not given, too
            raise HistoryError.unwritable(self._folder, error) from error

    def _list(self, revisions: Sequence[Revision]) -> None:
        rows = [{"number": r.number, "when": r.when.isoformat(), "content": r.content} for r in revisions]
        listed = json.dumps({"hash": _hash(_listed(rows)), "revisions": rows})
        write_whole(self._folder / "revisions.json", listed.encode())
        sync_folder(self._folder)
        self.revisions = tuple(revisions)

    def since(self, typed: str) -> Revision | None:
        """The revision of that number, or the last one at that date; the oldest one where the date lies before it.

        Without anything typed it is the one before the present; None where nothing older is kept. A date without a time
        is its midnight, in the time zone of this machine. Raises UnknownRevision.
        """
        revisions, typed = self.revisions, typed.strip()
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

    def last_change(self, name: str) -> Revision | None:
        """The revision in which the document came to read as it does in the last one; None where that is not kept.

        Raises HistoryError.
        """
        later: Revision | None = None
        now = ""
        for revision in reversed(self.revisions[-LOOKED_BACK:]):
            content = self._contents(revision).get(name, "")
            if later is not None and content != now:
                return later
            later, now = revision, content
        return None

    def texts_at(self, revision: Revision) -> dict[str, str]:
        """The texts of the documents in that revision, by id.

        Raises HistoryError where one is missing or damaged, UnknownRevision where the revision was dropped meanwhile.
        """
        try:
            return {
                name: self._blob(content).decode("utf-8", "surrogatepass")
                for name, content in self._contents(revision).items()
            }
        except HistoryError:
            left = _read(self._folder)
            if revision in left or not left:
                raise
            raise UnknownRevision(str(revision.number), left[0].number, left[-1].number) from None

    def _contents(self, revision: Revision) -> dict[str, str]:
        contents: dict[str, str] = json.loads(self._blob(revision.content))
        return contents

    def _blob(self, content: str) -> bytes:
        path = self._path(content)
        try:
            blob = zlib.decompress(path.read_bytes())
        except (FileNotFoundError, zlib.error) as error:
            raise HistoryError.damaged(self._folder, path.name) from error
        except OSError as error:
            raise HistoryError.unreadable(self._folder, error) from error
        if _hash(blob) != content:
            raise HistoryError.damaged(self._folder, path.name)
        return blob

    def _keep(self, blob: bytes) -> None:
        path = self._path(_hash(blob))
        if not path.exists():
            write_whole(path, zlib.compress(blob))

    def _prune(self, revisions: Sequence[Revision]) -> None:
        """Remove the blobs that none of these revisions needs."""
        needed = {revision.content for revision in revisions}
        for revision in revisions:
            try:
                needed.update(self._contents(revision).values())
            except HistoryError:
                return  # what a damaged revision needs is not known, so everything stays
        for path in (self._folder / "blobs").glob("*"):
            if path.stem not in needed:
                path.unlink(missing_ok=True)

    def _path(self, content: str) -> Path:
        return self._folder / "blobs" / f"{content}.z"


def _hash(content: bytes) -> str:
    return blake2b(content, digest_size=_HASH_BYTES).hexdigest()


def _listed(rows: object) -> bytes:
    return json.dumps(rows, sort_keys=True).encode()


def _read(folder: Path) -> tuple[Revision, ...]:
    """The revisions that the folder lists. Raises HistoryError."""
    path = folder / "revisions.json"
    try:
        kept = json.loads(path.read_bytes())
        if _hash(_listed(kept["revisions"])) != kept["hash"]:
            raise HistoryError.damaged(folder, path.name)
        found = [Revision(r["number"], datetime.fromisoformat(r["when"]), r["content"]) for r in kept["revisions"]]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise HistoryError.unreadable(folder, error) from error
    except (ValueError, TypeError, KeyError) as error:
        raise HistoryError.damaged(folder, path.name) from error
    return tuple(found)
