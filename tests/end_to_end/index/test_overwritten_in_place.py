"""Does a process that reads a kept index live on, and answer as before, when another program overwrites its file?"""

import multiprocessing
import os
import shutil
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from retrieval import PassageIndex
from retrieval.storage import own_copy
from tests.fakes.scored_passages import words

SIZE = 3000
QUESTIONS = ("w1 w7", "w2 w30", "w11")

processes = multiprocessing.get_context("forkserver")


def passages(other: int) -> list[str]:
    return [f"w{(at * (other + 3)) % 40} w{at % 11} of {at}" for at in range(SIZE)]


def answers(index: PassageIndex) -> object:
    found = [index.search(question, 20) for question in QUESTIONS]
    return found, [index.text(passage) for hits in found for passage, _ in hits]


def read_while_it_changes(path: Path, in_memory: int, told: Connection) -> None:
    """Opens the index, tells so, waits for the other side, and tells what it answers then, and a fresh one before."""
    own_copy.IN_MEMORY = in_memory
    index = PassageIndex.open(path, words, "numpy")
    told.send(None)
    told.recv()
    told.send(answers(index))


def cut_short(path: Path) -> None:
    os.truncate(path, 100)


def zeroed(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))


def copied_over(path: Path) -> None:
    shutil.copyfile(path.with_name("backup"), path)


@pytest.mark.parametrize("in_memory", [own_copy.IN_MEMORY, 0], ids=["small", "large"])
@pytest.mark.parametrize("change", [cut_short, zeroed, copied_over])
def test_what_was_opened_answers_as_before(change: Callable[[Path], None], in_memory: int, tmp_path: Path) -> None:
    path = tmp_path / "index"
    PassageIndex.build(passages(0), words, kernels="numpy").save(path)
    PassageIndex.build(passages(1), words, kernels="numpy").save(tmp_path / "backup")
    expected = answers(PassageIndex.open(path, words, "numpy"))

    here, there = processes.Pipe()
    process = processes.Process(target=read_while_it_changes, args=(path, in_memory, there))
    process.start()
    there.close()
    here.recv()
    change(path)
    here.send(None)
    assert here.recv() == expected
    process.join()
    assert process.exitcode == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == ["backup", "index"]


def test_a_copy_that_finds_no_room_is_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "index"
    PassageIndex.build(passages(0), words, kernels="numpy").save(path)
    expected = answers(PassageIndex.open(path, words, "numpy"))

    def no_room(**_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(own_copy, "IN_MEMORY", 0)
    monkeypatch.setattr("tempfile.TemporaryFile", no_room)
    index = PassageIndex.open(path, words, "numpy")
    zeroed(path)
    assert answers(index) == expected
