"""The package rank-bm25, as most small bots have it, and the oracle for what Quoth finds.

Its idf is Lucene's, the one thing that Quoth changes in it. That costs no time in a search.
"""

from pathlib import Path
from typing import Self

import numpy as np

from benchmarks.speed.engines import K1, B, Hits
from retrieval import Bm25
from retrieval.bm25.reference import reference


class RankBm25:
    """It has no form on disk and is built anew at each start."""

    def __init__(self, passages: Path) -> None:
        with passages.open(encoding="utf-8") as lines:
            self._index = reference((line.split() for line in lines), Bm25(k1=K1, b=B))

    @classmethod
    def build(cls, passages: Path, folder: Path) -> None:
        """Build once for the clock, and write down only where the passages are."""
        cls(passages)
        (folder / "passages").write_text(str(passages.resolve()), encoding="utf-8")

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Built anew."""
        return cls(Path((folder / "passages").read_text(encoding="utf-8")))

    def search(self, question: str, k: int) -> Hits:
        """As its `get_top_n`, but with scores, and ties in the order of the passages."""
        scores = self._index.get_scores(question.split())
        best = np.argsort(-scores, kind="stable")[:k]
        return [(int(at), float(scores[at])) for at in best if scores[at] > 0]
