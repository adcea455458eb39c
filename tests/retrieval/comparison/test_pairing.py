"""What do two documents both say, and where do they differ?"""

from pathlib import Path

import pytest

from bot.replies.comparisons import of_comparison
from bot.replies.model import Listing, Paragraph, Quote
from retrieval import Comparison, Librarian, RetrievalSettings, UnknownDocument

DRAFT = (
    "The council of Portland will rebuild the lighthouse for 40 million euros. "
    "The ferry to the northern islands sails on every weekday.\n\n"
    "Fishermen may sell their catch on the quay without a licence.\n"
)
FINAL = (
    "The council of Portland will not rebuild the lighthouse for 45 million euros. "
    "A museum of whaling opens beside the old customs house.\n\n"
    "Fishermen may sell their catch on the quay without a licence.\n"
)


@pytest.fixture
def librarian(tmp_path: Path) -> Librarian:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "final.txt").write_text(FINAL, encoding="utf-8")
    return Librarian.open(tmp_path, RetrievalSettings())


def test_sentences_that_say_the_same_are_paired_and_what_differs_in_them_is_told(librarian: Librarian) -> None:
    first, second = librarian.compare("draft.txt", "final.txt").shared
    assert "40 million" in first.one.text
    assert "45 million" in first.other.text
    assert first.differences == ((("40",), ("45",)), ((), ("not",)))
    assert second.one.text == second.other.text
    assert second.differences == ()


def test_what_only_one_says_is_quoted_from_it(librarian: Librarian) -> None:
    comparison = librarian.compare("draft.txt", "final.txt")
    assert [e.text for e in comparison.only_one] == ["The ferry to the northern islands sails on every weekday."]
    assert [e.text for e in comparison.only_other] == ["A museum of whaling opens beside the old customs house."]


def test_the_reply_quotes_both_sides_and_names_the_difference(librarian: Librarian) -> None:
    reply = of_comparison(librarian.compare("draft.txt", "final.txt"))
    quotes = [part.excerpt for part in reply.parts if isinstance(part, Quote)]
    assert all(quote.text in (DRAFT if quote.document.id == "draft.txt" else FINAL) for quote in quotes)
    (listing,) = [part for part in reply.parts if isinstance(part, Listing)]
    assert listing.rows == ("“40” only in draft.txt, “45” only in final.txt", "“not” only in final.txt")


def test_an_unknown_document_cannot_be_compared(librarian: Librarian) -> None:
    with pytest.raises(UnknownDocument):
        librarian.compare("draft.txt", "finale.txt")


def test_empty_and_unlike_documents_have_nothing_in_common(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bread is baked at six in the morning.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Heading alone\n", encoding="utf-8")
    comparison = Librarian.open(tmp_path, RetrievalSettings()).compare("a.txt", "b.md")
    assert (comparison.shared, comparison.only_other) == ((), ())
    assert not of_comparison(comparison).found


def compared(folder: Path, one: str, other: str) -> Comparison:
    (folder / "one.md").write_text(one, encoding="utf-8")
    (folder / "other.md").write_text(other, encoding="utf-8")
    return Librarian.open(folder, RetrievalSettings()).compare("one.md", "other.md")


def test_rows_of_tables_are_paired_by_their_first_cell(tmp_path: Path) -> None:
    head = "| plan | price | files |\n|---|---|---|\n"
    found = compared(
        tmp_path, f"{head}| Basic | 5 | 10 |\n| Pro | 9 | 20 |\n", f"{head}| Pro | 12 | 20 |\n| Giant | 5 | 10 |\n"
    )
    (pair,) = found.shared
    assert (pair.one.text, pair.other.text) == ("| Pro | 9 | 20 |", "| Pro | 12 | 20 |")
    assert pair.differences == ((("9",), ("12",)),)


def test_of_two_lists_only_items_that_say_the_same_are_paired(tmp_path: Path) -> None:
    one = "- The boat needs new sails in spring\n- The dog of the harbour master barks at night\n"
    other = "- The boat needs new sails in autumn\n- The cat of the harbour master sleeps on the quay\n"
    (pair,) = compared(tmp_path, one, other).shared
    assert "sails" in pair.one.text
    assert "sails" in pair.other.text


def test_a_file_is_the_same_as_itself(librarian: Librarian) -> None:
    reply = of_comparison(librarian.compare("draft.txt", "draft.txt"))
    assert reply.found
    assert [part.text for part in reply.parts if isinstance(part, Paragraph)] == [
        "Both have the same text, word for word."
    ]
    assert len(reply.parts) == 1
