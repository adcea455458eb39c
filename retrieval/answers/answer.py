"""How does a question become an answer? Ranked, weighed and cut into excerpts, each step once and when it is needed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, zip_longest

from retrieval.answers import excerpts, short_answers
from retrieval.answers.word_uses import WordUse, word_uses
from retrieval.documents.model import Excerpt
from retrieval.index.back_end import BackEnd
from retrieval.query.understanding import Query
from retrieval.ranking.candidate import Match, match
from retrieval.ranking.confidence import Verdict, confidence, reasons, verdict
from retrieval.ranking.ranker import rank
from retrieval.ranking.ranking import Ranking
from retrieval.ranking.reranker import KnowsNearness, Reranker, ranked_passage, reranked
from retrieval.ranking.signs import Signs, missing, signs
from retrieval.settings import RetrievalSettings

LIMIT = 3
"""Excerpts of an answer where nobody says how many."""
MAX_SHORT = 10
"""Short answers at most; passages are limited by who asks."""


@dataclass(frozen=True)
class Answer:
    """What the corpus says to a question.

    `status` is "answer", "closest" where the passages may not answer, or "none" where the corpus does not. `excerpts`
    are best first, and in all three what comes nearest (perhaps nothing): with "none" they are not near. `confidence`
    is between 0 and 1 and belongs to the answer as a whole. `is_talk` holds for a greeting or thanks, which is not
    searched for. `missing` are the words of the question that the passage of the first excerpt lacks, with its headings
    and title, the most telling first.
    """

    question: str
    status: Verdict
    confidence: float
    excerpts: tuple[Excerpt, ...]
    is_talk: bool = False
    missing: tuple[str, ...] = ()
    _words: Callable[[], tuple[WordUse, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def answered(self) -> bool:
        """Whether the corpus answers, as far as its words tell."""
        return self.status == "answer"

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

    @cached_property
    def signs(self) -> Signs | None:
        """What the best passage has and lacks of the question; None where no passage matches."""
        return signs(self._match(self.ranking.order[0]), self.index) if self.ranking.order else None

    @cached_property
    def reasons(self) -> Mapping[str, float]:
        """What speaks for and against an answer, in log odds; nothing where no passage matches."""
        return reasons(self.signs, self._nearness) if self.signs else {}

    @property
    def _nearness(self) -> float | None:
        """How near the passage that the re-ranker puts first comes to the question, where it can tell."""
        if not isinstance(self._reranker, KnowsNearness):
            return None
        first = ranked_passage(self.index, self.reranked, self.reranked.order[0])
        return self._reranker.nearness(self.query.text, first)

    @cached_property
    def words(self) -> tuple[WordUse, ...]:
        """The words of the question as they were understood, in its order; those of the earlier one behind."""
        return word_uses(self.query, self.index)

    def answer(self, limit: int = LIMIT) -> Answer:
        """The answer, with at most `limit` (1 or more) excerpts, or with short ones, if these are wanted."""
        question = self.query.text
        if self.query.is_talk:
            return Answer(question, "none", 0.0, (), is_talk=True, _words=lambda: self.words)
        sure = round(confidence(self.reasons), 4)
        ranking = self.reranked
        shown = (
            short_answers.sentences(self.query, self.index, ranking)[:MAX_SHORT]
            if self.settings.short_answers
            else excerpts.windows(self.query, self.index, ranking, limit)
        )
        found = tuple(excerpts.excerpt(self._match(one.passage), self.index, one, self.index.analyzer) for one in shown)
        status = verdict(sure, self.settings.answer_threshold) if found else "none"
        lacking = missing(self._match(shown[0].passage), self.index) if found else ()
        lacking = tuple(word for word in lacking if word not in found[0].text.casefold())  # it may show more of them
        return Answer(question, status, sure, found, missing=lacking, _words=lambda: self.words)

    def _match(self, passage: int) -> Match:
        if passage not in self._matches:
            self._matches[passage] = match(self.query, self.index, passage)
        return self._matches[passage]


def together(whole: Answer, parts: Sequence[Answer], limit: int) -> Answer:
    """The answers to the questions of a message as one, with at most `limit` excerpts, the best of each question first.

    `whole` is the answer to the message as if it were one question. It stands where none of the questions has an
    answer. Its best excerpt comes first where it belongs to each of theirs. Where one has an answer, excerpts that are
    none to another are left out. It is as sure as the surest of them.
    """
    told = [answer for answer in parts if answer.answered]
    if not told:
        return whole
    first = whole.excerpts[:1]
    shared = first and all(_overlaps(first[0], answer.excerpts) for answer in parts)
    turns = chain.from_iterable(zip_longest(*(answer.excerpts for answer in told)))
    return Answer(
        whole.question,
        "answer",
        max(answer.confidence for answer in told),
        tuple(_distinct(chain(first if shared else (), turns)))[:limit],
        _words=lambda: tuple(dict.fromkeys(word for answer in parts for word in answer.words)),
    )


def _distinct(excerpts: Iterable[Excerpt | None]) -> list[Excerpt]:
    """The excerpts in their order, without those that overlap an earlier one."""
    found: list[Excerpt] = []
    for excerpt in excerpts:
        if excerpt and not _overlaps(excerpt, found):
            found.append(excerpt)
    return found


def _overlaps(excerpt: Excerpt, others: Iterable[Excerpt]) -> bool:
    return any(excerpt.document is other.document and excerpt.span.overlaps(other.span) for other in others)
