"""Does a check tell what stands in the documents, and what departs from them?"""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval import Difference, Librarian, RetrievalSettings

SEEDS = Path(__file__).parents[3] / "seeds"
LIBRARIAN = Librarian.open(SEEDS, RetrievalSettings())
SENTENCE = (
    "The Kremlin stated that BRICS is not planning its own currency but is focused on joint investment platforms."
)


def verdict(sentence: str) -> str:
    (checked,) = LIBRARIAN.check(sentence)
    return checked.verdict


def test_a_sentence_stands_verbatim_whatever_white_space_is_between_its_words() -> None:
    (checked,) = LIBRARIAN.check(SENTENCE.replace(" ", " \n"))
    assert checked.verdict == "verbatim"
    assert checked.excerpt is not None
    assert checked.excerpt.text == SENTENCE
    assert checked.excerpt.lines == (17, 17)


@pytest.mark.parametrize(
    ("changed", "differences"),
    [
        (SENTENCE.replace("not planning", "planning"), (Difference("", "not", grave=True),)),
        (SENTENCE.replace("Kremlin", "White House"), (Difference("White House", "Kremlin"),)),
        (SENTENCE.replace("own currency", "own new currency"), (Difference("new", ""),)),
        (SENTENCE.replace("Kremlin", "kremlin"), (Difference("kremlin", "Kremlin"),)),
    ],
)
def test_what_is_left_out_added_or_put_otherwise_is_told(changed: str, differences: tuple[Difference, ...]) -> None:
    (checked,) = LIBRARIAN.check(changed)
    assert checked.verdict == ("otherwise" if differences[0].grave else "near")
    assert checked.differences == differences
    assert checked.excerpt is not None
    assert checked.excerpt.text == SENTENCE
    assert [span.of(checked.excerpt.document.text) for span in checked.excerpt.highlights] == [
        difference.source for difference in differences if difference.source
    ]


@pytest.mark.parametrize(
    "sentence", ["The moon is made of cheese.", "The Kremlin likes cheese.", "No.", "Zymurgy!", "ruble is not rubles"]
)
def test_other_sentences_do_not_stand_there(sentence: str) -> None:
    assert verdict(sentence) == "none"


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert verdict("BRICS") == "verbatim"
    assert verdict("BRIC") == "none"


@pytest.mark.parametrize("text", ["", " \n", "…", "?! -- #"])
def test_a_text_without_words_has_nothing_to_check(text: str) -> None:
    assert LIBRARIAN.check(text) == ()


@settings(max_examples=30)
@given(st.text(max_size=300))
def test_any_text_can_be_checked(text: str) -> None:
    for checked in LIBRARIAN.check(text):
        assert (checked.excerpt is None) == (checked.verdict == "none")
        assert checked.sentence in text


@pytest.mark.parametrize(
    "sentence",
    [
        'The "guest" room - it\'s free - is on the first floor.',
        "The “guest” room – it’s free – is on the **first** floor.",
        "The 'guest' room — it‘s free — is on\nthe first floor.",
    ],
)
def test_a_sentence_in_other_typography_stands_verbatim(tmp_path: Path, sentence: str) -> None:
    text = "The »guest« room – it’s free – is on the __first__ [floor](plan.md).\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (checked,) = Librarian.open(tmp_path, RetrievalSettings()).check(sentence)
    assert checked.verdict == "verbatim"


def test_a_changed_number_stands_otherwise_and_is_told_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Every member pays 30 euros on the first day of the year.\n", encoding="utf-8")
    (checked,) = Librarian.open(tmp_path, RetrievalSettings()).check(
        "Each member pays 50 euros on the first day of the year."
    )
    assert checked.verdict == "otherwise"
    assert checked.differences[0] == Difference("50", "30", grave=True)


def test_a_long_text_is_checked_by_the_inverted_lists(tmp_path: Path) -> None:
    sentences = [f"The clerk of ward {n} files {n % 7} reports with office {n % 89}." for n in range(600)]
    for at in range(0, 600, 20):
        (tmp_path / f"{at:03}.md").write_text("\n\n".join(sentences[at : at + 20]) + "\n", encoding="utf-8")
    librarian = Librarian.open(tmp_path, RetrievalSettings())
    searched = [one.document for one in (c.excerpt for c in librarian.check(sentences[371])) if one]
    assert [document.id for document in searched] == ["360.md"]
    wrong = sentences[371].replace("clerk", "cook")
    (checked,) = librarian.check(wrong)
    assert (checked.verdict, [(d.said, d.source) for d in checked.differences]) == ("near", [("cook", "clerk")])


def test_a_word_of_6000_letters_is_checked_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The hall is open all day.\n", encoding="utf-8")
    librarian = Librarian.open(tmp_path, RetrievalSettings())
    started = time.perf_counter()
    assert {checked.verdict for checked in librarian.check("x" * 6000)} == {"none"}
    assert time.perf_counter() - started < 1
