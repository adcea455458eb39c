"""Is what is said of a word true? None that stands in a document is told to stand in none."""

import re

import pytest

from retrieval import Librarian, RetrievalSettings
from tests.fakes.read_texts import document

TEXT = """# Lighthouse log

Kept since 28.02.2014 in `lamp_room.cfg`, at 150,000 candela.

| Keeper | Wage |
|---|---|
| Ruiz | 1.250 |

<details><summary>Spare wicks</summary>See the pantry.</details>

- The oil comes from Oldham-on-Sea.
"""
NOTES = "The harbour of the Newham fleet."
SEEN = re.sub(r"<\w+>|</\w+>|150,000", " ", f"{TEXT} {NOTES}")
"""What a reader sees, without the number that has no words in it."""


@pytest.fixture(scope="module")
def librarian() -> Librarian:
    return Librarian([document("log.md", TEXT), document("notes.txt", NOTES)], (), RetrievalSettings())


@pytest.mark.parametrize("word", sorted(set(re.findall(r"[^\W_]+", SEEN))))
def test_no_word_of_a_document_is_told_to_be_nowhere(librarian: Librarian, word: str) -> None:
    for question in (word, f"what about {word}?", f"{word.upper()} and zymurgy"):
        told = [use.word for use in librarian.ask(question).words if use.is_nowhere]
        assert told in ([], ["zymurgy"])


@pytest.mark.parametrize("word", ["Keeper", "wicks", "log", "Oldham", "2014"])
def test_what_stands_in_tables_headings_and_html_counts(librarian: Librarian, word: str) -> None:
    assert not any(use.is_nowhere for use in librarian.explain(f"the {word}"))


def test_a_word_that_no_document_has_is_told_and_so_is_a_mended_one(librarian: Librarian) -> None:
    told = {use.word: use for use in librarian.explain("does the lighthose have zymurgy?")}
    assert told["zymurgy"].is_nowhere
    assert not told["lighthose"].is_nowhere
    assert told["lighthose"].taken_for == ("lighthouse",)
