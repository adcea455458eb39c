"""The package bm25s: every score is worked out when the index is built. Files are mapped into memory."""

from pathlib import Path
from typing import ClassVar, Self

import bm25s

from benchmarks.speed.engines import K1, B, Hits

_AT_SPACES = r"\S+"


class Bm25sNumpy:
    """With numpy alone."""

    backend: ClassVar[str] = "numpy"

    def __init__(self, index: bm25s.BM25) -> None:
        self._index = index

    @classmethod
    def build(cls, passages: Path, folder: Path) -> None:
        """Its own tokenizer, told to split at spaces, then its index."""
        with passages.open(encoding="utf-8") as lines:
            tokens = bm25s.tokenize(
                list(lines), lower=False, token_pattern=_AT_SPACES, stopwords=[], show_progress=False
            )
        index = bm25s.BM25(k1=K1, b=B, method="lucene", backend=cls.backend)
        index.index(tokens, show_progress=False)
        index.save(folder, show_progress=False)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index with its arrays mapped into memory."""
        return cls(bm25s.BM25.load(folder, mmap=True, show_progress=False))

    def search(self, question: str, k: int) -> Hits:
        """Best passages first. Scores lack the factor k1 + 1, which changes no order."""
        words = question.split()
        if not words:
            return []
        most = min(k, self._index.scores["num_docs"])
        found = self._index.retrieve([words], k=most, show_progress=False)
        hits = zip(found.documents[0].tolist(), found.scores[0].tolist(), strict=True)
        return [(number, score) for number, score in hits if score > 0]


class Bm25sNumba(Bm25sNumpy):
    """With numba, which compiles in every new process."""

    backend = "numba"
