"""Blocks are cut into pieces that can be shown."""

from retrieval.documents.passages import units
from tests.fakes.read_texts import document


def pieces(text: str, name: str = "a.md") -> list[str]:
    return [unit.text for unit in units(document(name, text))]


def test_long_code_is_cut_into_runs_of_lines_at_blank_ones() -> None:
    code = [f"key{n}: value{n}" for n in range(30)]
    code[9] = ""
    found = pieces("```\n" + "\n".join(code) + "\n```\n")
    assert [piece.count("\n") + 1 for piece in found] == [9, 12, 8]
    assert found[1].startswith("key10")


def test_a_line_without_a_full_stop_is_cut_into_pieces_of_bounded_words() -> None:
    found = pieces("so then we talked about it, " * 600, "a.txt")
    assert all(len(piece.split()) <= 120 for piece in found)
    assert sum(len(piece.split()) for piece in found) == 3600


def test_so_is_one_of_a_script_without_spaces() -> None:
    assert all(len(piece) <= 240 for piece in pieces("海豹吃鱼" * 500, "a.txt"))


def test_the_number_of_an_item_stands_before_its_first_sentence_and_is_not_said() -> None:
    found = list(units(document("a.md", "7. No ads. No spam.\n")))
    assert [unit.text for unit in found] == ["7. No ads.", "No spam."]
    assert [unit.said for unit in found] == ["No ads.", "No spam."]
