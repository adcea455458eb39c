"""Is all right after a process was killed at a random moment of building, updating, merging, keeping, forgetting?"""

import contextlib
import multiprocessing
import random
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.torture.common import Found, anew, answers, filled
from retrieval import History, Library, RetrievalError, remove_abandoned
from tests.fakes.changing_folder import NAMES, SETTINGS, change

LATEST_S = 0.15
"""A process is killed within so many seconds after it told that it works: three to five rounds of work."""


def work(folder: Path, data: Path, seed: int, told: Connection) -> None:
    """Changes files, looks, keeps, merges, records and forgets, without end."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    told.send(0)
    library = Library(folder, SETTINGS, kept_in=data / "docs.quoth")
    history = History.open(data / "history")
    while True:
        for name in chance.sample(NAMES, chance.choice([1, 1, 2, 6])):
            change(folder / name, chance)
        library.refresh()
        match chance.randrange(5):
            case 0:
                library.compact()
            case 1 | 2:
                library.keep()
            case 3:
                history.record(library.librarian.documents, datetime.now(UTC), keep=chance.choice([2, 5]))
            case _:
                history.forget(chance.choice(NAMES))


def run(folder: Path, times: int, seed: int) -> Found:
    """Kills so many processes, and looks after each."""
    found = Found("kills")
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    docs, data = filled(folder / "docs", seed), folder / "data"
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["__main__", __name__])
    for at in range(times):
        told, telling = processes.Pipe(duplex=False)
        process = processes.Process(target=work, args=(docs, data, seed + at, telling), daemon=True)
        process.start()
        telling.close()
        told.recv()
        time.sleep(chance.uniform(0, LATEST_S))
        process.kill()
        process.join()
        found.tried += 1
        found.seen["half-written files left"] += len(list(data.rglob("*.part")))
        with contextlib.closing(told):
            _look_at(docs, data, found, at)
    return found


def _look_at(docs: Path, data: Path, found: Found, at: int) -> None:
    remove_abandoned(data)
    found.expect(not list(data.rglob("*.part")), f"kill {at}: a half-written file stays")
    found.expect(
        answers(Library(docs, SETTINGS, kept_in=data / "docs.quoth").librarian) == anew(docs), f"kill {at}: answers"
    )
    try:
        history = History.open(data / "history")
        for revision in history.revisions:
            found.seen["revisions read"] += bool(history.texts_at(revision)) or 1
    except RetrievalError as error:
        found.wrong.append(f"kill {at}: {error}")
