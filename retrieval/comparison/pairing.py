"""What do two documents both say, what only one, and where do they differ in a number, a name or a "not"?

Sentences are paired where each is the other's most similar, by the cosine of their terms weighted by rarity (tf-idf).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.documents.model import Document, Excerpt, Role
from retrieval.documents.passages import Unit, units
from retrieval.summaries.summarizer import best_of
from retrieval.text.analysis import Analyzer

MIN_SHARED = 0.3
"""Cosine from which two sentences say something in common. Below it, by eye, most pairs share a name alone."""
NEARLY_EQUAL = 0.6
"""Cosine from which a number, name or "not" that differs is worth telling."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*%?")
_NAME = re.compile(r"[^\W\d_]\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that say something in common. `differences` are words of nearly equal ones that are not in both.

    Each difference holds what only the first sentence has and what only the second has: numbers, names or denials.
    """

    one: Excerpt
    other: Excerpt
    similarity: float
    differences: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side: `shared` by similarity, the others in reading order, the most telling alone."""

    one: Document
    other: Document
    shared: tuple[Pair, ...]
    only_one: tuple[Excerpt, ...]
    only_other: tuple[Excerpt, ...]


def compare(one: Document, other: Document, analyzer: Analyzer, limit: int) -> Comparison:
    """At most `limit` pairs and as many sentences of each document alone; pairs that differ in a detail come first."""
    left, right = _sentences(one), _sentences(other)
    alike = _Likeness(*([analyzer.of(unit.language).terms(unit.said) for unit in side] for side in (left, right)))
    pairs = [_pair(left[a], right[b], value) for a, b, value in alike.pairs()]
    pairs.sort(key=lambda pair: (not pair.differences, -pair.similarity, pair.one.span))
    return Comparison(
        one,
        other,
        tuple(pairs[:limit]),
        best_of(left, analyzer, alike.best_left < MIN_SHARED, limit),
        best_of(right, analyzer, alike.best_right < MIN_SHARED, limit),
    )


def _sentences(document: Document) -> list[Unit]:
    return [
        unit
        for unit in units(document)
        if unit.block.role in (Role.PARAGRAPH, Role.ITEM) and unit.is_text and not unit.is_lead_in
    ]


class _Likeness:
    """Of each sentence on both sides the most similar one on the other side, and how similar it is (0 to 1)."""

    def __init__(self, left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> None:
        spread = Counter(term for terms in (*left, *right) for term in set(terms))
        rarity = {term: math.log(1 + (len(left) + len(right)) / n) for term, n in spread.items()}
        places: defaultdict[str, list[int]] = defaultdict(list)
        shares: defaultdict[str, list[float]] = defaultdict(list)
        for at, terms in enumerate(right):
            for term, share in _weights(terms, rarity).items():
                places[term].append(at)
                shares[term].append(share)
        postings = {term: (np.array(places[term]), np.array(shares[term])) for term in places}
        self.best_left = np.zeros(len(left))
        self.best_right = np.zeros(len(right))
        self.partner_left = np.zeros(len(left), dtype=np.intp)
        self.partner_right = np.zeros(len(right), dtype=np.intp)
        for at, terms in enumerate(left):
            self._match(at, _weights(terms, rarity), postings)

    def _match(
        self,
        at: int,
        weights: dict[str, float],
        postings: dict[str, tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]],
    ) -> None:
        likeness = np.zeros(len(self.best_right))
        for term, share in weights.items():
            if term in postings:
                where, shares = postings[term]
                likeness[where] += share * shares
        if not len(likeness):
            return
        self.partner_left[at] = int(np.argmax(likeness))
        self.best_left[at] = likeness.max()
        better = likeness > self.best_right
        self.best_right[better] = likeness[better]
        self.partner_right[better] = at

    def pairs(self) -> Iterable[tuple[int, int, float]]:
        """The sentences that are each other's most similar, from MIN_SHARED on."""
        for a, b in enumerate(self.partner_left.tolist()):
            if self.best_left[a] >= MIN_SHARED and self.partner_right[b] == a:
                yield a, b, float(self.best_left[a])


def _weights(terms: Sequence[str], rarity: dict[str, float]) -> dict[str, float]:
    """The terms by their share in a vector of length 1."""
    weights = {term: count * rarity[term] for term, count in Counter(terms).items()}
    length = math.sqrt(sum(weight**2 for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()}


def _pair(one: Unit, other: Unit, similarity: float) -> Pair:
    differences = []
    if similarity >= NEARLY_EQUAL:
        for found in (_numbers, _names, _denials):
            a, b = found(one), found(other)
            only_a, only_b = tuple(w for w in a if w not in b), tuple(w for w in b if w not in a)
            if only_a or only_b:
                differences.append((only_a, only_b))
    return Pair(
        Excerpt(one.document, one.span), Excerpt(other.document, other.span), round(similarity, 6), tuple(differences)
    )


def _numbers(unit: Unit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_NUMBER.findall(unit.text)))


def _names(unit: Unit) -> tuple[str, ...]:
    """Words with a capital, the first word of the sentence aside."""
    found = [match.group() for match in _NAME.finditer(unit.text) if match.start() > 0]
    return tuple(
        dict.fromkeys(
            word for word in found if word[0].isupper() and word.casefold() not in unit.language.function_words
        )
    )


def _denials(unit: Unit) -> tuple[str, ...]:
    return ("not",) if unit.language.denials.search(unit.text) else ()
