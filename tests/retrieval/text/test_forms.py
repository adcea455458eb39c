"""Other forms of one thing stand at its place, in texts and in questions."""

import time

import pytest

from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language

ANALYSIS = Analyzer().of(language("en"))


def terms(text: str) -> set[str]:
    return {token.term for token in ANALYSIS.tokens(text)}


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Blu-Ray", "bluray"),
        ("opt-in", "optin"),
        ("vue.js", "vuejs"),
        ("maxRetries", "retries"),
        ("max_retries", "maxRetries"),
        ("max-retries", "maxretries"),
        ("client.max_retries", "clientMaxRetries"),
        ("DB-25", "DB25"),
        ("7 pm", "19:00"),
        ("7:30 a.m.", "07:30"),
        ("25.000", "25000"),
        ("25,000", "25000"),
        ("25\u00a0000", "25000"),
        ("v3.4.0", "3.4"),
        ("v3", "3"),
        ("€20", "euro"),
        ("20 USD", "dollar"),
        ("the har-\nbour", "harbour"),
        ("har\u00adbour", "harbour"),
        ("Åkjær Øster", "akjaer oster"),
        ("Łukasz groß", "lukasz gross"),
        ("４２", "42"),
    ],
)
def test_a_thing_is_found_by_its_other_forms(written: str, asked: str) -> None:
    assert not terms(asked).isdisjoint(terms(written))


@pytest.mark.parametrize(
    ("one", "other"),
    [("C++", "C"), ("C#", "C"), ("F#", "F"), (".NET", "net"), ("3.4.1", "3.4"), ("3,5", "35"), ("U.S.", "U")],
)
def test_another_thing_has_another_term(one: str, other: str) -> None:
    first = next(iter(ANALYSIS.tokens(other))).term
    assert {token.term for token in ANALYSIS.tokens(one)} != {first}


def test_a_version_belongs_to_its_series() -> None:
    assert "3.4.x" in terms("3.4.1")
    assert "3.4.x" not in terms("3.4")


def test_a_form_has_the_place_of_the_whole() -> None:
    text = "the Blu-Ray disc"
    assert [token.span.of(text) for token in ANALYSIS.tokens(text) if token.is_form] == ["Blu-Ray"]


def test_the_end_of_a_sentence_joins_nothing() -> None:
    assert not [token for token in ANALYSIS.tokens("It is over.The end") if token.is_form]


@pytest.mark.parametrize("signs", ["a-", "1.", "a.", "aA", "$", "-\n", "1 ", "a_"])
def test_long_texts_take_no_long_time(signs: str) -> None:
    begun = time.process_time()
    list(ANALYSIS.tokens(signs * 20_000))
    assert time.process_time() - begun < 2
