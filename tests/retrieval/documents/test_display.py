"""Does a reader see the words of an excerpt in their order, and nothing of its markup?"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Block, Document, Excerpt, Librarian, RetrievalSettings, Role, Span, parts

SEEDS = Path(__file__).parents[3] / "seeds"


def seen(text: str, name: str = "a.md", role: Role = Role.PARAGRAPH) -> str:
    """What is seen of a file with one block."""
    span = Span(0, len(text))
    return "\n".join(part.text for part in parts(Excerpt(Document(name, "", text, (Block(span, role),)), span)))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("It is **very** _nice_ and ~~bad~~ *so*.", "It is very nice and bad so."),
        ("See [the guide](../guide.md) first.", "See the guide first."),
        ("See [the guide](https://example.org/a_b 'Title').", "See the guide (https://example.org/a_b)."),
        ("Write to <mailto:a@example.org>.", "Write to mailto:a@example.org."),
        ("Open [[rooms|the rooms]] and [[Hall]].", "Open the rooms and Hall."),
        ("Press <kbd>Esc</kbd> or <Button size={3}>Go</Button>.", "Press Esc or Go."),
        ("Run `pip install *` in snake_case_name.", "Run pip install * in snake_case_name."),
        ("Put it in <path> { #anchor }", "Put it in <path>"),
        ("5 \\* 3 is 15, and a &amp; b &lt; c", "5 * 3 is 15, and a & b < c"),
        ("Quoted\n> over lines", "Quoted\nover lines"),
        ("**[Both](x.md)** and __**all**__", "Both and all"),
    ],
)
def test_marks_of_markdown_are_not_seen(source: str, shown: str) -> None:
    assert seen(source) == shown


def test_other_formats_are_shown_to_the_letter() -> None:
    text = "It is **very** nice, see [x](y) & <b>bold</b>."
    assert seen(text, "a.txt") == text


def test_code_is_shown_as_it_stands() -> None:
    assert seen("if a **b:  # [x](y)\n    <b>", role=Role.CODE) == "if a **b:  # [x](y)\n    <b>"


def test_a_row_is_seen_as_pairs_of_header_and_cell_without_padding(tmp_path: Path) -> None:
    rows = "\n".join(f"| part {n}    | {n} euros | " + "note " * 20 + "|" for n in range(20))
    (tmp_path / "a.md").write_text(f"| Name | Price | Note |\n|---|:-:|---|\n{rows}\n", encoding="utf-8")
    (excerpt, *_) = Librarian.open(tmp_path, RetrievalSettings()).ask("price of part 17?").excerpts
    assert "Name: part 17 · Price: 17 euros · Note: note" in "\n".join(part.text for part in parts(excerpt))


@given(st.text(st.sampled_from("ab1 *_`[]()<>{}#\\&;|~=!\n:/\"'-"), min_size=1, max_size=80))
def test_whatever_stands_there_the_words_shown_are_the_documents_in_their_order(text: str) -> None:
    shown = iter(re.findall(r"[^\W_]", text))
    assert all(char in shown for char in re.findall(r"[^\W_]", seen(text)))


def test_of_plain_text_nothing_is_missing() -> None:
    for document in Librarian.open(SEEDS, RetrievalSettings()).documents:
        span = Span(0, len(document.text))
        shown = " ".join(part.text for part in parts(Excerpt(document, span)))
        assert shown.split() == document.text.split()
