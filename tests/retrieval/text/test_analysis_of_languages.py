"""Do the spellings and forms of a word meet in each language, and is a question cut where its grammar is?"""

import pytest

from retrieval.text.analysis import Analyzer
from retrieval.text.folding import fold
from retrieval.text.languages import LANGUAGES, language

ANALYZER = Analyzer()


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("de", "Häuser", "Haus"),
        ("de", "Straße", "STRASSE"),
        ("de", "Müller", "Muller"),
        ("es", "canciones", "cancion"),
        ("fr", "l’homme", "hommes"),
        ("fr", "qu'études", "étude"),
        ("it", "dell'arte", "arte"),
        ("pt", "populações", "população"),
        ("ru", "столицей", "столица"),
        ("ru", "за́мок", "замок"),
        ("ru", "ёлка", "елка"),
        ("uk", "столиці", "столицею"),
        ("pl", "Łódź", "lodz"),
        ("da", "Ærø", "aero"),
        ("tr", "Ankara'nın", "Ankara"),
        ("tr", "IRMAK", "ırmak"),
        ("tr", "İstanbul", "istanbul"),
        ("ro", "orașului", "orașul"),
        ("el", "ΠΟΛΗΣ", "πόλη"),
        ("ar", "المدرسةُ", "مدرسه"),
        ("ar", "كتـــاب", "كتاب"),
        ("fa", "کتاب", "كتاب"),
        ("he", "הַמֶּלֶךְ", "המלך"),
        ("he", "צה״ל", "צהל"),
        ("hi", "लड़कियाँ", "लड़की"),
        ("hi", "किताबें", "किताब"),
        ("ar", "١٩٤٥", "1945"),
        ("zh", "ＡＢＣ", "abc"),
    ],
)
def test_forms_of_one_word_are_one_term(code: str, one: str, other: str) -> None:
    analysis = ANALYZER.of(language(code))
    assert len(analysis.terms(f"{one}")) == 1
    assert analysis.terms(one) == analysis.terms(other)


@pytest.mark.parametrize("word", ["हिन्दी", "தமிழ்", "বাংলা", "తెలుగు", "മലയാളം", "සිංහල"])
def test_words_of_india_are_whole_at_their_vowel_signs(word: str) -> None:
    for code in ("hi", "en", "und"):
        (token,) = ANALYZER.of(language(code)).tokens(word)
        assert token.span.of(word) == word


def test_accents_tell_words_apart_where_they_do_in_the_language() -> None:
    assert ANALYZER.of(language("vi")).terms("ma má") == ["ma", "má"]
    assert ANALYZER.of(language("es")).terms("más mas") == []


@pytest.mark.parametrize(
    ("code", "question", "telling"),
    [
        ("zh", "法国的首都是哪里？", ["法国", "首都"]),
        ("zh", "誰在1889年建造了鐵塔", ["1889", "年建", "建造", "鐵塔"]),
        ("ja", "東京タワーはいつ建てられましたか", ["東京", "京タ", "タワ", "ワー", "建て"]),
        ("ko", "서울은 어디에 있습니까?", ["서울"]),
        ("ko", "대한민국의 수도는 무엇입니까", ["대한", "한민", "민국", "수도"]),
    ],
)
def test_a_question_without_spaces_is_cut_at_the_words_of_its_grammar(
    code: str, question: str, telling: list[str]
) -> None:
    assert [token.word for token in ANALYZER.of(language(code)).question(question)] == telling


def test_a_question_of_nothing_but_grammar_keeps_its_words() -> None:
    assert ANALYZER.of(language("zh")).question("什么是什么")


@pytest.mark.parametrize("code", ["ja", "ko", "zh", "th"])
def test_a_long_question_of_grammar_alone_is_cut_at_once(code: str) -> None:
    grammar = {"ja": "のはがをにと", "ko": "에서는", "zh": "的是什么", "th": "ที่ของ"}[code]
    assert ANALYZER.of(language(code)).question(grammar * 2_000 + "x")


@pytest.mark.parametrize("code", LANGUAGES)
def test_function_words_are_known_as_they_are_written(code: str) -> None:
    found = LANGUAGES[code]
    analysis = ANALYZER.of(found)
    for word in found.function_words:
        assert all(token.is_function_word for token in analysis.tokens(word)) or len(word) < 2 or not word.isalpha()


def test_folding_leaves_the_letters_of_a_word() -> None:
    assert fold("Łódź Ærø Großer Þór œuvre ÅNGSTRÖM") == "lodz aero grosser thor oeuvre angstrom"
    assert fold("हिन्दी") == "हिन्दी"
