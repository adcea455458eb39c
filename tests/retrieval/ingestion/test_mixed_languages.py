"""Do sections in another language than their document know it, and is that kept and taken away with them?"""

from pathlib import Path

import pytest

from retrieval import Document, Librarian, Library, RetrievalSettings
from tests.fakes.told import told

GERMAN = (
    "Das Museum ist dienstags bis sonntags von 10 bis 18 Uhr geöffnet. Am Montag ist es für alle geschlossen, und auch "
    "an Feiertagen werden keine Führungen angeboten. Die Häuser der Fischer können von außen besichtigt werden."
)
ENGLISH = (
    "The museum tells the story of the harbour and of the people who have lived there since it was built. Visitors can "
    "see the houses of the fishermen from the outside, and there are tours for groups who ask for them in advance."
)
MIXED = f"# Museum\n\n## About us\n\n{ENGLISH}\n\n```\nder die das\n```\n\n## Öffnungszeiten\n\n{GERMAN}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "mixed.md").write_text(MIXED, encoding="utf-8")
    (folder / "german.md").write_text(f"# Hafen\n\n{GERMAN.replace('Museum', 'Hafenamt')}\n", encoding="utf-8")
    (folder / "english.md").write_text(f"# Harbour\n\n{ENGLISH.replace('museum', 'office')}\n", encoding="utf-8")
    return folder


def opened(folder: Path) -> Librarian:
    return Librarian.open(folder, RetrievalSettings())


def block_languages(document: Document) -> dict[str, str]:
    return {block.span.of(document.text)[:12]: block.language for block in document.blocks}


def test_a_section_knows_its_language_with_its_heading_and_others_have_the_document_s(folder: Path) -> None:
    document = opened(folder).find("mixed.md")
    assert document.language == "en"
    found = block_languages(document)
    assert found["Öffnungszeit"] == found[GERMAN[:12]] == "de"
    assert found["About us"] == found[ENGLISH[:12]] == ""
    assert opened(folder).find("german.md").language == "de"


@pytest.mark.parametrize(
    ("question", "file", "says"),
    [
        ("Welches Haus der Fischer kann man besichtigen?", "mixed.md", "Häuser der Fischer"),
        ("an welchem Feiertag gibt es eine Führung im Museum?", "mixed.md", "keine Führungen"),
        ("which house of a fisherman can be seen?", "english.md", "houses of the fishermen"),
    ],
)
def test_each_is_found_by_other_forms_of_its_words(folder: Path, question: str, file: str, says: str) -> None:
    if file == "mixed.md":
        (folder / "german.md").unlink()
    else:
        (folder / "mixed.md").unlink()
    excerpt = opened(folder).ask(question).excerpts[0]
    assert excerpt.document.id == file
    assert says in excerpt.text
    assert excerpt.highlights


def test_synonyms_of_english_are_for_questions_in_english(folder: Path) -> None:
    (folder / "car.md").write_text(
        "# Auto\n\nDer Wagen des Museums ist rot, und die Türen sind es auch nicht.\n", "utf-8"
    )
    words = {use.word: use for use in opened(folder).ask("wo ist das automobile?").words}
    assert not words["automobile"].documents


def test_what_changes_in_several_languages_is_as_if_it_had_been_read_anew(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "index.quoth"
    library = Library(folder, RetrievalSettings(), kept_in=kept)
    (folder / "mixed.md").write_text(MIXED.replace("Feiertagen", "Sonntagen"), encoding="utf-8")
    (folder / "english.md").unlink()
    assert library.refresh()
    library.keep()
    assert told(library.librarian) == told(opened(folder))
    restored = Library(folder, RetrievalSettings(), kept_in=kept)
    assert told(restored.librarian) == told(opened(folder))
    assert block_languages(restored.librarian.find("mixed.md")) == block_languages(opened(folder).find("mixed.md"))


def test_a_word_typed_without_its_accents_is_found(folder: Path) -> None:
    (folder / "pt.md").write_text("A população da cidade não é muito grande, mas ela também já foi menor.\n", "utf-8")
    (use,) = (use for use in opened(folder).ask("qual é a populacao?").words if use.word == "populacao")
    assert use.documents == 1
