"""How were the documents of several folders before? The histories of each, side by side, as one."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from retrieval.documents.model import Document
from retrieval.errors import UnknownRevision
from retrieval.revisions.history import History, Revision, chosen


class Histories:
    """The histories of several folders, read as one of all their documents. Each goes on by itself.

    A revision is a moment at which one of them changed, from when on all are known; it counts up from 1 as if all had
    been kept together. A folder whose history nobody knows is left out of all.
    """

    def __init__(self, parts: Sequence[History]) -> None:
        self._parts = tuple(parts)

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """The moments, oldest first."""
        listed = [part.revisions for part in self._parts]
        if not listed or not all(listed):
            return ()
        begin = max(revisions[0].when for revisions in listed)
        moments = sorted({begin, *(one.when for revisions in listed for one in revisions if one.when > begin)})
        return tuple(_together([_at(revisions, when) for revisions in listed], when) for when in moments)

    def since(self, typed: str) -> Revision | None:
        """As `History.since`. Raises UnknownRevision, HistoryError."""
        for part in self._parts:
            part.since("")  # reads again what another process may have recorded
        return chosen(self.revisions, typed)

    def last_change(self, name: str) -> Revision | None:
        """As `History.last_change`. Raises HistoryError."""
        return next(filter(None, (part.last_change(name) for part in self._parts)), None)

    def texts_at(self, revision: Revision, at_hand: Iterable[Document] = ()) -> dict[str, str]:
        """As `History.texts_at`. Raises HistoryError, UnknownRevision."""
        documents, texts = tuple(at_hand), dict[str, str]()
        for part in self._parts:
            if not part.revisions or part.revisions[0].when > revision.when:
                raise UnknownRevision(str(revision.number), *self._numbers())
            texts |= part.texts_at(_at(part.revisions, revision.when), documents)
        return texts

    def _numbers(self) -> tuple[int, int]:
        revisions = self.revisions
        return (revisions[0].number, revisions[-1].number) if revisions else (0, 0)


def _at(revisions: Sequence[Revision], when: datetime) -> Revision:
    """The last of the revisions at that moment."""
    return next(one for one in reversed(revisions) if one.when <= when)


def _together(parts: Sequence[Revision], when: datetime) -> Revision:
    """The numbers grow by one with each change of one part, and stay when old revisions go."""
    number = sum(part.number for part in parts) - (len(parts) - 1)
    return Revision(number, when, " ".join(part.content for part in parts))
