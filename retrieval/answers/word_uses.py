"""What was each word of a question good for?"""

from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA

from retrieval.index.back_end import BackEnd
from retrieval.query.understanding import Query, QueryTerm
from retrieval.ranking.scoring import idf
from retrieval.text.analysis import Phrase
from retrieval.text.word_list import is_word

SHORTEST_MISTYPED = 4
"""Letters of the shortest word for which one like it is named: "pay" is as near to "day" as to a dozen others."""

MAX_LOOKED_UP = 8
"""Words of a question that stand nowhere and of which it is asked what may have been meant: more are no question."""


@dataclass(frozen=True, slots=True)
class WordUse:
    """What a word of a question was good for.

    `weight` is what it brings at most where it stands: its inverse document frequency, 0 for a word that stands
    nowhere. `documents` have it. `taken_for` are the words of the corpus that it was taken for, where it is itself
    none. `nearest` is the most similar word of the corpus for a word that stands nowhere, "" if none is or if it is
    spelled right, and `nearest_documents` have that. `carried` words stem from the question before. `is_nowhere` holds
    where it is sure that no document has the word, not even inside a number or a name.
    """

    word: str
    weight: float
    documents: int
    taken_for: tuple[str, ...] = ()
    nearest: str = ""
    nearest_documents: int = 0
    carried: bool = False
    is_nowhere: bool = False


def word_uses(query: Query, index: BackEnd) -> tuple[WordUse, ...]:
    """The words of the question in its order; behind them those that are carried over."""
    unknown = 0
    found = []
    for term in query.terms:
        unknown += not term.variants
        found.append(_word_use(term, index) if term.variants or unknown <= MAX_LOOKED_UP else _not_looked_up(term))
    return tuple(found)


def _not_looked_up(term: QueryTerm) -> WordUse:
    return WordUse(term.word, 0.0, 0, carried=term.is_carried)


def _word_use(term: QueryTerm, index: BackEnd) -> WordUse:
    if not term.variants:
        is_right = len(term.word) < SHORTEST_MISTYPED or any(
            is_word(term.word, language.code) for language in index.vocabulary.languages
        )
        nearest = "" if is_right else index.vocabulary.nearest(term.word)
        count = _documents(index, (index.vocabulary.term_of(nearest),)) if nearest else 0
        return WordUse(
            term.word,
            0.0,
            0,
            nearest=nearest,
            nearest_documents=count,
            carried=term.is_carried,
            is_nowhere=not any(map(index.vocabulary.may_have, term.word.split())),
        )
    weight = idf(index.by_passage, term) * max(term.variants.values())
    taken_for: tuple[str, ...] = ()
    if term.own is None:
        taken_for = tuple(_spelt(variant, term.word, index) for variant in term.variants)
    count = _documents(index, tuple(part for variant in term.variants for part in variant))
    return WordUse(term.word, weight, count, taken_for, carried=term.is_carried)


def _spelt(phrase: Phrase, like: str, index: BackEnd) -> str:
    """A phrase in words of the corpus, of several spellings the one most like the given word."""
    known = map(index.vocabulary.spellings, phrase)
    return " ".join(min(words, key=lambda word: (OSA.distance(word, like), word)) for words in known if words)


def _documents(index: BackEnd, terms: tuple[str, ...]) -> int:
    passages = np.concatenate([index.by_passage.scores(term)[0] for term in terms])
    return len(np.unique(index.document_order(passages)))
