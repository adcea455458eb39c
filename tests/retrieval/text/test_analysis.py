"""Words as the index sees them."""

from itertools import product

import pytest
import Stemmer
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from tests.fakes.threads import in_threads

ANALYSIS = Analyzer().of(language("en"))


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
    assert [token.term for token in ANALYSIS.tokens(one)] == [token.term for token in ANALYSIS.tokens(other)]


def test_a_country_in_capitals_is_not_the_pronoun() -> None:
    assert ANALYSIS.terms("did the US tell us") == ["us"]
    assert ANALYSIS.terms("will it help us") == ["help"]


def test_a_question_typed_in_capitals_keeps_its_function_words() -> None:
    assert ANALYSIS.terms("WHAT DID THEY SAY ABOUT IT") == ["say"]


def test_hyphenated_words_are_found_by_their_parts() -> None:
    assert ANALYSIS.terms("a 30-day Trump-Putin call") == ["30", "day", "trump", "putin", "call"]


def test_scripts_without_spaces_become_overlapping_pairs() -> None:
    assert ANALYSIS.terms("美国广播 abc 台") == ["美国", "国广", "广播", "abc", "台"]


@given(st.text())
def test_every_token_s_place_holds_its_word(text: str) -> None:
    for token in ANALYSIS.tokens(text):
        assert 0 <= token.span.start < token.span.end <= len(text)
        assert token.word
    starts = [token.span.start for token in ANALYSIS.tokens(text)]
    own = [token.span.start for token in ANALYSIS.tokens(text) if not token.is_form]
    assert own == sorted(set(own))
    assert [token.span.start - 7 for token in ANALYSIS.tokens(text, offset=7)] == starts


def test_threads_that_stem_at_once_get_the_stems_that_one_alone_gets() -> None:
    starts = map("".join, product("bcdfgklmnprst", "aeiouy", "bdgklmnprt"))
    endings = "s ed ing ly ness ational fulness ization".split()
    words = [start + ending for start, ending in product(starts, endings)]
    alone = Stemmer.Stemmer("english")
    expected = {word: [alone.stemWord(word)] for word in words}

    def stemmed(number: int) -> dict[str, list[str]]:
        first = number * len(words) // 8  # each begins elsewhere, so that none finds it all remembered
        return {word: [token.term for token in ANALYSIS.tokens(word)] for word in words[first:] + words[:first]}

    for terms in in_threads(stemmed):
        assert terms == expected
