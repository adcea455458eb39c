"""Work that several processes do comes out as if one had done it, whatever becomes of them."""

import os
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from retrieval import Analyzer, Librarian, RetrievalSettings
from retrieval.index import segments
from retrieval.index.index import Index
from retrieval.ingestion import batches
from retrieval.ingestion.folder import read_corpus
from retrieval.workers import Workers
from tests.fakes.told import told

TWO = Workers(2)


def squared(number: int) -> int:
    """The square; the process that has 7 in hand dies, unless it is the one of the tests."""
    if number == 7 and os.environ.get("PYTEST_PARENT") != str(os.getpid()):
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def fails(number: int) -> int:
    """Refuses any number."""
    raise ValueError(number)


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_PARENT", str(os.getpid()))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Forty documents, one damaged, and blocks that recur."""
    for number in range(40):
        text = f"# Day {number}\n\nA walrus of herd {number} eats clams. Refunds are paid within {number} days.\n\n"
        (tmp_path / f"{number}.md").write_text(text + "All rights reserved by the harbour of dogs and seals.\n")
    (tmp_path / "broken.json").write_text("{")
    return tmp_path


def test_results_come_in_order_and_what_a_dead_process_had_in_hand_is_done_all_the_same() -> None:
    assert list(TWO.map(squared, range(5))) == [0, 1, 4, 9, 16]
    assert list(TWO.map(squared, range(12))) == [number * number for number in range(12)]


def test_no_more_is_under_way_than_is_bounded() -> None:
    taken = count()
    given = (next(taken) for _ in range(50))
    results = TWO.map(abs, given)
    assert next(results) == 0
    assert next(taken) <= TWO.processes + 1
    results.close()  # type: ignore[attr-defined]


def test_an_error_is_that_of_the_function() -> None:
    with pytest.raises(ValueError, match="3"):
        list(TWO.map(fails, [3]))


def test_several_processes_read_and_index_as_one(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = Librarian.open(corpus, RetrievalSettings())
    monkeypatch.setattr(batches, "SMALL_BYTES", 100)
    monkeypatch.setattr(batches, "BATCH_FILES", 7)
    monkeypatch.setattr(segments, "SMALL", 100)
    assert read_corpus(corpus, max_file_mb=1, workers=TWO) == read_corpus(corpus, max_file_mb=1)
    together = Librarian.open(corpus, RetrievalSettings(processes=2))
    documents = sorted(together.documents, key=lambda document: document.id)
    assert len(Index.of(documents, Analyzer(), RetrievalSettings().formula, TWO).segments) == 2
    assert told(together) == told(alone)
    assert [(file.path, file.reason) for file in together.skipped] == [("broken.json", "damaged")]


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    """The parent is killed while they work; each holds the pipe that it writes to, which closes with the last one."""
    program = tmp_path / "program.py"
    program.write_text(
        "import os, signal, sys, time\n"
        "from retrieval.workers import Workers\n"
        "def wait(number):\n    print('begun', flush=True)\n    time.sleep(600)\n"
        "if __name__ == '__main__':\n    list(Workers(2).map(wait, range(2)))\n"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, env=env) as parent:  # noqa: S603
        assert parent.stdout
        assert [parent.stdout.readline() for _ in range(2)] == [b"begun\n"] * 2
        parent.kill()
        assert parent.stdout.read() == b""  # at its end only when all have gone
