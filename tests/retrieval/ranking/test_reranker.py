"""Whoever scores passages anew decides their order, and nothing else."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from retrieval import Librarian, RankedPassage, Reranker, RetrievalSettings
from retrieval.ranking.reranker import CANDIDATES

ROOT = Path(__file__).parents[3]
QUESTIONS = ("has Ukraine agreed to a ceasefire?", "who painted the Mona Lisa", "sanctions on Russia", "hello", "")


class Upside:
    """The last comes first; remembers what it was given."""

    def __init__(self) -> None:
        self.given = list[Sequence[RankedPassage]]()

    def scores(self, _: str, passages: Sequence[RankedPassage], /) -> list[float]:
        self.given.append(passages)
        return [-passage.score for passage in passages]


class AsTheyAre:
    """Finds all of them equal."""

    def scores(self, _: str, passages: Sequence[RankedPassage], /) -> list[float]:
        return [1.0] * len(passages)


def opened(reranker: Reranker | None) -> Librarian:
    return Librarian.open(ROOT / "seeds", RetrievalSettings(), reranker=reranker)


def test_it_is_given_the_best_passages_by_their_words_best_first_and_verbatim() -> None:
    upside = Upside()
    librarian = opened(upside)
    librarian.ask("sanctions on Russia")
    best = [one.excerpt for one in opened(None).explanation("sanctions on Russia", CANDIDATES).candidates]
    (passages,) = upside.given
    assert [(passage.document.id, passage.text) for passage in passages] == [(e.document.id, e.text) for e in best]
    assert [passage.score for passage in passages] == sorted((one.score for one in passages), reverse=True)
    assert all(passage.text in passage.document.text for passage in passages)


def test_what_it_scores_highest_is_shown_first() -> None:
    upside = Upside()
    first = opened(upside).ask("sanctions on Russia").excerpts[0]
    assert upside.given[0][-1].text in first.text


def test_it_decides_neither_whether_there_is_an_answer_nor_how_sure_it_is() -> None:
    plain, turned = opened(None), opened(Upside())
    for question in QUESTIONS:
        before, after = plain.ask(question), turned.ask(question)
        assert (after.answered, after.confidence) == (before.answered, before.confidence)
        assert bool(after.excerpts) == bool(before.excerpts)


def test_one_that_knows_how_near_a_passage_comes_makes_the_answer_more_or_less_sure() -> None:
    class Near(AsTheyAre):
        def __init__(self, nearness: float) -> None:
            self._nearness = nearness

        def nearness(self, _question: str, _passage: RankedPassage, /) -> float:
            return self._nearness

    sure = [opened(Near(nearness)).ask("sanctions on Russia").confidence for nearness in (0.3, 0.6, 0.9)]
    assert sure == sorted(set(sure))
    assert opened(Near(0.9)).ask("hello").is_talk


def test_what_it_finds_equal_stays_in_order() -> None:
    plain, same = opened(None), opened(AsTheyAre())
    for question in QUESTIONS:
        assert [e.span for e in plain.ask(question, 1).excerpts] == [e.span for e in same.ask(question, 1).excerpts]


def test_one_that_forgets_a_passage_is_an_error() -> None:
    class Forgetful:
        def scores(self, _: str, passages: Sequence[RankedPassage], /) -> list[float]:
            return [1.0] * (len(passages) - 1)

    with pytest.raises(ValueError, match="shorter"):
        opened(Forgetful()).ask("sanctions on Russia")
