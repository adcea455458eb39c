"""What do plain methods choose? The sentences of a text in the order in which each method would take them.

All work on the units that Quoth quotes from, so menus, captions and headings are kept from them too. None checks
whether a sentence can stand alone.
"""

import math
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.quality.neural import embeddings
from retrieval.documents.unit import Unit
from retrieval.encoder.bert import Bert
from retrieval.text.orthography import words

Terms = Sequence[Sequence[str]]
Method = Callable[[Sequence[Unit], Terms], list[int]]
Matrix = npt.NDArray[np.float64]

DAMPING = 0.85
"""Share of a random walk that follows links; the value of both papers below."""
MIN_COSINE = 0.1
"""Similarity from which two sentences are linked in LexRank; the paper's choice."""
RANDOM_SEED = 2026


def lead(units: Sequence[Unit], _: Terms) -> list[int]:
    """The first sentences: of a file lead-3, lead-6 and so on."""
    return list(range(len(units)))


def lead_of_sections(units: Sequence[Unit], _: Terms) -> list[int]:
    """The first sentence of each section, then the second of each …; of each paragraph where there are no headings."""
    sections = {(unit.document.id, unit.block.headings) for unit in units}
    files = {unit.document.id for unit in units}
    seen: Counter[object] = Counter()
    ranks = []
    for unit in units:
        key = (unit.document.id, unit.block.headings if len(sections) > len(files) else unit.block.span)
        ranks.append(seen[key])
        seen[key] += 1
    return sorted(range(len(units)), key=lambda at: (ranks[at], at))


def at_random(units: Sequence[Unit], _: Terms) -> list[int]:
    """Sentences drawn without looking, the same ones each time."""
    order = list(range(len(units)))
    random.Random(RANDOM_SEED).shuffle(order)  # noqa: S311 - a baseline, no secret
    return order


def lexrank(_: Sequence[Unit], terms: Terms) -> list[int]:
    """LexRank, continuous: PageRank over cosines of tf-idf. Source: Erkan and Radev, JAIR 22, 2004."""
    spread = Counter(term for own in terms for term in set(own))
    matrix = _matrix(terms, {term: math.log(1 + len(terms) / n) for term, n in spread.items()})
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix = np.divide(matrix, lengths, out=np.zeros_like(matrix), where=lengths > 0)
    cosines = matrix @ matrix.T
    return _by_rank(np.where(cosines > MIN_COSINE, cosines, 0.0))


def textrank(units: Sequence[Unit], terms: Terms) -> list[int]:
    """TextRank: PageRank over shared words by log length. Source: Mihalcea and Tarau, EMNLP 2004."""
    matrix = np.minimum(_matrix(terms, dict.fromkeys((term for own in terms for term in own), 1.0)), 1.0)
    lengths = np.log(np.maximum([len(words(unit.text)) for unit in units], 2))
    return _by_rank(matrix @ matrix.T / (lengths[:, None] + lengths[None, :]))


def by_centroid(model: Path) -> Method:
    """The sentences whose embeddings are nearest to the mean of all. Source: Rossiello et al., MultiLing 2017."""
    encoder = Bert(model)

    def method(units: Sequence[Unit], _: Terms) -> list[int]:
        if not units:
            return []
        rows = embeddings(encoder, [unit.said for unit in units])
        near = rows @ rows.mean(axis=0)
        return [int(at) for at in np.argsort(-near, kind="stable")]

    return method


METHODS: Mapping[str, Method] = {
    "lead": lead,
    "lead of each section": lead_of_sections,
    "random": at_random,
    "LexRank": lexrank,
    "TextRank": textrank,
}


def _matrix(terms: Terms, weights: Mapping[str, float]) -> Matrix:
    """Sentences by terms: how often each term stands there, times its weight."""
    columns = {term: at for at, term in enumerate(weights)}
    matrix = np.zeros((len(terms), len(columns)))
    for row, own in enumerate(terms):
        for term, count in Counter(own).items():
            matrix[row, columns[term]] = count * weights[term]
    return matrix


def _by_rank(links: Matrix) -> list[int]:
    """Sentences by PageRank over the links, ties in reading order."""
    np.fill_diagonal(links, 0.0)
    sums = links.sum(axis=1, keepdims=True)
    shares = np.divide(links, sums, out=np.zeros_like(links), where=sums > 0)
    rank = np.full(len(links), 1 / max(len(links), 1))
    for _ in range(100):
        rank = (1 - DAMPING) / len(links) + DAMPING * (shares.T @ rank)
    return [int(at) for at in np.argsort(-rank.round(12), kind="stable")]
