"""What does Quoth say of itself? Who it is, what the documents are about, what they answer, and how to ask."""

from collections.abc import Iterator
from itertools import chain, islice, zip_longest

from bot.replies.model import Listing, Paragraph, Part, Quote, Reply
from bot.wording import counted, texts
from retrieval import Document, Librarian, headings

EXAMPLES = 3
"""Questions that are shown."""
_LOOKED_AT = 12  # headings that are tried as questions
_DOCUMENTS = 20  # whose headings are
_QUOTED = 3  # sentences on what the documents are about
_MAX_HEADING = 80


def of_quoth(librarian: Librarian) -> Reply:
    """Who Quoth is, for whoever wants to know; to be read by all."""
    documents = librarian.documents
    parts: list[Part] = [Paragraph(texts().help_what)]
    if documents:
        parts.append(Paragraph(f"{counted(texts().searching, len(documents))}."))
        quotes = librarian.overview().sentences[:_QUOTED]
        parts += [Paragraph(texts().about_documents), *map(Quote, quotes)] if quotes else []
        asked = examples(librarian)
        parts += [Paragraph(texts().about_examples), Listing(asked)] if asked else []
    else:
        parts.append(Paragraph(texts().empty_folder))
    return Reply(texts().about_title, (*parts, Paragraph(texts().about_how)))


def examples(librarian: Librarian) -> tuple[str, ...]:
    """Up to three questions that the documents answer, of different ones as far as there are: made of headings."""
    shown = [list(islice(_headings(one), _LOOKED_AT)) for one in librarian.documents[:_DOCUMENTS]]
    in_turn = list(dict.fromkeys(filter(None, chain.from_iterable(zip_longest(*shown)))))
    in_turn.sort(key=lambda heading: not heading.endswith(("?", "？")))
    questions = (one if one.endswith(("?", "？")) else texts().about_example.format(topic=one) for one in in_turn)
    return tuple(islice((q for q in islice(questions, _LOOKED_AT) if librarian.ask(q, 1).answered), EXAMPLES))


def _headings(document: Document) -> Iterator[str]:
    """What the headings of the document say, without its title where it has others."""
    spans = list(headings(document))
    said = (" ".join(span.of(document.text).split()).strip("# *_`:") for span in (spans[1:] or spans))
    yield from (heading for heading in said if 2 < len(heading) <= _MAX_HEADING)
