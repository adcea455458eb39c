"""Work on the file of an index, for processes that are killed in the middle of it or read it at the same time."""

import random
from multiprocessing.connection import Connection
from pathlib import Path

from retrieval.passage_index import index as passage_index
from retrieval.passage_index.index import PassageIndex
from tests.fakes.scored_passages import words

SIZE = 12


def text(number: int) -> str:
    """The passage with this number: no two are alike."""
    return f"all n{number} w{number % 7} " + "x " * (number % 5)


def texts(state: int) -> list[str]:
    """The passages of the state with this number."""
    return [text(number) for number in range(state, state + SIZE)]


def number_of(found: str) -> int:
    """The number of a passage."""
    return int(found.split()[1][1:])


def passages(index: PassageIndex) -> dict[int, str]:
    """The passages of an index by id."""
    return {passage: index.text(passage) for passage, _ in index.search("all", 10 * SIZE)}


def work(path: Path, seed: int, told: Connection) -> None:
    """Goes from the state in the file to the next, and the next, and tells of each once it is saved; without end.

    Tells -1 before it begins.
    """
    passage_index.RUN = 40  # so that building makes files
    passage_index.TAIL = 2
    told.send(-1)
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    index = PassageIndex.open(path, words, "numpy")
    while True:
        there = passages(index)
        oldest = min(there, key=lambda passage: number_of(there[passage]))
        state = number_of(there[oldest]) + 1
        if chance.random() < 0.2:
            index = PassageIndex.build(texts(state), words, kernels="numpy", folder=path.parent)
        else:
            index.change([oldest], [text(state + SIZE - 1)])
        if chance.random() < 0.3:
            index.compact()
        index.save(path)
        if chance.random() < 0.3:
            index = PassageIndex.open(path, words, "numpy")
        told.send(state)
