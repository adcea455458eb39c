"""Which words keep the same company? Likeness of words by the words around them.

A word is a vector over the words near it, each with its positive pointwise mutual information, and two words are as
alike as the cosine of their vectors (Bullinaria and Levy, "Extracting semantic representations from word co-occurrence
statistics", Behavior Research Methods 39, 2007). The chance of a context is smoothed with the power 0.75 (Levy,
Goldberg and Dagan, "Improving distributional similarity with lessons learned from word embeddings", TACL 3, 2015).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

import numpy as np

REACH = 5
"""How many words to either side count as the company of a word."""
PLACES = (-2, -1, 1, 2)
"""Places around a word, in words, that say what it could be exchanged for."""
SMOOTHING = 0.75
MAX_WORDS, MAX_CONTEXTS = 3_000, 8_000
"""The commonest words and contexts that are compared with one another: a table of 100 MB at most."""


class Company:
    """The words around each word, wherever they stand: what it is spoken of with."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        around: defaultdict[str, Counter[Hashable]] = defaultdict(Counter)
        for terms in sentences:
            for at, term in enumerate(terms):
                around[term].update(terms[max(0, at - REACH) : at])
                around[term].update(terms[at + 1 : at + 1 + REACH])
        self._around = around
        self._chance = _chances(around)

    def likeness(self, one: str, other: str) -> float:
        """The cosine of the two, 0 (no company in common) to 1."""
        a, b = (_information(self._around[term], self._chance) for term in (one, other))
        shared = sum(value * b[term] for term, value in a.items() if term in b)
        return shared / (math.hypot(*a.values()) * math.hypot(*b.values())) if shared else 0.0


def exchangeable(
    sentences: Sequence[Sequence[str]], candidates: Sequence[str], *, likeness: float, shared: int
) -> Iterator[tuple[str, str, int]]:
    """Candidates that stand between the same words and never in one sentence: each is the other's nearest.

    `likeness` is the least cosine, `shared` the least number of words-in-their-place in common, which is given too.
    The pairs come in the order of their likeness, the most alike first.
    """
    count = Counter(term for terms in sentences for term in terms)
    commonest = sorted(candidates, key=lambda term: (-count[term], term))[:MAX_WORDS]
    known = {term: row for row, term in enumerate(sorted(commonest))}
    around: defaultdict[str, Counter[Hashable]] = defaultdict(Counter)
    together = np.zeros((len(known), len(known)), dtype=bool)
    for terms in sentences:
        rows = [known[term] for term in terms if term in known]
        together[np.ix_(rows, rows)] = True
        for at, term in enumerate(terms):
            if term in known:
                around[term].update((place, terms[at + place]) for place in PLACES if 0 <= at + place < len(terms))
    chance = _chances(around)
    columns = {
        context: column for column, context in enumerate(sorted(chance, key=lambda c: -chance[c])[:MAX_CONTEXTS])
    }
    table = np.zeros((len(known), len(columns)), dtype=np.float32)
    for term, row in known.items():
        for context, value in _information(around[term], chance).items():
            if context in columns:
                table[row, columns[context]] = value
    common = (table > 0).astype(np.float32)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    alike = table @ table.T
    np.fill_diagonal(alike, 0)
    nearest = alike.argmax(axis=1) if len(known) else np.zeros(0, dtype=np.intp)
    names = list(known)
    pairs = [(row, int(near)) for row, near in enumerate(nearest) if row < near and nearest[near] == row]
    for row, near in sorted(pairs, key=lambda pair: (-alike[pair], pair)):
        places = int(common[row] @ common[near])
        if alike[row, near] >= likeness and places >= shared and not together[row, near]:
            yield names[row], names[near], places


def _chances(around: Mapping[str, Counter[Hashable]]) -> dict[Hashable, float]:
    """The smoothed chance of each context that stands around two words at least; others tell nothing."""
    count: Counter[Hashable] = Counter()
    spread: Counter[Hashable] = Counter()
    for contexts in around.values():
        count.update(contexts)
        spread.update(contexts.keys())
    weights = {context: n**SMOOTHING for context, n in count.items() if spread[context] > 1}
    total = sum(weights.values())
    return {context: weight / total for context, weight in weights.items()}


def _information(contexts: Counter[Hashable], chance: Mapping[Hashable, float]) -> dict[Hashable, float]:
    """Positive pointwise mutual information with each context."""
    total = contexts.total()
    information = {c: math.log(n / total / chance[c]) for c, n in contexts.items() if c in chance}
    return {context: value for context, value in information.items() if value > 0}
