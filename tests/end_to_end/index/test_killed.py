"""Does the file of an index survive processes that are killed, and serve several at once?"""

import contextlib
import multiprocessing
import random
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from retrieval import PassageIndex
from retrieval.bm25.formula import Bm25
from tests.fakes import changing_index
from tests.fakes.changing_index import number_of, passages, texts
from tests.fakes.scored_passages import assert_equals_rank_bm25, words

ROUNDS = 100
STEP_S = 0.02
"""About what a state takes, from one that is told to the next."""

processes = multiprocessing.get_context("forkserver")  # imports once, and each process is there within milliseconds
processes.set_forkserver_preload(["__main__", changing_index.__name__])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the first state of the index is saved."""
    path = tmp_path / "passages.quoth"
    PassageIndex.build(texts(0), words, kernels="numpy").save(path)
    return path


@contextlib.contextmanager
def changing(path: Path, seed: int) -> Iterator[tuple[ForkServerProcess, Connection]]:
    """A process at work on the file, killed at the end, and what it tells: the states that it has saved."""
    told, telling = processes.Pipe(duplex=False)
    process = processes.Process(target=changing_index.work, args=(path, seed, telling), daemon=True)
    process.start()
    telling.close()
    try:
        assert told.recv() == -1
        yield process, told
    finally:
        process.kill()
        process.join()
        process.close()
        told.close()


def state_of(index: PassageIndex) -> int:
    """The number of the state that the index is in, which it must be in exactly."""
    there = passages(index)
    state = min(map(number_of, there.values()))
    assert sorted(there.values(), key=number_of) == texts(state)
    assert len(index) == changing_index.SIZE
    assert_equals_rank_bm25(index, dict(sorted(there.items())), f"w1 x n{state + 3} all", Bm25(), ks=(3,))
    return state


def test_a_process_killed_at_any_moment_leaves_what_it_saved_last(path: Path) -> None:
    chance = random.Random(11)  # noqa: S311 - not for secrets
    saved = interrupted = 0
    for seed in range(ROUNDS):
        with changing(path, seed) as (process, told):
            for _ in range(chance.randrange(3)):
                saved = told.recv()
            time.sleep(chance.uniform(0, STEP_S))
            process.kill()
            process.join()
            with contextlib.suppress(EOFError):
                while True:
                    saved = told.recv()
            left = list(path.parent.glob(".*.part"))
            interrupted += bool(left)
            assert len(left) <= 2, "those of one process, which the next one removes"
        there = state_of(PassageIndex.open(path, words, "numpy"))
        assert there in (saved, saved + 1), "neither what was saved last nor what was just being written"
        saved = there
    assert saved > ROUNDS / 2
    assert interrupted, "none was killed while it wrote"


def test_who_reads_is_not_disturbed_by_another_process_that_saves(path: Path) -> None:
    reader = PassageIndex.open(path, words, "numpy")
    expected = reader.search("w1 x all")
    with changing(path, 1) as (_, told):
        saved = 0
        while saved < 30:
            assert reader.search("w1 x all") == expected
            assert state_of(reader) == 0
            assert state_of(PassageIndex.open(path, words, "numpy")) >= saved
            while told.poll():
                saved = told.recv()
    assert state_of(PassageIndex.open(path, words, "numpy")) in (saved, saved + 1)
