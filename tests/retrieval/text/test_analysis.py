"""Words as the index sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.analysis import Analyzer

ANALYZER = Analyzer()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trump’s", "trump"),
        ("Trump's", "Trump"),
        ("U.S.", "US"),
        ("150,000", "150000"),
        ("Café", "cafe"),
        ("sanctions", "sanction"),
        ("NEGOTIATING", "negotiate"),
        ("don’t", "dont"),
    ],
)
def test_spellings_of_one_word_are_one_term(one: str, other: str) -> None:
    assert [token.term for token in ANALYZER.tokens(one)] == [token.term for token in ANALYZER.tokens(other)]


def test_a_country_in_capitals_is_not_the_pronoun() -> None:
    assert ANALYZER.terms("did the US tell us") == ["us"]
    assert ANALYZER.terms("will it help us") == ["help"]


def test_a_question_typed_in_capitals_keeps_its_function_words() -> None:
    assert ANALYZER.terms("WHAT DID THEY SAY ABOUT IT") == ["say"]


def test_hyphenated_words_are_found_by_their_parts() -> None:
    assert ANALYZER.terms("a 30-day Trump-Putin call") == ["30", "day", "trump", "putin", "call"]


def test_scripts_without_spaces_become_overlapping_pairs() -> None:
    assert ANALYZER.terms("美国广播 abc 台") == ["美国", "国广", "广播", "abc", "台"]


@given(st.text())
def test_every_token_s_place_holds_its_word(text: str) -> None:
    for token in ANALYZER.tokens(text):
        assert 0 <= token.span.start < token.span.end <= len(text)
        assert token.word
    starts = [token.span.start for token in ANALYZER.tokens(text)]
    assert starts == sorted(set(starts))
    assert [token.span.start - 7 for token in ANALYZER.tokens(text, offset=7)] == starts
