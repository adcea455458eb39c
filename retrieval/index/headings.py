"""By which terms beside its own is a passage searched? Those of its headings, and of its document's title and path."""

from retrieval.documents.model import Block, Document, Quality, Role
from retrieval.documents.passages import Unit
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from retrieval.text.languages.language import Language

Terms = tuple[list[str], int]
"""Terms, and how many of them are only other forms of a word that stands there."""


def terms_above(unit: Unit, analyzer: Analyzer) -> list[str]:
    """The terms beside its own that a passage beginning with the unit is searched by: of headings, title and path."""
    title = title_terms(unit.document, analyzer, is_below=is_below_title(unit.block))
    return together(heading_terms(unit, analyzer), title)[0]


def is_below_title(block: Block) -> bool:
    """Whether the title tells what the block is about: not of the title itself, nor of what a file says of itself."""
    return block.role is not Role.TITLE and block.quality is not Quality.FRONT


def heading_terms(unit: Unit, analyzer: Analyzer) -> Terms:
    """The terms of the headings above a unit, of the item it stands below, and of the header of its table.

    A byline has the words that ask for it instead.
    """
    analysis = analyzer.of(unit.language)
    if unit.block.role is Role.BYLINE:
        return analysis.all_terms(byline_words(unit.language))
    above = [*unit.block.headings, *filter(None, (unit.block.parent, unit.block.header))]
    return together(*(analysis.all_terms(place.of(unit.document.text)) for place in above))


def byline_words(language: Language) -> str:
    """The words that ask for a byline."""
    return " ".join(sorted(language.authorship.nouns | language.authorship.verbs))


def title_terms(document: Document, analyzer: Analyzer, *, is_below: bool) -> Terms:
    """The terms of a document's path, and for what stands below its title those of that and of its other names."""
    named = " ".join((*((document.title, *document.aliases) if is_below else ()), words_of_path(document.id)))
    return analyzer.of(language(document.language)).all_terms(named)


def together(*found: Terms) -> Terms:
    """The terms of several texts as those of one."""
    return [term for terms, _ in found for term in terms], sum(forms for _, forms in found)


def words_of_path(path: str) -> str:
    """The words of a path: its folders and the name of the file without its suffix, however they are joined."""
    return path.rpartition(".")[0].translate(str.maketrans("/_-.", "    "))
