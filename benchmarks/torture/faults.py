"""What if the system fails: no room, no descriptors, no memory, a broken or slow disk? Nothing is lost or made up."""

import contextlib
import errno
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.torture.common import Found, anew, answers, filled
from retrieval import CorpusError, History, HistoryError, Library
from tests.fakes.changing_folder import NAMES, SETTINGS
from tests.fakes.written_documents import put

CALLS = ("open", "fsync", "replace", "unlink", "scandir", "fstat", "mkdir", "posix_fallocate")
ERRORS = (errno.ENOSPC, errno.EMFILE, errno.ENOMEM, errno.EIO, errno.EROFS)
KINDS = [(call, error) for call in CALLS for error in ERRORS]
"""Forty kinds; and each call is slow once."""
SLOW_S = 0.002


@contextlib.contextmanager
def failing(call: str, error: int, share: float, chance: random.Random) -> Iterator[None]:
    """Within the context this function of the module os fails in that share of its calls; error 0: it is slow."""
    real: Callable[..., Any] = getattr(os, call)

    def shim(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as the function itself
        if chance.random() < share:
            if error:
                raise OSError(error, os.strerror(error))
            time.sleep(SLOW_S)
        return real(*arguments, **named)

    setattr(os, call, shim)
    try:
        yield
    finally:
        setattr(os, call, real)


def run(folder: Path, rounds: int, seed: int) -> Found:
    """So many rounds of each kind."""
    found = Found("faults of the system")
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for call, error in [*KINDS, *((call, 0) for call in CALLS)]:
        if hasattr(os, call):
            found.seen["kinds"] += 1
            for at in range(rounds):
                place = folder / "round"
                _round(place, call, error, chance, found, f"{call} {errno.errorcode.get(error, 'slow')} ({at})")
                shutil.rmtree(place, ignore_errors=True)
    return found


def _round(place: Path, call: str, error: int, chance: random.Random, found: Found, what: str) -> None:
    docs, kept = filled(place / "docs", chance.randrange(99)), place / "docs.quoth"
    library, history = Library(docs, SETTINGS, kept_in=kept), History.open(place / "history")
    library.keep()
    history.record(library.librarian.documents, datetime.now(UTC))
    known = _names(library)
    found.tried += 1
    for name in chance.sample(NAMES, 6):
        put(docs / name, f"The keeper sold {chance.randrange(99)} lamps in 1874.\n".encode(), time.time_ns() - 10**10)
    try:
        with failing(call, error, chance.choice([0.1, 0.5, 1.0]), chance):
            with contextlib.suppress(CorpusError):
                library.refresh()
            library.keep()
            with contextlib.suppress(HistoryError):
                if not library.left:
                    history.record(library.librarian.documents, datetime.now(UTC))
            with contextlib.suppress(CorpusError):
                started = Library(docs, SETTINGS, kept_in=kept)  # what it cannot open yet it knows to be left
                found.expect(_names(started) >= known or started.left, f"{what}: lost at a start")
            with contextlib.suppress(HistoryError):
                history.texts_at(history.revisions[0])
        found.expect(_names(library) >= known, f"{what}: documents count as gone")
        library.refresh()
        library.keep()
        history.record(library.librarian.documents, datetime.now(UTC))
        expected = anew(docs)
        found.expect(answers(library.librarian) == expected, f"{what}: answers")
        found.expect(answers(Library(docs, SETTINGS, kept_in=kept).librarian) == expected, f"{what}: the next start")
        texts = [history.texts_at(revision) for revision in history.revisions]
        grows = all(one.keys() <= other.keys() for one, other in pairwise(texts))
        found.expect(grows, f"{what}: the history tells of a file that is gone")
        now = {document.id: document.text for document in library.librarian.documents}
        found.expect(texts[-1] == now, f"{what}: the history is not what there is")
    except Exception as raised:
        found.wrong.append(f"{what}: {type(raised).__name__}: {raised}")


def _names(library: Library) -> set[str]:
    return {document.id for document in library.librarian.documents}
