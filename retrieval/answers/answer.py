"""How does a question become an answer? Ranked, weighed and cut into excerpts, each step once and when it is needed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from retrieval.answers import excerpts, short_answers
from retrieval.answers.word_uses import WordUse, word_uses
from retrieval.documents.model import Excerpt
from retrieval.index.back_end import BackEnd
from retrieval.query.understanding import Query
from retrieval.ranking.candidate import Match, match
from retrieval.ranking.confidence import confidence, reasons
from retrieval.ranking.ranker import Ranking, rank
from retrieval.ranking.reranker import KnowsNearness, Reranker, ranked_passage, reranked
from retrieval.settings import RetrievalSettings

LIMIT = 3
"""Excerpts of an answer where nobody says how many."""
MAX_SHORT = 10
"""Short answers at most; passages are limited by who asks."""


@dataclass(frozen=True)
class Answer:
    """What the corpus says to a question.

    `excerpts` are best first. Where `answered` is false the corpus does not answer, and they are only what comes
    nearest (perhaps nothing). `confidence` is between 0 and 1 and belongs to the answer as a whole. `is_talk` holds for
    a greeting or thanks, which is not searched for.
    """

    question: str
    answered: bool
    confidence: float
    excerpts: tuple[Excerpt, ...]
    is_talk: bool = False
    _words: Callable[[], tuple[WordUse, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def status(self) -> Literal["answer", "closest", "none"]:
        """An answer, only what comes closest to one, or nothing at all."""
        return "answer" if self.answered else "closest" if self.excerpts else "none"

    @cached_property
    def words(self) -> tuple[WordUse, ...]:
        """The words of the question as they were understood, in its order; those of the earlier one behind."""
        return self._words()


class Search:
    """A question to an index. Each step is worked out when it is first needed, and then known to all that follow.

    `within` is the id of the document to stay in, "" for all. For one thread.
    """

    def __init__(
        self,
        query: Query,
        index: BackEnd,
        settings: RetrievalSettings,
        reranker: Reranker | None = None,
        within: str = "",
    ) -> None:
        self.query = query
        self.index = index
        self.settings = settings
        self._reranker = reranker
        self._within = within
        self._matches: dict[int, Match] = {}

    @cached_property
    def ranking(self) -> Ranking:
        """The best passages by their words."""
        return rank(self.query, self.index, self._within)

    @cached_property
    def reranked(self) -> Ranking:
        """The same in the order of the re-ranker, where there is one."""
        if not self._reranker:
            return self.ranking
        return reranked(self._reranker, self.query.text, self.index, self.ranking)

    @property
    def _nearness(self) -> float | None:
        """How near the passage that the re-ranker puts first comes to the question, where it can tell."""
        if not isinstance(self._reranker, KnowsNearness):
            return None
        first = ranked_passage(self.index, self.reranked, self.reranked.order[0])
        return self._reranker.nearness(self.query.text, first)

    @cached_property
    def reasons(self) -> Mapping[str, float]:
        """What speaks for and against an answer, in log odds; nothing where no passage matches."""
        if not self.ranking.order:
            return {}
        best = self.ranking.order[0]
        match = replace(self._match(best), nearness=self._nearness)
        return reasons(match, self.ranking.scores[best], self.index)

    @cached_property
    def words(self) -> tuple[WordUse, ...]:
        """The words of the question as they were understood, in its order; those of the earlier one behind."""
        return word_uses(self.query, self.index)

    def answer(self, limit: int = LIMIT) -> Answer:
        """The answer, with at most `limit` (1 or more) excerpts, or with short ones, if these are wanted."""
        question = self.query.text
        if self.query.is_talk:
            return Answer(question, False, 0.0, (), is_talk=True, _words=lambda: self.words)
        sure = round(confidence(self.reasons), 4)
        ranking = self.reranked
        shown = (
            short_answers.sentences(self.query, self.index, ranking)[:MAX_SHORT]
            if self.settings.short_answers
            else excerpts.windows(self.index, ranking, limit)
        )
        found = tuple(excerpts.excerpt(self._match(one.passage), self.index, one, self.index.analyzer) for one in shown)
        answered = bool(found) and sure >= self.settings.answer_threshold
        return Answer(question, answered, sure, found, _words=lambda: self.words)

    def _match(self, passage: int) -> Match:
        if passage not in self._matches:
            self._matches[passage] = match(self.query, self.index, passage)
        return self._matches[passage]
