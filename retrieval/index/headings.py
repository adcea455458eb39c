"""By which terms beside its own is a passage searched? Those of its headings, and of its document's title and path."""

from retrieval.documents.model import Document, Role
from retrieval.documents.passages import Unit
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from retrieval.text.languages.language import Language

Terms = tuple[list[str], int]
"""Terms, and how many of them are only other forms of a word that stands there."""


def terms_above(unit: Unit, analyzer: Analyzer) -> list[str]:
    """The terms beside its own that a passage beginning with the unit is searched by: of headings, title and path."""
    return together(heading_terms(unit, analyzer), title_terms(unit.document, analyzer))[0]


def heading_terms(unit: Unit, analyzer: Analyzer) -> Terms:
    """The terms of the headings above a unit. A byline has the words that ask for it instead."""
    analysis = analyzer.of(unit.language)
    if unit.block.role is Role.BYLINE:
        return analysis.all_terms(byline_words(unit.language))
    return together(*(analysis.all_terms(heading.of(unit.document.text)) for heading in unit.block.headings))


def byline_words(language: Language) -> str:
    """The words that ask for a byline."""
    return " ".join(sorted(language.authorship.nouns | language.authorship.verbs))


def title_terms(document: Document, analyzer: Analyzer) -> Terms:
    """The terms of a document's title and path."""
    return analyzer.of(language(document.language)).all_terms(f"{document.title} {words_of_path(document.id)}")


def together(*found: Terms) -> Terms:
    """The terms of several texts as those of one."""
    return [term for terms, _ in found for term in terms], sum(forms for _, forms in found)


def words_of_path(path: str) -> str:
    """The words of a path: its folders and the name of the file without its suffix, however they are joined."""
    return path.rpartition(".")[0].translate(str.maketrans("/_-.", "    "))
