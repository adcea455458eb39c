"""What is a reply? One value that every front end can show, and how answers, summaries and listings become one.

A reply says what to show, never how. Every string in it is plain text: a front end must escape whatever its medium
would take for markup, since file names, headings and questions stem from strangers. The sentences are in `wording`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.wording import texts
from bot.wording.texts import counted
from retrieval import Answer, Document, Excerpt, Skipped, Summary

PAGE_ROWS, PAGE_CHARS = 25, 1500
"""Rows and characters of a page of the list of documents: half a chat message, since signs are escaped there."""
_ROW_CHARS = 300


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
        """File, heading and lines: `faq.md · Refunds · lines 12-18`."""
        first, last = self.excerpt.lines
        lines = (texts().line if first == last else texts().lines).format(first=first, last=last)
        return " · ".join(filter(None, (self.excerpt.document.id, self.excerpt.heading, lines)))


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


Part = Paragraph | Quote | Listing | Correction | Headings | Stretch


@dataclass(frozen=True, slots=True)
class Reply:
    """What Quoth says to one command.

    `private` replies concern the asker alone. `found` is false where the documents do not answer. `question` is what
    it answers ("" if no question), `earlier` what that question was taken to follow on, and `source` the id of the
    document that it was asked of, if of one alone. `page` and `pages` count from 1 where there are several.
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
    opens_context: bool = False


def of_answer(answer: Answer, *, hints: tuple[Part, ...] = (), earlier: str = "", source: str = "") -> Reply:
    """The excerpts that answer, or an honest "not in the documents" with `hints` and what comes nearest."""
    if not answer.question.strip():
        return Reply(texts().ask_me, (Paragraph(texts().ask_me_how),), True)
    if answer.is_talk:
        return Reply(answer.question, (Paragraph(texts().greeting),))
    quotes = tuple(Quote(excerpt) for excerpt in answer.excerpts)
    question = answer.question
    if answer.answered:
        return Reply(question, quotes, question=question, earlier=earlier, source=source)
    parts = (Paragraph(texts().not_answered), *hints, Paragraph(texts().closest if quotes else texts().try_other_words))
    return Reply(question, (*parts, *quotes), found=False, question=question, earlier=earlier, source=source)


def of_summary(summary: Summary) -> Reply:
    """The chosen sentences, each with its place."""
    title = texts().summary_of if summary.kind == "file" else texts().summary_on
    quotes = tuple(Quote(sentence) for sentence in summary.sentences)
    return Reply(title.format(target=summary.target), quotes, opens_context=True)


def of_sources(documents: tuple[Document, ...], skipped: tuple[Skipped, ...], page: int | None = None) -> Reply:
    """The documents that are searched, and the files that are not, with the reason; all, or a page of them from 1."""
    title = counted(texts().searching, len(documents))
    rows = [d.id if d.title in ("", d.id) else f"{d.id} — {d.title}" for d in documents]
    missing = [": ".join(filter(None, (s.path, s.reason, s.detail))) for s in skipped]
    pages = [range(len(rows) + len(missing))] if page is None else _pages([*rows, *missing])
    at = min(max(page or 1, 1), len(pages)) - 1
    shown = [rows[row] for row in pages[at] if row < len(rows)]
    shown_missing = [missing[row - len(rows)] for row in pages[at] if row >= len(rows)]
    parts: list[Part] = [Listing(tuple(shown))] if shown else []
    if not rows:
        parts.append(Paragraph(texts().empty_folder))
    if shown_missing:
        parts += [Paragraph(texts().not_searched), Listing(tuple(shown_missing))]
    if len(pages) > 1:
        parts.append(Paragraph(texts().page.format(page=at + 1, pages=len(pages))))
    return Reply(title, tuple(parts), private=page is not None, page=at + 1, pages=len(pages))


def _pages(rows: list[str]) -> list[range]:
    """The positions of the rows, by pages that fit into a message each."""
    pages, start, chars = [], 0, 0
    for at, row in enumerate(rows):
        chars += min(len(row), _ROW_CHARS)
        if at > start and (at - start >= PAGE_ROWS or chars > PAGE_CHARS):
            pages.append(range(start, at))
            start, chars = at, min(len(row), _ROW_CHARS)
    return [*pages, range(start, len(rows))]


def of_help(commands: Iterable[tuple[str, str]]) -> Reply:
    """What Quoth does and how to use it, for someone who has never seen it. `commands` are names and descriptions."""
    rows = tuple(f"{name}: {description}" for name, description in commands)
    parts = (Paragraph(texts().help_what), Listing(rows), Paragraph(texts().help_hint))
    return Reply(texts().help_title, parts, private=True)
