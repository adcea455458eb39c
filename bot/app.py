"""What can a person ask of Quoth? The commands as plain functions that return replies and never raise.

Every front end calls these and shows what comes back. They are synchronous, may take a while and may be called from
several threads at once; a front end with an event loop puts them into a thread.
"""

from collections.abc import Callable, Iterator
from typing import Literal, Protocol

from bot.config.lengths import Length, words_of
from bot.incidents import of_error, refused
from bot.references import resolved
from bot.replies import answers, checks, comparisons, quotes, sources, summaries
from bot.replies import changes as changed
from bot.replies.model import Paragraph, Quote, Reply
from bot.services.revisions import changes_since
from bot.wording import texts
from retrieval import (
    Excerpt,
    History,
    Librarian,
    Summary,
    UnknownDocument,
    find_place,
    headings,
    left_out,
    stretch_after,
    stretch_around,
    stretch_at,
    stretch_before,
)

MAX_HEADINGS = 3
"""Headings that are offered where a question is not answered."""

Way = Literal["around", "before", "after"]
"""Where to read from a place on."""


class Documents(Protocol):
    """Whoever has the librarian of the documents as they are now."""

    @property
    def librarian(self) -> Librarian:
        """Another one after each change of the documents."""


class App:
    """The commands over some documents. No method raises, but for `complete` and `places` with a broken librarian.

    A command sees the documents as they are when it begins. `history` tells how they were before; without one, what
    changed is not known. `look` looks into the folders at once, where they are watched.
    """

    def __init__(
        self,
        documents: Documents,
        *,
        excerpts: int,
        words: int,
        history: History | None = None,
        look: Callable[[], None] | None = None,
    ) -> None:
        self._look = look
        self._documents = documents
        self._history = history
        self._excerpts = excerpts
        self._words = words

    @property
    def librarian(self) -> Librarian:
        """The librarian of the documents as they are now."""
        return self._documents.librarian

    def ask(self, question: str, *, source: str = "", earlier: str = "", limit: int | None = None) -> Reply:
        """The excerpts that answer the question, or the nearest ones.

        `source` is a document to stay in, `earlier` what the question follows on, `limit` how many excerpts there are
        at most instead of as many as is set.
        """
        return self.run("ask", lambda: self._answer(question, source, earlier, limit or self._excerpts))

    def more(self, question: str, page: int, *, source: str = "", earlier: str = "") -> Reply:
        """The excerpts behind those of `ask`, by pages from 1, to the asker alone."""
        return self.run("more", lambda: self._more(question, page, source, earlier))

    def why(self, question: str, *, source: str = "", earlier: str = "") -> Reply:
        """How the question was understood, and what each excerpt of its answer has of it."""
        return self.run("why", lambda: self._why(question, source, earlier))

    def check(self, text: str) -> Reply:
        """Of each sentence of the text whether it stands in the documents, and where."""
        return self.run("check", lambda: checks.of_check(self.librarian.check(text)))

    def quote(self, file: str, place: str = "") -> Reply:
        """The text of a document from a heading or some words on, from its beginning without."""
        return self.run("quote", lambda: self._quote(file, place))

    def read(self, reference: str, way: Way) -> Reply:
        """The neighbourhood of a referenced place ("around"), or what stands "before" or "after" it."""
        return self.run("read", lambda: self._read(reference, way))

    def summary(
        self, target: str = "", length: Length = "medium", *, within: str = "", sentences: int | None = None
    ) -> Reply:
        """The most telling sentences of a document or on a topic; without a target, of each document a line or two.

        A topic may stay `within` a document. `sentences` is how many there are at most instead of the words
        of the length.
        """
        return self.run("summary", lambda: summaries.of_summary(self._summarized(target, length, within, sentences)))

    def _summarized(self, target: str, length: Length, within: str, sentences: int | None) -> Summary:
        if not target.strip():
            return self.librarian.overview()
        within = self.librarian.find(within).id if within else ""
        if sentences:
            return self.librarian.summarize(target, sentences, within=within)
        return self.librarian.summarize(target, words=words_of(length, self._words), within=within)

    def compare(self, one: str, other: str) -> Reply:
        """What two documents both say, where they differ, and what only one says."""
        return self.run("compare", lambda: comparisons.of_comparison(self.librarian.compare(one, other)))

    def changes(self, since: str = "", limit: int | None = None) -> Reply:
        """The sentences that changed since a date or a revision, `limit` at most; since the last change without."""
        return self.run("changes", lambda: self._changes(since, limit))

    def _changes(self, since: str, limit: int | None) -> Reply:
        revision = self._history.since(since) if self._history else None
        if self._history is None or revision is None:
            return changed.of_beginning(self._history)
        found = changes_since(self._history, self.librarian.documents, revision)
        return changed.of_changes(found, revision, limit)

    def sources(self, page: int | None = None, *, only_totals: bool = False) -> Reply:
        """How many documents there are, what was skipped and why; and all of them, or one page from 1."""
        return self.run("sources", lambda: self._sources(page, only_totals))

    def _sources(self, page: int | None, only_totals: bool) -> Reply:
        librarian = self.librarian
        return sources.of_sources(librarian.documents, librarian.skipped, page, only_totals=only_totals)

    def reload(self) -> Reply:
        """Looks into the folders at once, and tells what there is."""
        return self.run("reload", self._reload)

    def _reload(self) -> Reply:
        if self._look:
            self._look()
        librarian = self.librarian
        return sources.of_sources(librarian.documents, librarian.skipped, only_totals=True, private=True)

    def left_out(self, file: str = "") -> Reply:
        """The lines of a document that are not quoted and why, or those of all documents."""
        return self.run("sources", lambda: self._left_out(file))

    def _left_out(self, file: str) -> Reply:
        librarian = self.librarian
        documents = (librarian.find(file),) if file else librarian.documents
        return sources.of_left_out(tuple(line for document in documents for line in left_out(document)))

    def complete(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Document ids that fit what was typed so far, best first."""
        return self.librarian.complete(typed, limit)

    def places(self, file: str, typed: str) -> Iterator[str]:
        """Headings of the document that hold what was typed so far, in its order; none for an unknown document."""
        try:
            document = self.librarian.find(file)
        except UnknownDocument:
            return
        known = dict.fromkeys(" ".join(span.of(document.text).split()) for span in headings(document))
        yield from (heading for heading in known if typed.casefold().strip() in heading.casefold())

    def run(self, command: str, work: Callable[[], Reply]) -> Reply:
        """Run one command: a RetrievalError is told to the asker, a bug is logged under a number the asker sees."""
        try:
            return work()
        except Exception as error:
            return of_error(error, command)

    def _answer(self, question: str, source: str, earlier: str, limit: int) -> Reply:
        librarian = self.librarian
        answer = librarian.ask(question, limit, source=source, earlier=earlier)
        source = librarian.find(source).id if source else ""
        return answers.of_answer(answer, headings=_headings_of(answer.excerpts), earlier=earlier, source=source)

    def _more(self, question: str, page: int, source: str, earlier: str) -> Reply:
        librarian = self.librarian
        limit = self._excerpts * (page + 1)
        answer = librarian.ask(question, limit, source=source, earlier=earlier)
        found = tuple(Quote(excerpt) for excerpt in answer.excerpts[limit - self._excerpts :])
        said = Paragraph(texts().further if found else texts().no_further)
        return Reply(
            question,
            (said, *found),
            private=True,
            found=answer.answered,
            question=question,
            earlier=earlier,
            source=source,
            page=page + 1,
            pages=page + 2 if len(found) == self._excerpts else page + 1,
        )

    def _why(self, question: str, source: str, earlier: str) -> Reply:
        librarian = self.librarian
        answer = librarian.ask(question, self._excerpts, source=source, earlier=earlier)
        threshold = librarian.settings.answer_threshold
        return answers.of_why(answer, answer.words, len(librarian.documents), threshold)

    def _quote(self, file: str, place: str) -> Reply:
        document = self.librarian.find(file)
        span = find_place(document, place)
        if span is None:
            return refused(texts().no_place.format(file=document.id))
        return quotes.of_stretch(document, stretch_at(document, span), (span,) if place.strip() else ())

    def _read(self, reference: str, way: Way) -> Reply:
        place = resolved(self.librarian, reference)
        if place is None:
            return refused(texts().gone)
        document, span = place.document, place.span
        if way == "around":
            around = stretch_around(document, span)
            return quotes.of_stretch(document, around, (span,), has_changed=place.has_changed)
        turned = (stretch_before if way == "before" else stretch_after)(document, span) or span
        return quotes.of_stretch(document, turned, has_changed=place.has_changed)


def _headings_of(excerpts: tuple[Excerpt, ...]) -> tuple[Excerpt, ...]:
    """The headings above the nearest excerpts, each once."""
    found: dict[tuple[str, str], Excerpt] = {}
    for excerpt in excerpts:
        document = excerpt.document
        for block in document.blocks:
            if block.headings and block.span.overlaps(excerpt.span):
                found.setdefault((document.id, excerpt.heading), Excerpt(document, block.headings[-1]))
                break
    return tuple(found.values())[:MAX_HEADINGS]
