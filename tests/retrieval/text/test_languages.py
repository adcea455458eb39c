"""Does everything that reads a text ask the language of its document, and is a language one file?"""

import re
from pathlib import Path

import pytest
import Stemmer

from retrieval import Block, Bm25, Document, Role, Span
from retrieval.documents.passages import units
from retrieval.index.index import Index
from retrieval.query.answer_types import Kind, fit
from retrieval.summaries.anaphora import leans
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import DEFAULT, LANGUAGES, UNKNOWN, language
from retrieval.text.languages.language import Asking, Authorship, Language, Pattern

PACKAGE = Path(__file__).parents[3] / "retrieval"

QUENYA = Language(
    "qya",
    stemmer="german",
    function_words=frozenset(("the", "ar")),
    leaning=frozenset(("ar",)),
    authorship=Authorship(frozenset(("tecindo",))),
    asking=Asking(date=Pattern("loa")),
)


@pytest.fixture(autouse=True)
def quenya(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another language, as if it were a file of its own."""
    monkeypatch.setitem(LANGUAGES, QUENYA.code, QUENYA)


def document(text: str, tag: str, role: Role = Role.PARAGRAPH) -> Document:
    return Document("a.txt", "", text, (Block(Span(0, len(text)), role),), tag)


def indexed(*documents: Document) -> Index:
    return Index.of(documents, Analyzer(), Bm25(k1=0.9, b=0.4))


def test_a_tag_names_a_language_with_or_without_a_region() -> None:
    assert language("qya") is language("QYA-ME") is QUENYA
    assert language("nb") is language("no")
    assert language("") is DEFAULT
    assert language("tlh") is UNKNOWN


def test_words_of_a_document_are_stemmed_by_the_rules_of_its_language() -> None:
    text = "Houses of stone."
    of = {tag: indexed(document(text, tag)).unit_terms[0] for tag in ("en", "qya")}
    assert of == {"en": ["hous", "stone"], "qya": ["hous", "of", "ston"]}


def test_so_are_title_and_headings_and_each_has_the_words_that_ask_for_its_byline() -> None:
    text = "By Aldarion"
    found = indexed(document(text, "qya", Role.BYLINE)).counts_of(0)
    assert "tecindo" in found
    assert "author" not in found


def test_two_languages_in_one_index_keep_their_terms_apart() -> None:
    english, quenya = document("The stones and the house.", "en"), document("The stones ar house.", "qya")
    index = indexed(english, Document("b.txt", "", quenya.text, quenya.blocks, "qya"))
    assert index.unit_terms[0] == ["stone", "hous"]
    assert index.unit_terms[1] == ["ston", "hous"]


def test_what_leans_and_what_is_a_date_depend_on_the_language() -> None:
    (unit,) = units(document("Ar the house is of stone.", "qya"))
    assert unit.language is QUENYA
    assert leans(unit.text, unit.language)
    assert not leans(unit.text, DEFAULT)
    assert fit("yén ar loa", Kind.DATE, frozenset(), QUENYA)
    assert not fit("yén ar loa", Kind.DATE, frozenset(), DEFAULT)


def test_the_analysis_of_a_language_is_made_once() -> None:
    analyzer = Analyzer()
    assert analyzer.of(QUENYA) is analyzer.of(QUENYA)
    assert analyzer.of(QUENYA) is not analyzer.of(DEFAULT)


def test_no_module_knows_a_single_language() -> None:
    names = "|".join(path.stem for path in (PACKAGE / "text/languages").glob("*.py") if path.stem != "language")
    single = re.compile(rf"text\.languages\.(?:{names})\b|languages import [\sa-z_,(]*\b(?:{names})\b")
    assert [path.name for path in PACKAGE.rglob("*.py") if single.search(path.read_text("utf-8"))] == ["english.py"]


def test_every_language_has_what_search_needs_most() -> None:
    known = Stemmer.algorithms()
    for code, found in LANGUAGES.items():
        if found is QUENYA:
            continue
        assert found.code == code
        assert found.stemmer in ("", *known), code
        assert 40 <= len(found.function_words) <= 260 or found.grammar, code
        assert found.scripts
