"""Does a folder's index survive processes that are killed while they look and keep, or do so at the same time?"""

import contextlib
import multiprocessing
import random
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from retrieval import Librarian, Library, remove_abandoned
from tests.fakes import changing_folder, changing_index
from tests.fakes.changing_folder import SETTINGS, change

ROUNDS = 30
QUESTIONS = ("who lit the lamp of the harbour?", "what did the keeper sell in 1874", "walrus")

processes = multiprocessing.get_context("forkserver")  # imports once, and each process is there within milliseconds
processes.set_forkserver_preload(["__main__", changing_index.__name__, changing_folder.__name__])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with some documents."""
    chance = random.Random(0)  # noqa: S311 - not for secrets
    for name in changing_folder.NAMES:
        change(tmp_path / "docs" / name, chance)
    return tmp_path / "docs"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where its index is kept."""
    return tmp_path / "index" / "docs.quoth"


@contextlib.contextmanager
def changing(folder: Path, kept: Path, seed: int) -> Iterator[tuple[ForkServerProcess, Connection]]:
    """A process at work, killed at the end, and what it tells."""
    told, telling = processes.Pipe(duplex=False)
    process = processes.Process(target=changing_folder.work, args=(folder, kept, seed, telling), daemon=True)
    process.start()
    telling.close()
    try:
        assert told.recv() == 0
        yield process, told
    finally:
        process.kill()
        process.join()
        process.close()
        told.close()


def assert_answers_as_made_from_the_files(librarian: Librarian, folder: Path) -> None:
    anew = Librarian.open(folder, SETTINGS)
    assert librarian.documents == anew.documents
    assert librarian.skipped == anew.skipped
    for question in QUESTIONS:
        one, other = librarian.ask(question), anew.ask(question)
        assert [(e.document, e.span, e.highlights) for e in one.excerpts] == [
            (e.document, e.span, e.highlights) for e in other.excerpts
        ]
        assert one.confidence == pytest.approx(other.confidence, abs=1e-9)
        assert librarian.explain(question) == anew.explain(question)


def test_after_a_kill_at_any_moment_the_next_start_is_right_and_says_nothing(
    folder: Path, kept: Path, caplog: pytest.LogCaptureFixture
) -> None:
    chance = random.Random(7)  # noqa: S311 - not for secrets
    interrupted = worked = 0
    for seed in range(ROUNDS):
        with changing(folder, kept, seed) as (process, told):
            for _ in range(chance.randrange(3)):
                worked = max(worked, told.recv())
            time.sleep(chance.uniform(0, 0.05))
            process.kill()
            process.join()
        assert_answers_as_made_from_the_files(Library(folder, SETTINGS, kept_in=kept).librarian, folder)
        interrupted += bool(list(kept.parent.glob(".*.part")))
        remove_abandoned(kept.parent)
        assert not list(kept.parent.glob(".*.part"))
    assert caplog.records == []
    assert kept.exists()
    assert worked
    assert interrupted, "none was killed while it wrote"


def test_two_processes_that_keep_the_same_file_and_one_that_starts_from_it_do_not_disturb_each_other(
    folder: Path, kept: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with changing(folder, kept, 1) as (_, told), changing(folder, kept, 2) as (_, also_told):
        for _ in range(10):
            told.recv()
            also_told.recv()
            library = Library(folder, SETTINGS, kept_in=kept)
            for document in library.librarian.documents:
                assert all(block.span.of(document.text).strip() for block in document.blocks)
            assert library.librarian.ask(QUESTIONS[0]).excerpts
    assert_answers_as_made_from_the_files(Library(folder, SETTINGS, kept_in=kept).librarian, folder)
    assert caplog.records == []
