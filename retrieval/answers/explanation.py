"""Why is an answer as it is? How the question was understood, what each passage scored, and what made it sure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from retrieval.answers.answer import Answer, Search
from retrieval.answers.word_uses import WordUse
from retrieval.documents.model import Excerpt
from retrieval.ranking.confidence import NEAR
from retrieval.ranking.signs import Signs
from retrieval.text.span import Span


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
    for (above 0) and against an answer, in log odds; their sum makes the answer's confidence. It needs `threshold` of
    that, and to be shown as the closest passages, `near`. They are weighed from the `signs`, None where
    nothing matches.
    """

    answer: Answer
    words: tuple[WordUse, ...]
    candidates: tuple[Candidate, ...]
    reasons: Mapping[str, float]
    threshold: float
    near: float
    signs: Signs | None


def explain(search: Search, limit: int) -> Explanation:
    """Why the search gave its answer, with the `limit` best passages."""
    answer = search.answer()
    return Explanation(
        answer,
        search.words,
        tuple(_candidates(search, answer, limit)),
        search.reasons,
        search.settings.answer_threshold,
        NEAR,
        search.signs,
    )


def _candidates(search: Search, answer: Answer, limit: int) -> Iterator[Candidate]:
    """The best passages by their words, with the parts of their scores."""
    index, ranking = search.index, search.ranking
    row_of = {passage: row for row, passage in enumerate(ranking.scores)}
    for at in ranking.order[:limit]:
        run = index.passages[at]
        document = index.units[run.first].document
        span = Span(index.units[run.first].span.start, index.units[run.last - 1].span.end)
        parts = {name: float(scores[row_of[at]]) for name, scores in ranking.parts.items()}
        shown = any(one.document is document and one.span.overlaps(span) for one in answer.excerpts)
        yield Candidate(Excerpt(document, span, sum(parts.values())), parts, shown)
