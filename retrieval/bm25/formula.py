"""How well does a term speak for a passage? The BM25 variants of the package rank-bm25, term by term.

With tf the count of the term in the passage, dl the passage's length in terms and avgdl the mean length, rank-bm25
0.2.2 gives a passage for each term of the question, with norm = 1 - b + b * dl / avgdl:

    okapi  idf * tf * (k1 + 1) / (tf + k1 * norm)
    l      idf * tf * (k1 + 1) * (tf / norm + delta) / (k1 + tf / norm + delta)
    plus   idf * (delta + tf * (k1 + 1) / (tf + k1 * norm)), also where tf is 0

(Trotman, Puurula and Burgess, "Improvements to BM25 and Language Models Examined", ADCS 2014.) The inverse document
frequency is Lucene's for all of them: ln(1 + (N - n + 0.5) / (n + 0.5)) with N passages, n of them with the term. It is
above 0 for every n, whereas rank-bm25's own is 0 for a term in half of the passages and negative above, which hides
matches in small corpora.
"""

import math
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.arrays import Floats

Variant = Literal["okapi", "l", "plus"]

K1, B = 0.9, 0.4
"""The constants where nobody sets others: those of Anserini (Yang, Fang and Lin, "Anserini: Reproducible Ranking
Baselines Using Lucene", JDIQ 2018), for passages about as short as ours. rank-bm25 has 1.5 and 0.75."""

TINY = 1e-300
"""Stands for a norm of 0, which k1 or b may make, and for what else would divide by 0: a count of 0 then weighs 0."""


@dataclass(frozen=True, slots=True)
class Bm25:
    """A variant of BM25 and its constants. Raises ValueError for what is out of range."""

    variant: Variant = "okapi"
    k1: float = K1
    """Saturation of repeated terms, 0 or more."""
    b: float = B
    """How much a long passage is held against it, 0 to 1."""
    delta: float = 0.0
    """What a term adds however long the passage is, 0 or more; only for l and plus, where rank-bm25 takes 0.5 and 1."""

    def __post_init__(self) -> None:
        if self.variant not in ("okapi", "l", "plus"):
            raise ValueError(f"there is no variant {self.variant!r}: okapi, l or plus")
        if self.k1 < 0 or not 0 <= self.b <= 1 or self.delta < 0:
            raise ValueError("k1 and delta must be 0 or more, b between 0 and 1")
        if self.delta and self.variant == "okapi":
            raise ValueError("okapi has no delta")

    @property
    def everywhere(self) -> float:
        """What a term gives to every passage, as a share of its idf."""
        return self.delta if self.variant == "plus" else 0.0

    def norms(self, lengths: npt.NDArray[Any], average: float) -> Floats:
        """What the lengths make of each passage: k1 * norm for okapi and plus, norm for l. `average` is above 0."""
        norms = 1 - self.b + self.b * lengths / average
        return np.maximum(norms if self.variant == "l" else self.k1 * norms, TINY)

    def weights(self, counts: npt.NDArray[Any], norms: Floats, scale: int = 1) -> Floats:
        """What postings give their passages, as a share of the idf, beyond what the term gives `everywhere`.

        `counts` are tf, 0 or more; `norms` those of the same passages, infinite for one that no longer counts: 0. Both
        may be as many times as large as `scale` says: counts in parts of a term are so whole numbers.
        """
        if self.variant == "l":
            scaled = np.maximum(counts / norms + self.delta, TINY)
            return np.where(np.isinf(norms), 0.0, counts / scale * (self.k1 + 1) * scaled / (self.k1 + scaled))
        return counts * (self.k1 + 1) / (counts + norms)


class Norms(NamedTuple):
    """The norms of passages, which follow from their lengths: `table[lengths]`, in less room.

    `lengths` are unsigned integers, `table` has the norm of each length; its last entry is infinite.
    """

    lengths: npt.NDArray[Any]
    table: Floats

    def of(self, passages: npt.NDArray[Any]) -> Floats:
        """The norms of these passages."""
        norms: Floats = self.table[self.lengths[passages]]
        return norms


def idf(containing: float, size: int) -> float:
    """How telling a term is that `containing` of `size` passages have; 0 without a passage."""
    return math.log1p((size - containing + 0.5) / (containing + 0.5)) if size else 0.0
