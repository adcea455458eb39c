"""Function words that are names."""

import pytest

from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language

ENGLISH = language("en")
ANALYSIS = Analyzer().of(ENGLISH)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the race is in May again", "may"),
        ("In May the boats return", "may"),
        ("May 9 is a holiday", "may"),
        ("ask Will about the oars", "will"),
        ("`while` repeats a block", "while"),
        ("the word 'not' turns it round", "not"),
    ],
)
def test_a_function_word_written_as_a_name_is_one(text: str, name: str) -> None:
    assert name in ANALYSIS.terms(text)


@pytest.mark.parametrize(
    "text", ["May we row? Will you? It ended. While it rained, we sat.", "In The Boat", "I may row"]
)
def test_a_capital_at_the_beginning_or_in_a_heading_names_nothing(text: str) -> None:
    assert {"may", "will", "it", "while", "the", "in", "i"}.isdisjoint(ANALYSIS.terms(text))
