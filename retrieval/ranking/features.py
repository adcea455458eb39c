"""What speaks for a passage beyond its words? Where they stand, in which order, and whether they tell what is asked."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from retrieval.arrays import Floats, Positions
from retrieval.documents.unit import Unit
from retrieval.index.back_end import CandidateSource
from retrieval.query.answer_types import Kind, fit
from retrieval.query.understanding import Query
from retrieval.text.orthography import words

PHRASE_WEIGHT = 0.2
"""What two words that follow each other in question and passage, or in the heading, add, as a share of the rarer one's
idf. Without, 7 of 298 questions to documentation and communities are lost at hit@1 and 2 won, on prose 1 point."""
START_WEIGHT = 0.15
"""What the question's words in a heading add for the first text below it, as a share of their idf, so that an answer
begins where its text does. Without, 10 of the same 298 are lost and 3 won; with 0.1, and the best unit at
0.4, 4 fewer are right."""
KIND_WEIGHT = 0.18
"""What a date or number in the best sentence adds where one is asked for, as a share of the question's idf. Without, 4
of the 298 are lost and 1 won, on prose half a point. 0.1 to 0.18 are alike, 0.22 loses 1 or 2 of the 298."""
DEFINITION_WEIGHT, LESS_PLAIN = 0.8, 0.7
"""What a sentence that opens with what it is that was asked for adds, as a share of the question's idf, so that it is
ahead of one that says the word twice; and the part of that for one that does not open the passage, or where only the
heading says it. Without, 2 of the 298 are lost at hit@1; 0.2 to 1 are alike."""
MAX_SUBJECT = 3
"""Terms of what is asked for at most: a longer one is no thing with a definition."""


def evidence(query: Query, index: CandidateSource, passages: Positions, idfs: Sequence[float]) -> dict[str, Floats]:
    """What order and place of the words add for each of the passages, in the unit of BM25 scores, 0 or more.

    `idfs` are those of the query's terms.
    """
    numbers = _numbers(query)
    headings, column = np.unique(index.headings(passages), return_inverse=True)
    missing = int(np.count_nonzero(headings < 0))  # the first, for passages without a heading
    said, rows = index.read_units(headings[missing:], numbers)
    rows = rows + missing
    above = np.zeros(len(headings))
    for number, weight in enumerate(idfs):
        above[np.unique(rows[said == number])] += weight
    reading = index.read(passages, numbers)
    firsts = reading.units[reading.begins]
    at_start = (headings[column] >= 0) & (firsts - headings[column] <= 1)
    in_heading = _phrases(query, said, rows, len(headings))[:, column]
    passage_of = np.searchsorted(reading.begins, reading.rows, side="right") - 1
    met = _phrases(query, reading.numbers, reading.rows, len(passages), passage_of) | in_heading
    weights = np.array([min(idfs[one], idfs[other]) for one, other in sorted(query.phrases)])
    return {
        "phrases": PHRASE_WEIGHT * (weights @ met) if len(weights) else np.zeros(len(passages)),
        "below its heading": START_WEIGHT * np.where(at_start, above[column], 0.0),
    }


def answers(query: Query, index: CandidateSource, passages: Positions, idfs: Sequence[float]) -> dict[str, Floats]:
    """What it adds for each of the passages to hold an answer of the kind that is asked for; each text is read."""
    found = {"kind of answer": np.zeros(len(passages)), "definition": np.zeros(len(passages))}
    if query.kind is not Kind.OTHER:
        found["kind of answer"] = KIND_WEIGHT * sum(idfs) * _answered(query, index, passages, idfs)
    found["definition"] = DEFINITION_WEIGHT * sum(idfs) * _defined(query, index, passages)
    return found


def _numbers(query: Query) -> dict[str, int]:
    """Of each term the place in the question of what it stands for."""
    return {part: at for at, term in enumerate(query.terms) for variant in term.variants for part in variant}


def _phrases(
    query: Query, said: Positions, rows: Positions, size: int, of: Positions | None = None
) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    """Which of the question's phrases, by row, stand in which of `size` texts: the `rows`, or what these are `of`."""
    follow = (rows[:-1] == rows[1:]) & (said[:-1] >= 0) & (said[1:] >= 0)
    first, second = said[:-1][follow], said[1:][follow]
    text = (rows if of is None else of)[1:][follow]
    met = np.zeros((len(query.phrases), size), dtype=bool)
    for row, (one, other) in enumerate(sorted(query.phrases)):
        met[row, text[(first == one) & (second == other)]] = True
    return met


def _answered(query: Query, index: CandidateSource, passages: Positions, idfs: Sequence[float]) -> Floats:
    """Whether the unit of each passage that has most of the question holds an answer of the kind, 0 or 1."""
    reading = index.read(passages, _numbers(query))
    weights = np.zeros(len(reading.units))
    for number, weight in enumerate(idfs):
        weights[np.unique(reading.rows[reading.numbers == number])] += weight
    answered = np.zeros(len(passages))
    for row, (first, last) in enumerate(pairwise([*reading.begins.tolist(), len(weights)])):
        best = index.units[int(reading.units[first + int(np.argmax(weights[first:last]))])]
        answered[row] = fit(best.text, query.kind, query.words, best.language) or 0.0
    return answered


def _defined(query: Query, index: CandidateSource, passages: Positions) -> Floats:
    """How plainly each passage tells what something is, if that was asked; 0 to 1."""
    defined = np.zeros(len(passages))
    if not len(passages):
        return defined
    best = index.units[index.passages[int(passages[0])].first]  # the others' language is likely the same
    asked = best.language.defining.asked.fullmatch(query.text)
    subject = _terms(index, best, asked[1]) if asked else frozenset()
    if not asked or not 0 < len(subject) <= MAX_SUBJECT:
        return defined
    longest = len(words(asked[1])) + 1
    headings = index.headings(passages)
    for row, at in enumerate(passages.tolist()):
        run = index.passages[at]
        tells = [_tells(index, unit, subject, longest) for unit in index.units[run.first : run.last]]
        above = index.units[int(headings[row])] if run.first == headings[row] + 1 else None
        if tells[0]:
            defined[row] = 1.0
        elif any(tells) or (above and _terms(index, above, above.text) == subject):
            defined[row] = LESS_PLAIN
    return defined


def _tells(index: CandidateSource, unit: Unit, subject: frozenset[str], longest: int) -> bool:
    """Whether the unit opens with what it says that the subject is, in so many words at most."""
    told = unit.language.defining.told.match(_MARKUP.sub("", unit.text))
    return told is not None and len(words(told[1])) <= longest and _terms(index, unit, told[1]) == subject


_MARKUP = re.compile(r":[a-zA-Z][\w.+:-]*:(?=`)|[_*`]")


def _terms(index: CandidateSource, unit: Unit, text: str) -> frozenset[str]:
    return frozenset(index.analyzer.of(unit.language).terms(text))
