"""What is shown of a ranking? The best passages that add something, as exact text with the question's words marked."""

from collections.abc import Iterator
from itertools import islice

from retrieval.analysis import Analyzer
from retrieval.documents import Excerpt, Span
from retrieval.index import Index
from retrieval.questions import Query
from retrieval.ranking import Ranking

MAX_REPEATED = 0.9
"""Share of its terms that a better passage has too, from which a passage says nothing new, as copies of an article."""


def diverse(index: Index, ranking: Ranking, limit: int) -> Iterator[int]:
    """The best passages, at most `limit`, that neither overlap nor repeat a better one."""
    chosen: list[int] = []

    def adds(passage: int) -> bool:
        return not any(_overlap(index, passage, other) or _repeats(index, passage, other) for other in chosen)

    for passage in islice(filter(adds, ranking.order), limit):
        chosen.append(passage)
        yield passage


def _overlap(index: Index, one: int, other: int) -> bool:
    a, b = index.passages[one], index.passages[other]
    return a.first < b.last and b.first < a.last


def _repeats(index: Index, one: int, better: int) -> bool:
    new = set(index.terms_between(index.passages[one]))
    return len(new & set(index.terms_between(index.passages[better]))) >= MAX_REPEATED * len(new)


def excerpt(query: Query, index: Index, passage: int, score: float, analyzer: Analyzer) -> Excerpt:
    """The passage with its place and the question's words in it."""
    found = index.passages[passage]
    document = index.units[found.first].document
    span = Span(index.units[found.first].span.start, index.units[found.last - 1].span.end)
    words = {variant: term.word for term in query.terms for variant in term.variants}
    matched = {words[term] for term in index.passage_terms[passage] if term in words}
    places = (token.span for token in analyzer.tokens(span.of(document.text), span.start) if token.term in words)
    return Excerpt(
        document,
        span,
        round(score, 6),
        tuple(term.word for term in query.terms if term.word in matched),
        tuple(places),
    )
