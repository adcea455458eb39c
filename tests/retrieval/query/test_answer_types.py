"""Which kind of answer a question wants, and whether a sentence holds one."""

import pytest

from retrieval.query.answer_types import Kind, fit, wanted
from retrieval.text.languages import language

ENGLISH = language("en")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("when did it open", Kind.DATE),
        ("in what year was it built", Kind.DATE),
        ("how many boats are there", Kind.NUMBER),
        ("what percentage of them left", Kind.NUMBER),
        ("how high is the tower", Kind.NUMBER),
        ("who built it", Kind.PERSON),
        ("how did they build it", Kind.WAY),
        ("", Kind.OTHER),
    ],
)
def test_a_question_wants_a_date_a_number_or_something_else(question: str, kind: Kind) -> None:
    assert wanted(question, question.split(), ENGLISH) is kind


@pytest.mark.parametrize("text", ["It opened in 1907.", "It opened on a Monday.", "the 9th century", "in March"])
def test_dates_are_found_in_words_and_figures(text: str) -> None:
    assert fit(text, Kind.DATE, frozenset(), ENGLISH)


@pytest.mark.parametrize("text", ["three boats", "about 40 of them", "Half of the fleet", "twice as many"])
def test_numbers_are_found_in_words_and_figures(text: str) -> None:
    assert fit(text, Kind.NUMBER, frozenset(), ENGLISH)


def test_a_number_that_stands_in_the_question_is_no_answer_to_it() -> None:
    assert not fit("The 30 boats left.", Kind.NUMBER, frozenset(["30"]), ENGLISH)
    assert fit("The 30 boats left 4 behind.", Kind.NUMBER, frozenset(["30"]), ENGLISH)


def test_a_month_needs_its_capital() -> None:
    assert not fit("They may march.", Kind.DATE, frozenset(), ENGLISH)
