"""Documents are cut into short runs of sentences that belong together."""

import random

from retrieval.documents.model import Document
from retrieval.documents.passages import MAX_UNITS, MAX_WORDS, passages, units
from retrieval.text.orthography import words
from tests.fakes.read_texts import untitled

SENTENCE = "Every boat that enters the harbour pays a small fee to the council of the town."


def document(text: str, suffix: str = ".txt") -> Document:
    return untitled(f"a{suffix}", text)


def cut(text: str, suffix: str = ".txt") -> list[list[str]]:
    found = list(units(document(text, suffix)))
    return [[unit.text for unit in found[p.first : p.last]] for p in passages(found)]


def test_a_passage_starts_at_every_sentence_and_holds_at_most_three() -> None:
    text = " ".join(SENTENCE.replace("small", f"small {n}") for n in range(6))
    assert [len(passage) for passage in cut(text)] == [MAX_UNITS] * 4 + [2, 1]
    assert all(sum(len(words(s)) for s in passage) <= MAX_WORDS for passage in cut(text))


def test_short_items_are_taken_four_at_a_time() -> None:
    assert len(cut("We sell these:\n\n- rye bread\n- sweet rolls\n- fish\n- milk\n", ".md")[0]) == MAX_UNITS + 1


def test_a_sentence_longer_than_any_passage_is_a_passage_of_its_own() -> None:
    text = f"{SENTENCE} {'and so on ' * 60}ends here. {SENTENCE}"
    assert any(len(passage) == 1 and len(words(passage[0])) > MAX_WORDS for passage in cut(text))


def test_no_passage_crosses_a_heading_or_has_one_above_its_text() -> None:
    text = f"{SENTENCE}\n\nThe fee of the boats\n\n{SENTENCE}"
    assert cut(text) == [[SENTENCE], [SENTENCE]]


def test_a_heading_with_nothing_below_is_a_passage_of_its_own() -> None:
    text = "# Rules\n\n## Shoes off\n\n## No glass near the pool\n"
    assert cut(text, ".md") == [["Rules"], ["Shoes off"], ["No glass near the pool"]]


def test_code_that_does_not_fit_below_its_text_is_a_passage_all_the_same() -> None:
    code = [f"key{n}: the value of number {n}" for n in range(40)]
    found = cut("\n".join(["Many words stand here, " * 15, "", "```", *code, "```"]), ".md")
    assert all(any(line in unit for passage in found for unit in passage) for line in code)


def test_what_stands_below_a_label_or_behind_a_folded_answer_is_a_section_of_its_own() -> None:
    text = '<Tab label="macOS">\nDrag it.\n</Tab>\n<Tab label="Linux">\nRun it.\n</Tab>\n\nThen start it.\n'
    assert [unit.section for unit in units(document(text, ".md"))] == [0, 1, 2]


def test_names_in_front_matter_are_found_by_every_passage_and_are_none() -> None:
    text = f"---\ntitle: Boats\naliases: [ships]\n---\n\n{SENTENCE}\n"
    assert cut(text, ".md") == [[SENTENCE]]
    assert untitled("a.md", text).aliases == ("ships",)


def test_a_quotation_of_several_sentences_stays_whole() -> None:
    quote = "“We went out at night. The fog came in. Nobody saw the harbour,” said the fisherman."
    assert cut(quote)[0] == [quote]


def test_a_lead_in_is_not_left_hanging_at_the_end() -> None:
    text = f"{SENTENCE} The mayor added:\n\n{SENTENCE} {SENTENCE} {SENTENCE}"
    for passage in cut(text):
        assert len(passage) == 1 or not passage[-1].endswith(":")


def test_code_is_one_piece_and_follows_the_text_that_explains_it() -> None:
    found = cut("Set both of them like this.\n\n```\nx = 1.\ny = 2.\n```\n", ".md")
    assert found == [["Set both of them like this.", "x = 1.\ny = 2."]]


def test_nothing_begins_behind_a_question_or_lead_in_but_its_items() -> None:
    asked = f"May I bring a dog? {SENTENCE} {SENTENCE} {SENTENCE}"
    assert [passage[0] for passage in cut(asked)] == ["May I bring a dog?", SENTENCE, SENTENCE]
    listed = cut("We sell these:\n\n- rye bread\n- fish\n", ".md")
    assert [passage[0] for passage in listed] == ["We sell these:", "- rye bread", "- fish"]


def test_every_unit_with_a_word_stands_in_a_passage_or_above_one() -> None:
    draw = random.Random(3)  # noqa: S311 - the same texts every time
    parts = (
        "## A heading",
        "Is it so?",
        "He said:",
        "- an item",
        "```\nrun it\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |",
    )
    for _ in range(60):
        chosen = [draw.choice((*parts, " ".join([SENTENCE] * draw.randint(1, 5)))) for _ in range(draw.randint(1, 9))]
        found = list(units(document("\n\n".join(chosen), ".md")))
        inside = {at for passage in passages(found) for at in range(passage.first, passage.last)}
        for at, unit in enumerate(found):
            is_above = unit.is_heading and at + 1 < len(found) and found[at + 1].section == unit.section
            assert at in inside or is_above, unit.text
