"""What is a reply? One value that every front end can show.

A reply says what to show, never how. Every string in it is plain text: a front end must escape whatever its medium
would take for markup, since file names, headings and questions stem from strangers. The sentences are in `wording`.
"""

from dataclasses import dataclass, field
from enum import Enum

from bot.wording import counted, texts
from retrieval import Answer, Checked, Comparison, Document, Excerpt, FileChanges, LeftOut, Revision, Skipped, Summary

MAX_PLACES = 3
"""Other documents with the same text that are named behind a quotation."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or two of Quoth itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """An excerpt, to be shown to the letter, with its matched words marked and its citation below."""

    excerpt: Excerpt

    @property
    def citation(self) -> str:
        """File, heading and place: `faq.md · Refunds · lines 12-18`, `manual.pdf · Refunds · page 4`."""
        others = [excerpt.document.id for excerpt in self.excerpt.also_in]
        named = ", ".join([*others[:MAX_PLACES], *(["…"] if others[MAX_PLACES:] else [])])
        also = texts().also_in.format(files=named) if others else ""
        return " · ".join(filter(None, (self.excerpt.document.id, self.excerpt.heading, _place((self.excerpt,)), also)))

    @property
    def left_out(self) -> str:
        """What the list, table or code has beside the excerpt: `… 4 more steps`; "" where it is whole."""
        rest = self.excerpt.rest
        return f"… {counted(texts().rest[rest.kind], rest.count)}" if rest else ""


@dataclass(frozen=True, slots=True)
class Section:
    """Excerpts of one section of a document, in reading order, each to be shown to the letter and all cited once.

    `heading` stands above them, if there is one.
    """

    excerpts: tuple[Excerpt, ...]
    heading: str = ""

    @property
    def citation(self) -> str:
        """File and places: `faq.md · lines 12, 15-18`, `manual.pdf · pages 4, 6`."""
        return f"{self.excerpts[0].document.id} · {_place(self.excerpts)}"


def _place(excerpts: tuple[Excerpt, ...]) -> str:
    """What people find them by: the page, slide, row or time where their file has such, else the lines."""
    found = [[place for place in excerpt.places if place.kind in texts().places] for excerpt in excerpts]
    if all(found):
        runs = dict.fromkeys("-".join(dict.fromkeys(place.value for place in places)) for places in found)
        one, several = texts().places[found[0][0].kind]
    else:
        runs = dict.fromkeys("-".join(map(str, dict.fromkeys(excerpt.lines))) for excerpt in excerpts)
        one, several = texts().line, texts().lines
    place = ", ".join(runs)
    return (several if len(runs) > 1 or "-" in place else one).format(place=place)


@dataclass(frozen=True, slots=True)
class Listing:
    """Short entries, each on a line of its own."""

    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that may have been meant instead of the one at `start` to `end` of the question."""

    start: int
    end: int
    word: str

    @property
    def text(self) -> str:
        """The offer in words."""
        return texts().did_you_mean.format(word=self.word)


@dataclass(frozen=True, slots=True)
class Headings:
    """Headings that a reader may want to open."""

    places: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a document to read, and whether there is something before and after it."""

    quote: Quote
    has_before: bool
    has_after: bool


Part = Paragraph | Quote | Section | Listing | Correction | Headings | Stretch


@dataclass(frozen=True, slots=True)
class Sources:
    """What is searched, and what is not."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a revision, by file; since None where nothing older is kept."""

    since: Revision | None
    files: tuple[FileChanges, ...]


@dataclass(frozen=True, slots=True)
class LeftOutLines:
    """The lines of the documents that are not quoted."""

    lines: tuple[LeftOut, ...]


Value = LeftOutLines | Answer | Summary | Comparison | tuple[Checked, ...] | Changes | Sources


class Failure(Enum):
    """Why a command did not do what was asked."""

    WRONG_NAME = "wrong name"
    """What was typed names nothing that there is: for the asker to mend."""
    UNABLE = "unable"
    """Something stands in the way that no asker can mend: a file that cannot be read, a history that was not kept."""
    FAULT = "fault"
    """A bug."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What Quoth says to one command.

    `private` replies concern the asker alone. `found` is false where the documents do not answer. `question` is what
    it answers ("" if no question), `earlier` what that question was taken to follow on, and `source` the id of the
    document that it was asked of, if of one alone. `page` and `pages` count from 1 where there are several.
    `value` is what it tells in sentences, for who wants it as data; None if it has nothing to tell but those.
    `turned_by` is what a button says that turns them. `failure` is why there is no answer, or None; a question that the
    documents do not answer is no failure.
    `opens_context` holds where each quote can be read within its neighbours, as with every answer to a question.
    """

    title: str
    parts: tuple[Part, ...] = ()
    private: bool = False
    found: bool = True
    question: str = ""
    earlier: str = ""
    source: str = ""
    page: int = 1
    pages: int = 1
    turned_by: str = "sources"
    opens_context: bool = False
    failure: Failure | None = None
    value: Value | None = field(default=None, repr=False)
