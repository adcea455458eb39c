"""A question goes through the rooms once, whatever is asked of its answer."""

from pathlib import Path
from unittest.mock import Mock

import pytest

from bot.app import App
from retrieval import Librarian, RetrievalSettings, librarian
from retrieval.answers import answer

TEXT = "The bakery opens at six. The baker sells bread and fish.\n\nThe harbour office is closed in winter.\n"
REFUSED = "Which football clubs won the winters cup?"


class Held:
    """Documents that do not change."""

    def __init__(self, librarian: Librarian) -> None:
        self.librarian = librarian


@pytest.fixture
def asked(tmp_path: Path) -> Librarian:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return Librarian.open(tmp_path, RetrievalSettings())


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> dict[str, Mock]:
    """What is called where a question is understood, ranked, and matched with a passage."""
    spies = {}
    for module, name in ((librarian, "understand"), (answer, "rank"), (answer, "match")):
        spies[name] = Mock(wraps=getattr(module, name))
        monkeypatch.setattr(module, name, spies[name])
    return spies


def assert_once(calls: dict[str, Mock]) -> None:
    assert calls["understand"].call_count == calls["rank"].call_count == 1
    matched = [call.args[2] for call in calls["match"].call_args_list]
    assert matched
    assert len(matched) == len(set(matched))


def test_a_refused_question_with_its_hints_is_worked_out_once(asked: Librarian, calls: dict[str, Mock]) -> None:
    reply = App(Held(asked), excerpts=3, words=150).ask(REFUSED)
    assert reply.found is False
    assert_once(calls)


def test_so_is_one_that_is_explained(asked: Librarian, calls: dict[str, Mock]) -> None:
    explanation = asked.explanation("When does the bakery open?")
    assert explanation.reasons
    assert explanation.answer.words == explanation.words
    assert_once(calls)


def test_an_answer_knows_how_each_word_was_understood(asked: Librarian) -> None:
    assert asked.ask(REFUSED).words == asked.explain(REFUSED)
    assert [use.word for use in asked.ask("the zymurgy of bread").words if not use.weight] == ["zymurgy"]
