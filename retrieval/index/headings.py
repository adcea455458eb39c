"""By which terms beside its own is a passage searched? Those of its headings, and of its document's title and path."""

from retrieval.documents.model import Document, Role
from retrieval.documents.passages import Unit
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from retrieval.text.languages.language import Language


def terms_above(unit: Unit, analyzer: Analyzer) -> list[str]:
    """The terms beside its own that a passage beginning with the unit is searched by: of headings, title and path."""
    return heading_terms(unit, analyzer) + title_terms(unit.document, analyzer, is_title=unit.block.role is Role.TITLE)


def heading_terms(unit: Unit, analyzer: Analyzer) -> list[str]:
    """The terms of the headings above a unit, of the item it stands below, and of the header of its table.

    A byline has the words that ask for it instead.
    """
    analysis = analyzer.of(unit.language)
    if unit.block.role is Role.BYLINE:
        return analysis.terms(byline_words(unit.language))
    above = [*unit.block.headings, *filter(None, (unit.block.parent, unit.block.header))]
    return [term for place in above for term in analysis.terms(place.of(unit.document.text))]


def byline_words(language: Language) -> str:
    """The words that ask for a byline."""
    return " ".join(sorted(language.authorship.nouns | language.authorship.verbs))


def title_terms(document: Document, analyzer: Analyzer, *, is_title: bool) -> list[str]:
    """The terms of a document's title, unless that itself is searched by them, of its path and of its other names."""
    title = "" if is_title else document.title
    named = " ".join((title, words_of_path(document.id), *document.aliases))
    return analyzer.of(language(document.language)).terms(named)


def words_of_path(path: str) -> str:
    """The words of a path: its folders and the name of the file without its suffix, however they are joined."""
    return path.rpartition(".")[0].translate(str.maketrans("/_-.", "    "))
