"""Things that a question names, in whichever way it and the documents write them."""

import pytest

from retrieval.index.vocabulary import Vocabulary, words_of
from retrieval.query.items import named_by_order
from retrieval.query.understanding import Query, understand
from retrieval.synonyms.thesaurus import Synonyms
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language

ANALYZER = Analyzer()
ANALYSIS = ANALYZER.of(language("en"))
TEXT = (
    "The hotspot and the Blu-Ray player. Set `maxRetries` or the username. Use opt-in forms. Version 3.4.0, then 5.1.2 "
    "Wait ten days, or 12 weeks. Rule 3 counts. Three oars. It opens at 7 pm and costs 20 €. In May, ask Will. "
    "The while statement ends with `while`. How old? Help with a job is here. Kestrel C++ and ASP.NET."
)
VOCABULARY = Vocabulary([words_of([TEXT], ANALYSIS)])


def asked(question: str) -> Query:
    return understand(question, VOCABULARY, Synonyms(), ANALYZER)


def found(question: str) -> set[str]:
    """What the documents have of the question."""
    return {part for term in asked(question).terms for variant in term.variants for part in variant}


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("is there a hot spot?", "hotspot"),
        ("which hot-spot is it?", "hotspot"),
        ("bluray?", "bluray"),
        ("what is max retries for?", "max"),
        ("my user name", "usernam"),
        ("how do I opt in?", "optin"),
        ("what changed in v3.4?", "3.4.0"),
        ("what changed in 3.4.0?", "3.4.0"),
        ("what is new in 5.1?", "5.1.x"),
        ("after 10 days", "ten"),
        ("after twelve weeks", "12"),
        ("is it open at 19:00?", "19:00"),
        ("how many euros is it?", "euro"),
        ("what happens in may?", "may"),
        ("what does the while statement do?", "while"),
        ("c++?", "c++"),
        ("how old", "old"),
        ("who can help me?", "help"),
        ("is there a job?", "job"),
    ],
)
def test_a_thing_is_met_however_it_is_written(question: str, term: str) -> None:
    wanted = {"3.4.0": {"3.4.0", "3.4"}}.get(term, {term})
    assert wanted & found(question)
    assert not asked(question).is_talk


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("what is rule 3?", "three"),
        ("what changed in 5.1.3?", "5.1.x"),
        ("is it C?", "c++"),
        ("how long is the way", "long"),
    ],
)
def test_another_thing_is_not_met(question: str, term: str) -> None:
    assert term not in found(question)


def test_words_that_only_ask_are_no_topic() -> None:
    assert [term.word for term in asked("how many weeks?").terms] == ["weeks"]
    assert [term.word for term in asked("what time does it open?").terms] == ["open"] or "time" not in found(
        "what time?"
    )
    weak = {term.word: term.share for term in asked("how old is the player?").terms}
    assert 0 < weak["old"] < weak["player"] == 1


@pytest.mark.parametrize("question", ["WHERE IS THE PLAYER KEPT", "Where Is The Player Kept", "Player"])
def test_capitals_throughout_name_nothing(question: str) -> None:
    assert not any(term.is_name for term in asked(question).terms)


def test_a_name_inside_a_question_is_one() -> None:
    assert {term.word for term in asked("where does Kestrel stand?").terms if term.is_name} == {"kestrel"}


@pytest.mark.parametrize("question", ["player kept where", "where is the player", "Where is the player?", "PLAYER?!"])
def test_a_question_without_signs_or_in_keywords_asks_the_same(question: str) -> None:
    assert "player" in found(question)


def test_the_order_of_words_names_some() -> None:
    assert named_by_order("how does the while statement end".split(), ANALYSIS.language) == {3}
    assert named_by_order("when do for loops end".split(), ANALYSIS.language) == {2}
    assert not named_by_order("what is the other one for".split(), ANALYSIS.language)
