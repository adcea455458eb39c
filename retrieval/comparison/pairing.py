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

from retrieval.deadline import Deadline
from retrieval.documents.model import Document, Excerpt, Role
from retrieval.documents.unit import Unit
from retrieval.index.index import Index
from retrieval.summaries.best_lines import best_of
from retrieval.text.analysis import Analyzer

MIN_SHARED = 0.5
"""Cosine from which two sentences are taken to say the same or nearly so. Set by judgement, not measured: from 0.3 on,
the bound before, pairs share a subject alone."""
NEARLY_EQUAL = 0.6
"""Cosine from which a number, name or "not" that differs is worth telling."""

_COMPARED = frozenset((Role.PARAGRAPH, Role.ITEM, Role.TABLE))
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
    """Two documents side by side: `shared` by similarity, the others in reading order, the most telling alone.

    `is_cut` holds where time was up before all sentences were compared: then nothing is told to stand in one alone.
    """

    one: Document
    other: Document
    shared: tuple[Pair, ...]
    only_one: tuple[Excerpt, ...]
    only_other: tuple[Excerpt, ...]
    is_cut: bool = False


def compare(
    one: Document, other: Document, index: Index, analyzer: Analyzer, limit: int, deadline: Deadline | None = None
) -> Comparison:
    """At most `limit` pairs and as many sentences of each document alone; pairs that differ in a detail come first."""
    deadline = deadline or Deadline()
    left, of_left = _sentences(one, index, deadline, 0.2)
    right, of_right = _sentences(other, index, deadline, 0.4)
    alike = _Likeness(of_left, of_right, deadline)
    rows = _same_rows(left, right, analyzer)
    found = [(a, b, value) for a, b, value in alike.pairs() if not (_is_row(left[a]) or _is_row(right[b]))]
    pairs = [_pair(left[a], right[b], value) for a, b, value in [*found, *rows]]
    pairs.sort(key=lambda pair: (not pair.differences, -pair.similarity, pair.one.span))
    if deadline.was_missed:
        return Comparison(one, other, tuple(pairs[:limit]), (), (), is_cut=True)
    return Comparison(
        one,
        other,
        tuple(pairs[:limit]),
        best_of(left, of_left, _alone(left, alike.best_left, {a for a, _, _ in rows}), limit),
        best_of(right, of_right, _alone(right, alike.best_right, {b for _, b, _ in rows}), limit),
    )


def _alone(units_: Sequence[Unit], best: npt.NDArray[np.float64], paired: set[int]) -> npt.NDArray[np.bool_]:
    """Which units have nothing like them on the other side."""
    return np.array([at not in paired if _is_row(unit) else best[at] < MIN_SHARED for at, unit in enumerate(units_)])


def _is_row(unit: Unit) -> bool:
    return unit.block.role is Role.TABLE


def _same_rows(left: Sequence[Unit], right: Sequence[Unit], analyzer: Analyzer) -> list[tuple[int, int, float]]:
    """The rows of tables on both sides that speak of the same, by their first cell, each once."""

    def by_key(side: Sequence[Unit]) -> dict[tuple[str, ...], list[int]]:
        found: dict[tuple[str, ...], list[int]] = {}
        for at, unit in enumerate(side):
            if _is_row(unit) and (key := tuple(analyzer.of(unit.language).terms(_cells(unit)[0]))):
                found.setdefault(key, []).append(at)
        return found

    one, other = by_key(left), by_key(right)
    return [
        (a, b, 1.0 if _cells(left[a]) == _cells(right[b]) else NEARLY_EQUAL)
        for key in one.keys() & other.keys()
        for a, b in zip(one[key], other[key], strict=False)
    ]


def _cells(unit: Unit) -> list[str]:
    return [" ".join(cell.split()) for cell in re.split(r"(?<!\\)\||\t", unit.text.strip().strip("|"))]


def _sentences(
    document: Document, index: Index, deadline: Deadline, share: float
) -> tuple[list[Unit], list[Sequence[str]]]:
    """The sentences of the document, and the terms of each."""
    found: list[Unit] = []
    terms: list[Sequence[str]] = []
    for at in deadline.within(index.units_of(document.id), share):
        unit = index.units[at]
        if unit.block.role in _COMPARED and unit.is_text and not unit.is_lead_in and not _is_header(unit):
            found.append(unit)
            terms.append(index.unit_terms[at])
    return found, terms


def _is_header(unit: Unit) -> bool:
    return _is_row(unit) and unit.block.header is None


class _Likeness:
    """Of each sentence on both sides the most similar one on the other side, and how similar it is (0 to 1).

    Where time is up, the last ones of the left have none.
    """

    def __init__(self, left: Sequence[Sequence[str]], right: Sequence[Sequence[str]], deadline: Deadline) -> None:
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
        for at, terms in enumerate(deadline.within(left, 0.8)):
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
    if _is_row(one):
        own, others = _cells(one), _cells(other)
        lone = tuple(w for w in own if w not in others), tuple(w for w in others if w not in own)
        differences += [lone] if any(lone) else []
    elif similarity >= NEARLY_EQUAL:
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
