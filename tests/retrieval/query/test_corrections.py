"""Only what is plainly mistyped is mended."""

import time

import pytest

from retrieval.index.vocabulary import Vocabulary, words_of
from retrieval.query.corrections import corrections, is_mistyped_function_word
from retrieval.query.understanding import understand
from retrieval.synonyms.thesaurus import Synonyms
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language

ENGLISH = language("en")
ANALYZER = Analyzer()
ANALYSIS = ANALYZER.of(ENGLISH)
TEXT = (
    "The harbour master cannot see the lantern. Every skipper pays a mooring fee; water and colour count. Ask Ludvik "
    "about the fish."
)
VOCABULARY = Vocabulary([words_of([TEXT], ANALYSIS)])


def meant(typed: str) -> set[tuple[str, ...]]:
    return set(corrections(typed, VOCABULARY, ANALYSIS))


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("lantren", "lantern"),
        ("alntern", "lantern"),
        ("antern", "lantern"),
        ("kantern", "lantern"),
        ("llantern", "lantern"),
        ("skiper", "skipper"),
        ("ludwik", "Ludvik"),
        ("color", "colour"),
        ("fihs", "fish"),
    ],
)
def test_a_typing_error_anywhere_is_mended(typed: str, word: str) -> None:
    assert meant(typed) == {tuple(ANALYSIS.terms(word))}


@pytest.mark.parametrize("word", ["carrot", "weather", "slipper", "boring", "honour"])
def test_a_word_of_the_language_is_none(word: str) -> None:
    assert not meant(word)


def test_two_words_typed_as_one_are_told_apart() -> None:
    assert meant("harbourmaster") == {tuple(ANALYSIS.terms("harbour master"))}
    assert meant("thelantern") == {("lantern",)}


def test_a_mistyped_function_word_is_no_topic() -> None:
    assert is_mistyped_function_word("betwen", ENGLISH)
    assert not is_mistyped_function_word("otto", ENGLISH)
    asked = understand("wher is the lantern?", VOCABULARY, Synonyms(), ANALYZER)
    assert [term.word for term in asked.terms] == ["lantern"]


def test_a_question_of_many_unknown_words_takes_no_long_time() -> None:
    question = " ".join(
        f"qz{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}{'uvwxyzabcd'[n // 100 % 10]}x" for n in range(2000)
    )
    begun = time.process_time()
    understand(question, VOCABULARY, Synonyms(), ANALYZER)
    assert time.process_time() - begun < 0.5
