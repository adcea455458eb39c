"""What speaks for a passage beyond its words? The question's phrases in it, and an answer of the kind asked for."""

import numpy as np

from retrieval.bm25.formula import Floats
from retrieval.index.index import Index
from retrieval.index.segment import Offsets
from retrieval.query.answer_types import Kind, holds
from retrieval.query.understanding import Query

PHRASE_WEIGHT = 0.4
"""What two words that follow each other in question and passage add, as a share of the rarer one's idf. Measured: +1.2
points of hit@1 on prose; 0.2 to 0.6 are alike. Unordered or wider windows brought nothing."""
KIND_WEIGHT = 0.15
"""What a date or number in the best sentence adds where one is asked for, as a share of the question's idf. Measured:
+3 points of hit@1 of the questions for a date or number."""


def evidence(query: Query, index: Index, passages: Offsets) -> dict[str, Floats]:
    """Both for each of the passages, in the unit of BM25 scores, 0 or more."""
    idf = [index.idf(term) for term in query.terms]
    phrases, answered = np.zeros(len(passages)), np.zeros(len(passages))
    for number, here in index.by_shelf(passages):
        phrases[here], answered[here] = _on_shelf(query, index, number, passages[here], idf)
    return {"phrases": PHRASE_WEIGHT * phrases, "kind of answer": KIND_WEIGHT * answered * sum(idf)}


def _on_shelf(query: Query, index: Index, number: int, passages: Offsets, idf: list[float]) -> tuple[Floats, Floats]:
    """The idf of the question's phrases in each passage, and whether its best unit holds an answer of the kind."""
    shelf, size = index.shelves[number], len(query.terms)
    edges = shelf.edges[passages - index.passage_offsets[number]].astype(np.int64)
    lengths = edges[:, 1] - edges[:, 0]
    begins = np.cumsum(lengths) - lengths
    units = np.arange(lengths.sum()) + np.repeat(edges[:, 0] - begins, lengths)
    # Of each word of each unit the place in the question of the term that it stands for; `size` for other words.
    # One more than there are terms: behind the last one comes what is not found.
    place_of = np.full(len(shelf.terms) + 1, size, dtype=np.int64)
    for at, term in enumerate(query.terms):
        place_of[[shelf.terms.find(part) for variant in term.variants for part in variant]] = at
    terms, unit = shelf.terms_of_runs(np.stack([units, units + 1], axis=1))
    places = place_of[terms]
    phrases = np.zeros(len(passages))
    passage = np.repeat(np.arange(len(passages)), lengths)[unit]
    follow = (unit[:-1] == unit[1:]) & (places[:-1] < size) & (places[1:] < size)
    first, second, where = places[:-1][follow], places[1:][follow], passage[1:][follow]
    for one, other in sorted(query.phrases):
        # what is met twice is assigned twice: it counts once
        met = where[(first == one) & (second == other)]
        phrases[met] = phrases[met] + min(idf[one], idf[other])
    answered = np.zeros(len(passages))
    if query.kind is not Kind.OTHER:
        weights = np.zeros(len(units))
        for at in range(size):
            met = unit[places == at]
            weights[met] = weights[met] + idf[at]
        offset = index.unit_offsets[number]
        for row, (begin, length) in enumerate(zip(begins.tolist(), lengths.tolist(), strict=True)):
            best = int(units[begin + int(np.argmax(weights[begin : begin + length]))])
            unit_of_best = index.units[best + offset]
            answered[row] = holds(unit_of_best.text, query.kind, query.words, unit_of_best.language)
    return phrases, answered
