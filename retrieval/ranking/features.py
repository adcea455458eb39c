"""What speaks for a passage beyond its words? The question's phrases in it, and an answer of the kind asked for."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from retrieval.arrays import Floats, Positions
from retrieval.index.back_end import CandidateSource, Reading
from retrieval.query.answer_types import Kind, fit
from retrieval.query.understanding import Query

PHRASE_WEIGHT = 0.4
"""What two words that follow each other in question and passage add, as a share of the rarer one's idf. Measured: +1.2
points of hit@1 on prose; 0.2 to 0.6 are alike. Unordered or wider windows brought nothing."""
KIND_WEIGHT = 0.22
"""What a date or number in the best sentence adds where one is asked for, as a share of the question's idf. Measured:
+3 points of hit@1 of the questions for a date or number."""


def evidence(query: Query, index: CandidateSource, passages: Positions, idfs: Sequence[float]) -> dict[str, Floats]:
    """Both for each of the passages, in the unit of BM25 scores, 0 or more; `idfs` are those of the query's terms."""
    # Of each word the place in the question of the term that it stands for.
    numbers = {part: at for at, term in enumerate(query.terms) for variant in term.variants for part in variant}
    reading = index.read(passages, numbers)
    return {
        "phrases": PHRASE_WEIGHT * _phrases(query, reading, idfs),
        "kind of answer": KIND_WEIGHT * _answered(query, index, reading, idfs) * sum(idfs),
    }


def _phrases(query: Query, reading: Reading, idfs: Sequence[float]) -> Floats:
    """The idf of the question's phrases in each passage."""
    phrases = np.zeros(len(reading.begins))
    numbers, rows = reading.numbers, reading.rows
    follow = (rows[:-1] == rows[1:]) & (numbers[:-1] >= 0) & (numbers[1:] >= 0)
    first, second = numbers[:-1][follow], numbers[1:][follow]
    passage = np.searchsorted(reading.begins, rows[1:][follow], side="right") - 1
    for one, other in sorted(query.phrases):
        # what is met twice is assigned twice: it counts once
        met = passage[(first == one) & (second == other)]
        phrases[met] = phrases[met] + min(idfs[one], idfs[other])
    return phrases


def _answered(query: Query, index: CandidateSource, reading: Reading, idfs: Sequence[float]) -> Floats:
    """Whether the unit of each passage that has most of the question holds an answer of the kind, 0 or 1."""
    answered = np.zeros(len(reading.begins))
    if query.kind is Kind.OTHER:
        return answered
    weights = np.zeros(len(reading.units))
    for number, weight in enumerate(idfs):
        met = reading.rows[reading.numbers == number]
        weights[met] = weights[met] + weight
    for row, (first, last) in enumerate(pairwise([*reading.begins.tolist(), len(weights)])):
        best = index.units[int(reading.units[first + int(np.argmax(weights[first:last]))])]
        answered[row] = fit(best.text, query.kind, query.words, best.language) or 0.0
    return answered
