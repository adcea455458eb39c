"""A question in terms of the corpus."""

import pytest

from retrieval.index.vocabulary import Vocabulary, words_of
from retrieval.query.understanding import Query, understand
from retrieval.synonyms.thesaurus import Synonyms
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language

ANALYZER = Analyzer()
ANALYSIS = ANALYZER.of(language("en"))
SYNONYMS = Synonyms.parse("Big Apple, New York", ANALYSIS, "test")
TEXT = "The rouble fell while Zelenskyy met Rubio. Soldiers attacked, and negotiations with Paris failed."
VOCABULARY = Vocabulary([words_of([TEXT], ANALYSIS)])


def asked(question: str) -> Query:
    return understand(question, VOCABULARY, SYNONYMS, ANALYZER)


def found(question: str) -> dict[str, set[str]]:
    return {term.word: {part for variant in term.variants for part in variant} for term in asked(question).terms}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ruble", "rouble"),
        ("zelensky", "Zelenskyy"),
        ("soliders", "soldiers"),
        ("atacked", "attacked"),
        ("negotations", "negotiations"),
        ("Rubo", "Rubio"),
    ],
)
def test_a_typing_error_is_mended_by_the_corpus_s_own_words(typed: str, meant: str) -> None:
    assert set(ANALYSIS.terms(meant)) == found(typed)[typed.lower()]


@pytest.mark.parametrize("typed", ["bell", "double", "2016", "zzz", "fall"])
def test_another_word_is_not_taken_for_a_typing_error(typed: str) -> None:
    assert found(typed)[typed] == set()


def test_a_word_that_the_corpus_has_is_never_mended() -> None:
    assert found("soldier")["soldier"] == set(ANALYSIS.terms("soldiers"))


def test_function_words_and_repetitions_are_dropped() -> None:
    assert list(found("what did the soldiers do to the soldiers?")) == ["soldiers"]


def test_names_and_numbers_are_known_as_such() -> None:
    assert {term.word: term.is_name for term in asked("Why did Rubio pay 5 roubles?").terms} == {
        "rubio": True,
        "pay": False,
        "5": True,
        "roubles": False,
    }


@pytest.mark.parametrize("greeting", ["hello there!", "Thanks a lot 🙏", "how are you?", "good morning", "", "?!"])
def test_talk_is_no_question(greeting: str) -> None:
    assert asked(greeting).is_talk


@pytest.mark.parametrize("question", ["who wrote this?", "who is the author of the report"])
def test_asking_for_the_author_is_noticed(question: str) -> None:
    assert asked(question).asks_author
    assert not asked("what did Rubio say?").asks_author


@pytest.mark.parametrize(
    ("question", "is_one"),
    [
        ("what does rule 7 of the club say?", True),
        ("rule 7", True),
        ("§ 7?", True),
        ("see No. 7", True),
        ("may a guest stay for 7 days?", False),
        ("is it open at 7", False),
        ("my dog is a 7 year old", False),
        ("we threw 7 pitches", False),
    ],
)
def test_a_number_is_looked_for_as_a_label_where_something_goes_by_it(question: str, is_one: bool) -> None:
    vocabulary = Vocabulary([words_of(["There are 7 of them."], ANALYSIS)])
    (seven,) = (term for term in understand(question, vocabulary, SYNONYMS, ANALYZER).terms if term.word == "7")
    assert (("#7",) in seven.variants) is is_one
