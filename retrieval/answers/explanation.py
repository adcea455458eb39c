"""Why is an answer as it is? How the question was understood, what each passage scored, and what made it sure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA

from retrieval.documents.model import Answer, Excerpt
from retrieval.index.index import Index
from retrieval.query.understanding import Query, QueryTerm
from retrieval.ranking.features import evidence
from retrieval.ranking.ranker import Ranking, score_parts
from retrieval.synonyms.thesaurus import Phrase
from retrieval.text.span import Span


@dataclass(frozen=True, slots=True)
class WordUse:
    """What a word of a question was good for.

    `weight` is what it brings at most where it stands: its inverse document frequency, 0 for a word that stands
    nowhere. `documents` have it. `taken_for` are the words of the corpus that it was taken for, where it is itself
    none. `nearest` is the most similar word of the corpus for a word that stands nowhere ("" if none is), and
    `nearest_documents` have that. `carried` words stem from the question before.
    """

    word: str
    weight: float
    documents: int
    taken_for: tuple[str, ...] = ()
    nearest: str = ""
    nearest_documents: int = 0
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that was considered. `parts` sum up to its score; `shown` tells whether the answer has it."""

    excerpt: Excerpt
    parts: Mapping[str, float]
    shown: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an answer is as it is.

    `words` are the question's, as it was understood. `candidates` are the best passages, best first. `reasons` speak
    for (above 0) and against an answer, in log odds; their sum makes the answer's confidence, which it needs
    `threshold` of.
    """

    answer: Answer
    words: tuple[WordUse, ...]
    candidates: tuple[Candidate, ...]
    reasons: Mapping[str, float]
    threshold: float


def candidates(query: Query, index: Index, ranking: Ranking, answer: Answer, limit: int) -> Iterator[Candidate]:
    """The best passages of the ranking with the parts of their scores."""
    best = np.array(ranking.order[:limit], dtype=np.int64)
    parts = score_parts(query, index, best) | evidence(query, index, best)
    for row, at in enumerate(best.tolist()):
        run = index.passages[at]
        document = index.units[run.first].document
        span = Span(index.units[run.first].span.start, index.units[run.last - 1].span.end)
        found = {name: float(scores[row]) for name, scores in parts.items()}
        shown = any(one.document is document and one.span.overlaps(span) for one in answer.excerpts)
        yield Candidate(Excerpt(document, span, sum(found.values())), found, shown)


def word_uses(query: Query, index: Index, own: int) -> tuple[WordUse, ...]:
    """The words of the question in its order; those behind the first `own` are carried over."""
    return tuple(_word_use(term, index, at >= own) for at, term in enumerate(query.terms))


def _word_use(term: QueryTerm, index: Index, carried: bool) -> WordUse:
    if not term.variants:
        nearest = index.vocabulary.nearest(term.word)
        count = _documents(index, (index.vocabulary.term_of(nearest),)) if nearest else 0
        return WordUse(term.word, 0.0, 0, nearest=nearest, nearest_documents=count, carried=carried)
    weight = index.idf(term) * max(term.variants.values())
    taken_for: tuple[str, ...] = ()
    if term.own is None:
        taken_for = tuple(_spelt(variant, term.word, index) for variant in term.variants)
    count = _documents(index, tuple(part for variant in term.variants for part in variant))
    return WordUse(term.word, weight, count, taken_for, carried=carried)


def _spelt(phrase: Phrase, like: str, index: Index) -> str:
    """A phrase in words of the corpus, of several spellings the one most like the given word."""
    known = map(index.vocabulary.spellings, phrase)
    return " ".join(min(words, key=lambda word: (OSA.distance(word, like), word)) for words in known if words)


def _documents(index: Index, terms: tuple[str, ...]) -> int:
    units = np.concatenate([index.by_unit.scores(term)[0] for term in terms])
    return len(np.unique(index.documents_of(units)))
