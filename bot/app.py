"""What can a person ask of Quoth? The commands as plain functions that return replies and never raise.

Every front end calls these and shows what comes back. They are synchronous, may take a while and may be called from
several threads at once; a front end with an event loop puts them into a thread.
"""

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import copy
from dataclasses import replace
from typing import Literal

from bot.config.lengths import Length, words_of
from bot.incidents import of_error, refused
from bot.references import is_deleted, resolved
from bot.replies import about, answers, checks, comparisons, quotes, sources, summaries
from bot.replies import changes as changed
from bot.replies.answers import stands_in
from bot.replies.asked_there import asked_there
from bot.replies.following import leans
from bot.replies.heard import is_about_quoth
from bot.replies.manners import is_sure
from bot.replies.model import Paragraph, Quote, Reply
from bot.replies.named import asked_in
from bot.services.revisions import Past, changes_since, last_change
from bot.services.rights import Kind
from bot.services.views import Documents
from bot.wording import texts
from retrieval import (
    Answer,
    Librarian,
    Summary,
    UnknownDocument,
    find_place,
    is_courtesy,
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


class App:
    """The commands over some documents. No method raises, but for `complete` and `places` with a broken librarian.

    A command sees the documents as they are when it begins. `history` tells how they were before; without one, what
    changed is not known. `look` looks into the folders at once, where they are watched. After so
    many `seconds` a summary, a comparison or a check ends with what there is.
    """

    def __init__(
        self,
        documents: Documents,
        *,
        excerpts: int,
        words: int,
        history: Past | None = None,
        look: Callable[[], None] | None = None,
        seconds: float = math.inf,
        corpora: frozenset[str] = frozenset(),
        seen_by: Callable[[Collection[Kind], Sequence[int], Collection[str]], "App"] | None = None,
    ) -> None:
        self.corpora = corpora
        """The names of the folders that are seen, where there are several."""
        self._seen_by = seen_by
        self.is_divided = seen_by is not None
        """Whether not everybody may read all."""
        self._seconds = seconds
        self._look = look
        self._documents = documents
        self._history = history
        self.excerpts = excerpts
        """Excerpts in an answer at most."""
        self._words = words

    def seen_by(self, audience: Collection[Kind], places: Sequence[int] = (), only: Collection[str] = ()) -> "App":
        """The commands over what all who will see the reply may read, of the folders `only` if any are named."""
        return self._seen_by(audience, places, only) if self._seen_by else self

    def showing(self, excerpts: int | None) -> "App":
        """The same commands with so many excerpts in an answer at most; None is as many as before."""
        other = copy(self)
        other.excerpts = excerpts or self.excerpts
        return other

    @property
    def librarian(self) -> Librarian:
        """The librarian of the documents as they are now."""
        return self._documents.librarian

    def ask(self, question: str, *, source: str = "", earlier: str = "") -> Reply:
        """The excerpts that answer, or the nearest; `source` is a document to stay in, `earlier` what it follows on."""
        return self.run("ask", lambda: self._answer(question, source, earlier))

    def volunteer(self, question: str) -> Reply:
        """The answer to a question that was put to everybody; nothing, and not `found`, where it is not sure."""
        return self.run("volunteer", lambda: self._volunteer(question))

    def about(self) -> Reply:
        """What Quoth is, what the documents are about, and three questions that they answer."""
        return self.run("about", lambda: about.of_quoth(self.librarian))

    def more(self, question: str, page: int, *, source: str = "", earlier: str = "") -> Reply:
        """The excerpts behind those of `ask`, by pages from 1, to the asker alone."""
        return self.run("more", lambda: self._more(question, page, source, earlier))

    def why(self, question: str, *, source: str = "", earlier: str = "") -> Reply:
        """How the question was understood, and what each excerpt of its answer has of it."""
        return self.run("why", lambda: self._why(question, source, earlier))

    def check(self, text: str) -> Reply:
        """Of each sentence of the text whether it stands in the documents, and where."""
        return self.run("check", lambda: checks.of_check(self.librarian.check(text, seconds=self._seconds)))

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
            return self.librarian.overview(seconds=self._seconds)
        by_key = self.librarian.with_key(target)  # as a long name is completed
        target = by_key.id if by_key else target
        within = self.librarian.find(within).id if within else ""
        if sentences:
            return self.librarian.summarize(target, sentences, within=within, seconds=self._seconds)
        words = words_of(length, self._words)
        return self.librarian.summarize(target, words=words, within=within, seconds=self._seconds)

    def compare(self, one: str, other: str) -> Reply:
        """What two documents both say, where they differ, and what only one says."""
        seconds = self._seconds
        return self.run(
            "compare", lambda: comparisons.of_comparison(self.librarian.compare(one, other, seconds=seconds))
        )

    def changes(self, since: str = "", limit: int | None = None) -> Reply:
        """The sentences that changed since a date or a revision, `limit` at most; since the last change without."""
        return self.run("changes", lambda: self._changes(since, limit))

    def news(self, since: str = "", length: Length = "medium") -> Reply:
        """The most telling of what came since a date or a revision; since the last change without."""
        return self.run("summary", lambda: self._news(since, length))

    def _news(self, since: str, length: Length) -> Reply:
        revision = self._history.since(since) if self._history else None
        if self._history is None or revision is None:
            return changed.of_beginning(self._history)
        librarian = self.librarian
        found = changes_since(self._history, librarian, revision)
        news = librarian.news(found, words_of(length, self._words), seconds=self._seconds)
        return summaries.of_news(news, revision)

    def _changes(self, since: str, limit: int | None) -> Reply:
        revision = self._history.since(since) if self._history else None
        if self._history is None or revision is None:
            return changed.of_beginning(self._history)
        found = changes_since(self._history, self.librarian, revision)
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
        now = self.librarian
        return sources.of_sources(now.documents, now.skipped, only_totals=True, private=True)

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
        yield from quotes.fitting_headings(document, typed)

    def run(self, command: str, work: Callable[[], Reply]) -> Reply:
        """Run one command: a RetrievalError is told to the asker, a bug is logged under a number the asker sees."""
        try:
            return work()
        except Exception as error:
            return of_error(error, command)

    def _answer(self, question: str, source: str, earlier: str) -> Reply:
        librarian, limit = self.librarian, self.excerpts
        answer, earlier = self._found(question, source, earlier, limit + 1)
        shown = replace(answer, excerpts=answer.excerpts[:limit])
        source = librarian.find(source).id if source else ""
        if is_about_quoth(asked_in(question)) and not is_sure(answer):
            documents = (librarian.find(source),) if source else librarian.documents
            said = asked_there(documents, asked_in(question))
            if not said:
                return about.of_quoth(librarian)
            answer = shown = Answer(question, "answer", 1.0, (said,))
        headings = answers.headings_above(shown.excerpts, MAX_HEADINGS)
        reply = answers.of_answer(
            shown, headings=headings, earlier=earlier, source=source, stands=stands_in(librarian.documents)
        )
        return replace(reply, pages=2) if len(answer.excerpts) > limit else reply

    def _found(self, question: str, source: str, earlier: str, limit: int) -> tuple[Answer, str]:
        """The answer, and what of `earlier` it took into account: nothing where the question speaks for itself."""
        librarian, asked = self.librarian, asked_in(question)
        alone = librarian.ask(asked, limit, source=source)
        found = alone
        if earlier and not is_courtesy(asked) and (leans(alone) or not alone.answered):
            found = librarian.ask(asked, limit, source=source, earlier=asked_in(earlier))
            found = found if found.answered or leans(alone) else alone
        return replace(found, question=question), "" if found is alone else earlier

    def _volunteer(self, question: str) -> Reply:
        sure = is_sure(self.librarian.ask(asked_in(question), self.excerpts))
        return self._answer(question, "", "") if sure else Reply(question, found=False)

    def _more(self, question: str, page: int, source: str, earlier: str) -> Reply:
        librarian = self.librarian
        limit = self.excerpts * (page + 1)
        answer = librarian.ask(asked_in(question), limit + 1, source=source, earlier=asked_in(earlier))
        found = tuple(Quote(excerpt) for excerpt in answer.excerpts[limit - self.excerpts : limit])
        return Reply(
            question,
            (Paragraph(texts().further if found else texts().no_further), *found),
            private=True,
            found=answer.answered,
            question=question,
            earlier=earlier,
            source=source,
            page=page + 1,
            pages=page + 2 if len(answer.excerpts) > limit else page + 1,
        )

    def _why(self, question: str, source: str, earlier: str) -> Reply:
        librarian = self.librarian
        answer = librarian.ask(asked_in(question), self.excerpts, source=source, earlier=asked_in(earlier))
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
            return refused(texts().deleted if is_deleted(self.librarian, reference) else texts().gone)
        document, span = place.document, place.span
        if way == "around":
            around = stretch_around(document, span)
            changed = last_change(self._history, document.id) if place.has_changed else None
            return quotes.of_stretch(document, around, (span,), has_changed=place.has_changed, changed=changed)
        turned = (stretch_before if way == "before" else stretch_after)(document, span) or span
        return quotes.of_stretch(document, turned, has_changed=place.has_changed)
