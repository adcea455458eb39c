"""What of a text no reader sees, and by which number a piece of it goes."""

import pytest

from retrieval import Role
from retrieval.documents.passages import units
from retrieval.documents.seen import label, seen, seen_text
from tests.fakes.read_texts import document


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('See [the guide](guide.md "Read it") first.', "See [the guide] first."),
        ('Tea <b class="x">and</b> milk<br/>.', "Tea and milk ."),
        ("# Fees { #fees }", "# Fees"),
        ("Here <!-- not this --> it is.", "Here it is."),
        ('<Tab value="mac">Drag it.</Tab>', "Drag it."),
        ("Ask at <desk@club.example> or a < b > c.", "Ask at <desk@club.example> or a < b > c."),
    ],
)
def test_what_is_not_seen_gives_way_to_blanks(text: str, words: str) -> None:
    assert len(seen(text)) == len(text)
    assert seen(text).split() == words.split()


def test_of_code_everything_is_seen() -> None:
    text = "See <b>this</b>:\n\n```html\n<b>this</b>\n```\n"
    found = seen_text(document("a.md", text))
    assert len(found) == len(text)
    assert found.count("<b>") == 1


def test_the_label_of_a_tab_is_seen_and_its_other_attributes_are_not() -> None:
    text = '<TabItem value="mac" label="macOS">\nDrag it.\n</TabItem>\n'
    found = seen_text(document("a.md", text))
    assert len(found) == len(text)
    assert found.split() == ["macOS", "Drag", "it."]


@pytest.mark.parametrize(
    ("text", "role", "number"),
    [
        ("7. No ads.", Role.ITEM, "7"),
        ("**7.** No ads.", Role.PARAGRAPH, "7"),
        ("(2) Data are deleted.", Role.PARAGRAPH, "2"),
        ("Rule 3: be kind", Role.PARAGRAPH, "3"),
        ("Step 3", Role.HEADING, "3"),
        ("§ 4 Fees", Role.HEADING, "4"),
        ("3.2 Dogs", Role.HEADING, "3.2"),
        ("| 12 | Ann |", Role.TABLE, "12"),
        ("1642 ships came.", Role.PARAGRAPH, ""),
        ("16:02 ann: hello", Role.PARAGRAPH, ""),
        ("Room 4 is locked.", Role.PARAGRAPH, ""),
    ],
)
def test_a_piece_goes_by_the_number_at_its_beginning(text: str, role: Role, number: str) -> None:
    assert label(text, role) == number


def test_only_the_first_sentence_of_an_item_has_its_number() -> None:
    assert [unit.label for unit in units(document("a.md", "7. No ads. None at all.\n"))] == ["7", ""]


def test_what_an_abbreviation_stands_for_is_seen_on_pointing_at_it() -> None:
    text = 'Mark it as <dfn title="obsolete">deprecated</dfn>, <a title="elsewhere" href="x.md">or not</a>.'
    assert seen(text).split() == ["Mark", "it", "as", "obsolete", "deprecated", ",", "or", "not", "."]
    assert len(seen(text)) == len(text)
