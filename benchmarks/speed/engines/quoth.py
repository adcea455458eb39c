"""Quoth's own index of passages, with the kernels of a default install and with those of the extra."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Literal, Self

from benchmarks.speed.engines import K1, B, Hits
from retrieval import Bm25, PassageIndex


class QuothNumpy:
    """The index with numpy's kernels. What is added is in memory until it is saved; saving is not measured."""

    kernels: ClassVar[Literal["numpy", "numba"]] = "numpy"

    def __init__(self, index: PassageIndex) -> None:
        self._index = index

    @classmethod
    def build(cls, passages: Path, folder: Path) -> None:
        """Index and save."""
        with passages.open(encoding="utf-8") as lines:
            formula = Bm25(k1=K1, b=B)
            index = PassageIndex.build(lines, str.split, formula, kernels=cls.kernels, folder=folder)
        index.save(folder / "index")

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index, mapped into memory."""
        return cls(PassageIndex.open(folder / "index", analyzer=str.split, kernels=cls.kernels))

    def search(self, question: str, k: int) -> Hits:
        """Best passages first, ties in their order."""
        return self._index.search(question, k)

    def replace(self, old: Sequence[int], texts: Sequence[str]) -> list[int]:
        """One step."""
        return self._index.change(old, texts)


class QuothNumba(QuothNumpy):
    """The same with the extra: numpy answers the first questions, while the compiled kernels are loaded."""

    kernels = "numba"

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index as anybody opens it, who does not say what kernels it shall have."""
        return cls(PassageIndex.open(folder / "index", analyzer=str.split))

    def settle(self, folder: Path) -> None:
        """Take the compiled kernels at once."""
        self._index = PassageIndex.open(folder / "index", analyzer=str.split, kernels="numba")
