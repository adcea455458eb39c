"""Which engines are measured? One adapter each, behind one small protocol; their packages are loaded only when needed.

All get the same text, words in lower case with a space between, and split it at spaces alone. Where an engine lets
one choose them, the constants of BM25 are rank-bm25's. Passages are known by their number, from 0 in the order in which
they came.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, Self, runtime_checkable

K1, B = 1.5, 0.75
"""What a repeated word adds and how much length is held against a passage: rank-bm25's defaults."""

Hits = list[tuple[int, float]]
"""Passages with their scores, best first."""


class Engine(Protocol):
    """An index that lies in a folder."""

    @classmethod
    def build(cls, passages: Path, folder: Path) -> None:
        """Index a file with a passage a line, and keep the index in the folder, which exists and is empty."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index that was built into this folder."""

    def search(self, question: str, k: int) -> Hits:
        """The `k` best passages that share a word with the question."""


@runtime_checkable
class Changing(Protocol):
    """An engine that takes and drops passages without being built anew."""

    def replace(self, old: Sequence[int], texts: Sequence[str]) -> list[int]:
        """Drop passages, take new ones and give their numbers; the next search knows of both."""


@runtime_checkable
class Settling(Protocol):
    """An engine that answers at once and is at its fastest later."""

    def settle(self, folder: Path) -> None:
        """Be so with the index in this folder, which is open."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An engine by the name that people know it by, its adapter as `module:class`, and the packages that it needs."""

    title: str
    adapter: str
    needs: tuple[str, ...]
    starts: str = "opens its files"


OURS = ("quoth-numpy", "quoth-numba")
"""Quoth as it is installed, and with the extra."""
ORACLE = "rank-bm25"
"""Whose results Quoth's have to be."""

ENGINES: Mapping[str, Listed] = {
    "quoth-numpy": Listed("Quoth", "quoth:QuothNumpy", ("numpy",)),
    "quoth-numba": Listed("Quoth, numba", "quoth:QuothNumba", ("numba",)),
    "rank-bm25": Listed("rank-bm25", "rank_bm25:RankBm25", ("rank_bm25",), "rebuilds, it has no files"),
    "bm25s-numpy": Listed("bm25s, numpy", "bm25s:Bm25sNumpy", ("bm25s",)),
    "bm25s-numba": Listed("bm25s, numba", "bm25s:Bm25sNumba", ("bm25s", "numba")),
    "tantivy": Listed("tantivy", "tantivy:Tantivy", ("tantivy",)),
    "fts5": Listed("SQLite FTS5", "fts5:Fts5", ("sqlite3",)),
}


def installed() -> list[str]:
    """The engines whose packages are there."""
    return [name for name, listed in ENGINES.items() if all(map(find_spec, listed.needs))]


def engine(name: str) -> type[Engine]:
    """The adapter of this name. Raises KeyError for an unknown one and ImportError where its package is missing."""
    module, _, adapter = ENGINES[name].adapter.partition(":")
    found: type[Engine] = getattr(import_module(f"benchmarks.speed.engines.{module}"), adapter)
    return found
