"""Is the unit that answers shown whole, and is what was left out told?"""

from itertools import pairwise
from pathlib import Path

import pytest

from retrieval import Excerpt, Librarian, RestKind, RetrievalSettings

STEPS = "\n".join(
    f"{n}. {words}" for n, words in enumerate(("Stop the pump.", "Drain it.", "Swap it.", "Start it."), 1)
)
ROWS = "\n".join(
    f"| part {n} | {n} euros | shelf {n} | ordered by the caretaker when it is needed |" for n in range(20)
)


def first(folder: Path, text: str, question: str, name: str = "a.md") -> Excerpt:
    """The first excerpt that answers the question, of a file with this text."""
    (folder / name).write_text(text, encoding="utf-8")
    (folder / "other.md").write_text("# Bees\n\nBees live in hives and gather nectar.\n", encoding="utf-8")
    return Librarian.open(folder, RetrievalSettings()).ask(question).excerpts[0]


def test_a_short_section_comes_whole_with_its_heading(tmp_path: Path) -> None:
    text = (
        "# Shop\n\n## Delivery time\n\nWe pack on Monday. It leaves on Tuesday. It takes nine days.\n\n## Else\n\nNo.\n"
    )
    assert first(tmp_path, text, "delivery time?").text == text[text.index("## Delivery") : text.index("\n\n## Else")]


def test_a_heading_that_answers_is_quoted_with_its_marks(tmp_path: Path) -> None:
    text = "# Rules\n\n## 12. Be kind\n\n## 13. No pineapple on pizza\n\n## 14. Have fun\n"
    assert first(tmp_path, text, "rule 13").text == "## 13. No pineapple on pizza"


def test_the_marks_of_a_heading_behind_a_byte_order_mark_are_quoted_without_it(tmp_path: Path) -> None:
    text = "\ufeff# Refunds\n\nA refund is paid within fourteen days.\n"
    found = first(tmp_path, text, "when is a refund paid?")
    assert found.text == text[1:].rstrip()
    assert found.span.start == 1


def test_what_is_much_weaker_than_the_best_is_not_shown_where_the_answer_would_get_long(tmp_path: Path) -> None:
    filling = " ".join(f"Number {n} of the boats is painted in a colour that its owner likes." for n in range(9))
    strong = f"# Zeppelin\n\nThe grey zeppelin of the harbour flies at noon. {filling}\n"
    (tmp_path / "weak.md").write_text(f"# Dogs\n\nA dog barks at noon. {filling}\n", encoding="utf-8")
    (tmp_path / "strong.md").write_text(strong, encoding="utf-8")
    answer = Librarian.open(tmp_path, RetrievalSettings()).ask("when does the grey zeppelin of the harbour fly?")
    assert {excerpt.document.id for excerpt in answer.excerpts} == {"strong.md"}


def test_an_answer_deep_in_a_long_section_begins_near_it_and_is_bounded(tmp_path: Path) -> None:
    filling = " ".join(f"Number {n} of the boats is painted in a colour that its owner likes." for n in range(40))
    found = first(tmp_path, f"# Boats\n\n{filling}\n\nThe zeppelin is grey. {filling}\n", "which zeppelin is grey?")
    assert found.text.startswith("The zeppelin is grey.")
    assert len(found.text.split()) <= 120


def test_a_question_comes_with_its_answer(tmp_path: Path) -> None:
    text = "**Can I bring a guest?**\n\nYes, one a week.\n\n**Is there parking?**\n\nBehind the hall.\n"
    assert first(tmp_path, text, "can I bring a guest?").text.endswith("Yes, one a week.")


def test_steps_come_whole_with_their_lead_in(tmp_path: Path) -> None:
    text = f"# Cellar\n\n## Filter\n\nTo change the filter:\n\n{STEPS}\n"
    found = first(tmp_path, text, "how do I change the filter?")
    assert found.text.endswith(f"To change the filter:\n\n{STEPS}")
    assert found.rest is None


def test_a_row_of_a_long_table_has_its_header_and_tells_how_many_rows_are_left_out(tmp_path: Path) -> None:
    header = "| name | price | place | note |"
    text = f"# Parts\n\n{header}\n|---|---|---|---|\n{ROWS}\n"
    found = first(tmp_path, text, "price of part 17?")
    assert "| part 17 | 17 euros |" in found.text
    assert [place.of(found.document.text) for place in found.context] == [header]
    assert found.rest is not None
    assert (found.rest.kind, found.rest.count) == (RestKind.ROWS, 20 - found.text.count("euros"))


@pytest.mark.parametrize("question", ["rule 3", "what does rule 3 say?"])
def test_an_item_that_is_asked_for_by_its_number_comes_alone_with_what_stands_below_it(
    question: str, tmp_path: Path
) -> None:
    text = (
        "# House rules\n\n1. Be kind.\n2. No dogs.\n3. Quiet hours:\n   - from ten\n   - until six\n4. Three strikes.\n"
    )
    assert first(tmp_path, text, question).text == text[text.index("3. ") : text.index("\n4. ")]


def test_a_heading_that_matches_leads_to_the_beginning_of_its_text(tmp_path: Path) -> None:
    body = "Everyone may stay away for up to a year. The first weeks are paid in full. Half is paid for the rest of it."
    text = f"# Staff\n\n## Study leave\n\n{body}\n\nAsk the office in spring. Bring the form.\n\nNo one asks.\n"
    assert body in first(tmp_path, text, "what are the terms of study leave?").text


def test_an_item_has_the_item_it_stands_below(tmp_path: Path) -> None:
    plans = "\n".join(
        f"- {plan} plan\n    - has {n} GB of storage for the files of everybody who works in the {plan} office\n"
        f"    - is paid by the month, by card or by transfer, and can be ended at the end of each month"
        for n, plan in enumerate(("Basic", "Pro", "Large", "Giant", "Endless"), 10)
    )
    found = first(tmp_path, f"# Plans\n\n{plans}\n", "storage of the Endless office?")
    shown = [place.of(found.document.text) for place in found.context]
    assert "- Endless plan" in shown or "- Endless plan" in found.text


def test_of_a_long_file_of_code_the_lines_around_the_match_are_shown(tmp_path: Path) -> None:
    code = "\n".join(f"setting_{n} = {n}" for n in range(200))
    found = first(tmp_path, f"# Settings\n\nThe file:\n\n```\n{code}\n```\n", "setting_150")
    assert "setting_150 = 150" in found.text
    assert found.rest is not None
    assert (found.rest.kind, found.rest.count) == (RestKind.LINES, 200 - found.text.count(" = "))


@pytest.mark.parametrize("separator", [" ", "; "])
def test_a_line_of_thousands_of_words_is_shown_around_its_match(tmp_path: Path, separator: str) -> None:
    line = separator.join([*(f"word{n}" for n in range(3000)), "xylophone", *(f"word{n}" for n in range(3000, 6000))])
    found = first(tmp_path, f"{line}\n", "xylophone", "log.txt")
    assert "xylophone" in found.text
    assert len(found.text.split()) <= 120


def test_lines_of_a_note_stand_each_for_itself(tmp_path: Path) -> None:
    text = "The guest password is sunflower\nThe printer stands in room 4\nThe key hangs behind the door\n"
    assert first(tmp_path, text, "guest password?", "note.txt").text == "The guest password is sunflower"


def test_excerpts_do_not_overlap_and_the_context_stands_above_them(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# Parts\n\n| name | price |\n|---|---|\n{ROWS}\n\n{STEPS}\n", encoding="utf-8")
    excerpts = Librarian.open(tmp_path, RetrievalSettings()).ask("price of part 3 or part 17, and drain it").excerpts
    places = sorted(excerpt.span for excerpt in excerpts)
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert all(place.end <= excerpt.span.start for excerpt in excerpts for place in excerpt.context)
