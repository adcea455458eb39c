"""What can a person ask of Quoth? The commands as plain functions that return replies, and the one error desk.

Every front end calls these and shows what comes back. They are synchronous, may take a while and may be called from
several threads at once; a front end with an event loop puts them into a thread.
"""

import logging
import secrets
from collections.abc import Callable

from bot import comparisons, replies, summaries
from bot.lengths import Length, sentences_of
from bot.replies import Paragraph, Reply
from retrieval import Librarian, RetrievalError, Summary

log = logging.getLogger(__name__)


class App:
    """The commands over one librarian. No method raises."""

    def __init__(self, librarian: Librarian, *, excerpts: int, sentences: int) -> None:
        self.librarian = librarian
        self._excerpts = excerpts
        self._sentences = sentences

    def ask(self, question: str) -> Reply:
        """The excerpts that answer the question, or the nearest ones."""
        return self._at_the_desk("ask", lambda: replies.of_answer(self.librarian.ask(question, self._excerpts)))

    def summary(self, target: str = "", length: Length = "medium") -> Reply:
        """The most telling sentences of a document or on a topic; without a target, of each document a line or two."""
        return self._at_the_desk("summary", lambda: summaries.of_summary(self._summarized(target, length)))

    def _summarized(self, target: str, length: Length) -> Summary:
        if not target.strip():
            return self.librarian.overview()
        return self.librarian.summarize(target, sentences_of(length, self._sentences))

    def compare(self, one: str, other: str) -> Reply:
        """What two documents both say, where they differ, and what only one says."""
        return self._at_the_desk("compare", lambda: comparisons.of_comparison(self.librarian.compare(one, other)))

    def sources(self) -> Reply:
        """The documents, and what was skipped and why."""
        return self._at_the_desk(
            "sources", lambda: replies.of_sources(self.librarian.documents, self.librarian.skipped)
        )

    def complete(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Document ids that fit what was typed so far, best first."""
        return self.librarian.complete(typed, limit)

    def _at_the_desk(self, command: str, work: Callable[[], Reply]) -> Reply:
        """Run one command: a RetrievalError is told to the asker, a bug is logged under a number the asker sees."""
        try:
            return work()
        except RetrievalError as error:
            return Reply("That did not work", (Paragraph(str(error)),), private=True)
        except Exception:
            incident = secrets.token_hex(4)
            log.exception("%s failed, incident %s", command, incident)
            text = f"Something went wrong on my side. Please tell the admin this number: {incident}."
            return Reply("That did not work", (Paragraph(text),), private=True)
