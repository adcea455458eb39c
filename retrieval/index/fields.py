"""What is a section searched by beside its own words? The words of its headings, title and path, as a weighted count.

All counts are in hundredths of a word of the text, so that they are whole numbers: an inverted list holds them, and
BM25 is exact. They depend on the document alone, and so stay what they are while others come and go. Weights as in
BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields", CIKM 2004), where the sum of
the weighted counts is saturated once.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from retrieval.documents.labels import label_term
from retrieval.documents.model import Document, Role
from retrieval.documents.seen import label, seen
from retrieval.documents.unit import Unit
from retrieval.index.weighted import WHOLE
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from retrieval.text.languages.language import Language
from retrieval.text.span import Span

HEADING, PATH, TITLE = 90, 50, 70
"""The count of a word of the section's own heading; of the headings above it and of the folders; of title and file
name. A word of a path or title counts once. Measured on the 298 questions to documentation and communities, won and
lost at hit@1 without: heading 23 : 7, title 6 : 4, path 4 : 2; prose does not notice, but for the title (squad, 1
point)."""
MEAN, SHORTENED = 4, 0.3
"""Terms of a common heading or title, and how much one of other length is counted down or up: a long one says less of
what it is about. Without, 4 questions of 298 fewer are right at hit@1; with 3 terms, 2 fewer."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINTS = str.maketrans("_-.", "   ")

Counts = Mapping[str, int]
Terms = tuple[list[str], int]
"""Terms, and how many of them are only other forms of a word that stands there."""


def title_words(document: Document) -> tuple[str, ...]:
    """The title and the file name, then the other names of a document."""
    name = document.id.rpartition("/")[2]
    return (f"{document.title} {_words_of(name.rpartition('.')[0] or name)}", *document.aliases)


def words_of_path(path: str) -> str:
    """The words of the folders that a file stands in, however they are joined."""
    return " ".join(map(_words_of, path.split("/")[:-1]))


def title_fields(document: Document, analyzer: Analyzer) -> Counter[str]:
    """What every section of the document is searched by."""
    analysis = analyzer.of(language(document.language))
    names = [analysis.all_terms(words)[0] for words in title_words(document)]
    counts = dict.fromkeys(analysis.all_terms(words_of_path(document.id))[0], PATH)
    weight = _weight(TITLE, len(set(analysis.terms(title_words(document)[0]))))
    for term in {term for name in names for term in name}:
        counts[term] = counts.get(term, 0) + weight
    return Counter(counts)


def section_fields(first: Unit, title: Counts, analyzer: Analyzer) -> Counter[str]:
    """What the section is searched by that begins with the unit. `title` are its document's `title_fields`.

    A byline has the words that ask for it instead of headings.
    """
    counts = Counter(title)
    analysis = analyzer.of(first.language)
    if first.block.role is Role.BYLINE:
        counts.update(dict.fromkeys(analysis.terms(byline_words(first.language)), WHOLE))
        return counts
    text = first.document.text
    spans = first.block.headings if first.is_heading else first.block.headings[:-1]
    above = [seen(span.of(text)) for span in spans]
    if first.block.role is not Role.TITLE:
        above.append(first.document.title)
    counts.update({term: PATH for heading in above for term in analysis.all_terms(heading)[0]})
    own = _heading(first)
    if own:
        terms, forms = analysis.all_terms(seen(own.of(text)))
        weight = _weight(HEADING, len(terms) - forms)
        if number := label(own.of(text), Role.HEADING):
            terms.append(label_term(number))
        for term in terms:
            counts[term] += weight
    return +counts


def _heading(first: Unit) -> Span | None:
    """The heading of the section that begins with the unit."""
    if first.is_heading:
        return first.block.span
    return first.block.headings[-1] if first.block.headings else None


def _weight(field: int, length: int) -> int:
    """The count of a word of a field that has so many terms."""
    return round(field / (1 - SHORTENED + SHORTENED * length / MEAN))


def byline_words(language: Language) -> str:
    """The words that ask for a byline."""
    return " ".join(sorted(language.authorship.nouns | language.authorship.verbs))


def context(found: Sequence[Unit]) -> list[tuple[int, ...]]:
    """Of each unit of a document the units that it stands below: the header row, the item above, the lead-in."""
    starts = {unit.span.start: at for at, unit in reversed([*enumerate(found)])}
    ends = {unit.span.end: at for at, unit in enumerate(found)}
    known: dict[int, tuple[int, ...]] = {}

    def above(unit: Unit) -> tuple[int, ...]:
        block = unit.block
        if id(block) not in known:
            ats = [
                places.get(place)
                for places, place in (
                    (starts, block.header.start if block.header else -1),
                    (starts, block.parent.start if block.parent else -1),
                    (ends, block.lead_in.end if block.lead_in else -1),
                )
            ]
            known[id(block)] = tuple(at for at in ats if at is not None)
        return known[id(block)]

    return [tuple(at for at in above(unit) if at != here) for here, unit in enumerate(found)]


def _words_of(name: str) -> str:
    return _CAMEL.sub(" ", name).translate(_JOINTS)
