"""How do I ask the corpus? The façade: one immutable snapshot of a folder, its answers and summaries."""

import math
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path

from retrieval.answers.answer import LIMIT, Answer, Search, together
from retrieval.answers.explanation import Explanation, explain
from retrieval.answers.word_uses import WordUse
from retrieval.comparison.claims import Checked, check
from retrieval.comparison.pairing import Comparison, compare
from retrieval.deadline import Deadline
from retrieval.documents.catalogue import Catalogue
from retrieval.documents.model import Document, Skipped, SkipReason
from retrieval.documents.unit import Unit
from retrieval.errors import NothingToSummarize
from retrieval.index.codec import load_index, store_index
from retrieval.index.index import Index
from retrieval.ingestion.choice import Choice
from retrieval.ingestion.folder import read_corpus
from retrieval.ingestion.repeated_blocks import Originals
from retrieval.ingestion.seen import CorpusFolder
from retrieval.progress import Progress, one_by_one
from retrieval.query.message import beginning, queries
from retrieval.query.understanding import Query, language_asked, understand, with_earlier
from retrieval.ranking.reranker import Reranker
from retrieval.revisions.changes import FileChanges
from retrieval.settings import RetrievalSettings
from retrieval.storage.array_file import Snapshot, Writer
from retrieval.summaries import summarizer as summaries
from retrieval.summaries.selection import Room
from retrieval.summaries.summary import Summary
from retrieval.synonyms.thesaurus import ENGLISH, Synonyms
from retrieval.text.analysis import Analyzer
from retrieval.text.detection import language_of
from retrieval.workers import Workers


class Librarian:
    """Answers questions about documents. Immutable, safe to share between threads.

    `documents` are in the order of their ids; blocks that recur over many of them are marked, but for the first.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        skipped: Sequence[Skipped],
        settings: RetrievalSettings,
        synonyms: Synonyms | None = None,
        reranker: Reranker | None = None,
        analyzer: Analyzer | None = None,
    ) -> None:
        self.skipped = tuple(skipped)
        self.settings = settings
        self._reranker = reranker
        self._analyzer = analyzer or Analyzer()
        self._catalogue = Catalogue(())
        self._english = Synonyms.general(self._analyzer)
        self._given = synonyms or Synonyms()
        self._synonyms_made_of: object = None
        originals = Originals.of(documents)
        cleaned = map(originals.cleaned, originals.documents)
        self._hold(originals, Index.of(cleaned, self._analyzer, settings.formula, Workers(settings.processes)))

    def _hold(self, originals: Originals, index: Index) -> None:
        self._originals = originals
        self._index = index
        self.documents = index.documents
        self._catalogue = Catalogue(self.documents, self._catalogue)
        made_of = (index.languages, index.abbreviations)
        if made_of != self._synonyms_made_of:  # most changes touch neither, and joining thousands takes a while
            given = self._given
            for language in index.languages:
                given |= self._given.spoken(self._analyzer.of(language))
            self._synonyms = given | Synonyms(index.abbreviations)
            self._synonyms_in_english = self._english | self._synonyms
            self._synonyms_made_of = made_of

    def store(self, writer: Writer) -> None:
        """Puts everything that was made of the documents into a snapshot. Raises SnapshotError, OSError."""
        store_index(writer, self._index, self._originals)
        writer.about["skipped"] = [(file.path, file.reason, file.detail) for file in self.skipped]

    def restored(self, snapshot: Snapshot) -> "Librarian":
        """A librarian with the same settings and the documents of a snapshot. Raises SnapshotError."""
        index, originals = load_index(snapshot, self._analyzer, self._index.formula)
        other = copy(self)
        other.skipped = tuple(
            Skipped(path, SkipReason(reason), detail) for path, reason, detail in snapshot.about["skipped"]
        )
        other._hold(originals, index)
        return other

    def with_changes(
        self,
        added_or_changed: Iterable[Document],
        removed: Iterable[str] = (),
        skipped: Iterable[Skipped] | None = None,
        progress: Progress = one_by_one,
    ) -> "Librarian":
        """The librarian of the same documents without those of the ids `removed`, and with others.

        A document that is given in place of one of the same id has changed. This librarian stays as it is. The other
        answers as one that was made anew, though only what changed is read, and where many small changes came one after
        the other, those together.
        """
        given = list(added_or_changed)
        originals = self._originals.changed(given, removed)
        before = self._originals
        gone = before.documents.keys() - originals.documents.keys()
        names = {document.id for document in given}
        names |= {n for n in originals.affected(before) - names if originals.cleaned(n) != before.cleaned(n)}
        other = copy(self)
        if skipped is not None:
            other.skipped = tuple(skipped)
        cleaned = map(originals.cleaned, sorted(names))
        other._hold(originals, self._index.changed(cleaned, gone | names, progress, Workers(self.settings.processes)))
        return other

    def emptied(self) -> "Librarian":
        """A librarian of no documents, made with the same settings and analyzer."""
        return Librarian((), (), self.settings, self._given, self._reranker, self._analyzer)

    def together_with(self, others: Sequence["Librarian"]) -> "Librarian":
        """One librarian of these documents and those of others, made with the same settings and analyzer.

        No two documents may have the same id. It shares what is searched with them, and answers as one that was made
        of all these documents anew: each figure counts them all, and none beside.
        """
        parts = [self, *others]
        originals = Originals.together(part._originals for part in parts)
        names = {
            name
            for part in parts
            for name in originals.affected(part._originals) & part._originals.documents.keys()
            if originals.cleaned(name) != part._originals.cleaned(name)
        }
        index = Index.together((part._index for part in parts), self._analyzer, self.settings.formula)
        if names:
            index = index.changed(map(originals.cleaned, sorted(names)), names)
        other = copy(self)
        other.skipped = tuple(skipped for part in parts for skipped in part.skipped)
        other._catalogue = Catalogue(())
        other._hold(originals, index)
        return other

    def compacted(self) -> "Librarian":
        """The same librarian, which holds nothing any more of documents that were removed or changed."""
        other = copy(self)
        other._hold(self._originals, self._index.compacted())
        return other

    @classmethod
    def open(
        cls,
        folders: Path | Sequence[CorpusFolder],
        settings: RetrievalSettings,
        synonyms: Synonyms | None = None,
        reranker: Reranker | None = None,
    ) -> "Librarian":
        """Read every document below the folders. Raises CorpusError if the folder cannot be read."""
        choice = Choice(settings.include, settings.exclude)
        workers = Workers(settings.processes)
        documents, skipped = read_corpus(folders, max_file_mb=settings.max_file_mb, choice=choice, workers=workers)
        return cls(documents, skipped, settings, synonyms, reranker)

    def ask(self, question: str, limit: int = LIMIT, *, source: str = "", earlier: str = "") -> Answer:
        """The excerpts that answer, best first, at most `limit` (1 or more); or the nearest, with `answered` false.

        With `short_answers` set, their words are limited instead of their number. Excerpts never overlap. The same
        question to the same corpus gives the same answer, and a smaller limit the first of its excerpts. `source` is
        the document to stay in, `earlier` a question that this one follows on: its words count too, but less. Of a very
        long question the beginning counts. Raises UnknownDocument.
        """
        answer = replace(self._answer(beginning(question), limit, source, earlier), question=question)
        found = (replace(excerpt, also_in=self._originals.elsewhere(excerpt)) for excerpt in answer.excerpts)
        return replace(answer, excerpts=tuple(found))

    def _answer(self, question: str, limit: int, source: str, earlier: str) -> Answer:
        whole = self._search(question, earlier, source)
        parts = queries(question, whole.query, lambda part: self._after(part, earlier))
        if len(parts) == 1:
            return self._of(parts[0], source).answer(limit)
        return together(whole.answer(limit), [self._of(query, source).answer(limit) for query in parts], limit)

    def explain(self, question: str, *, earlier: str = "") -> tuple[WordUse, ...]:
        """The words of the question, as `ask` understands them, in its order; those of the earlier one behind."""
        return self._search(question, earlier).words

    def explanation(self, question: str, limit: int = 5) -> Explanation:
        """Why the answer to the question is as it is, with the `limit` best passages."""
        return explain(self._search(question), limit)

    def _search(self, question: str, earlier: str = "", source: str = "") -> Search:
        return self._of(self._after(question, earlier), source)

    def _of(self, query: Query, source: str = "") -> Search:
        within = self.find(source).id if source else ""
        return Search(query, self._index, self.settings, self._reranker, within)

    def _after(self, question: str, earlier: str) -> Query:
        """The question, following on an earlier one, if any."""
        query = self._query(beginning(question))
        return with_earlier(query, self._query(beginning(earlier))) if earlier else query

    def units(self) -> Iterator[Unit]:
        """The units of all documents: what a re-ranker may be given of them."""
        for document in self.documents:
            yield from (self._index.units[at] for at in self._index.units_of(document.id))

    def deviation(self, question: str) -> float:
        """How far a passage's BM25 is at most from what the package rank-bm25 gives for it, by the question's words.

        Rounding makes a difference of less than 1e-9. It takes about a second for 20,000 passages.
        """
        from retrieval.bm25.reference import deviation  # rank-bm25 is loaded where it is asked

        passages = {at: self._index.counts_of(at) for at in self._index.live_passages}
        terms = self._analyzer.of(language_of(question)).terms(question)
        return deviation(self._index.by_passage, passages, terms)

    def check(self, text: str, *, seconds: float = math.inf) -> tuple[Checked, ...]:
        """Each sentence of the text with the place where it stands, nearly stands, or none.

        Where that takes more `seconds`, the last ones stay unchecked.
        """
        return check(text, self.documents, self._index, self._analyzer, Deadline(seconds))

    def _query(self, question: str) -> Query:
        vocabulary = self._index.vocabulary
        is_english = language_asked(question, vocabulary).code == ENGLISH
        synonyms = self._synonyms_in_english if is_english else self._synonyms
        return understand(question, vocabulary, synonyms, self._analyzer)

    def find(self, name: str) -> Document:
        """The document of this id, or of this file name where only one has it. Raises UnknownDocument."""
        return self._catalogue.find(name)

    def with_key(self, key: str) -> Document | None:
        """The document that `document_key` gives this key, or None if there is none (any more)."""
        return self._catalogue.with_key(key)

    def complete(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Document ids that fit what was typed so far, best first: those that hold it, then those that resemble it."""
        return self._catalogue.complete(typed, limit)

    def summarize(
        self, target: str, sentences: int = 6, *, words: int = 0, within: str = "", seconds: float = math.inf
    ) -> Summary:
        """The most telling sentences of a document, or of all documents on a topic, at most so many `sentences`.

        With `words`, 1 or more, it has about so many words instead. `within` is the id of the document that a topic
        stays in, "" for all. After so many `seconds` it is of what was read by then. Raises NothingToSummarize if the
        target is neither a document nor spoken of in the corpus.
        """
        room, deadline = Room(words=words) if words else Room(sentences=sentences), Deadline(seconds)
        document = None if within else self._catalogue.get(target)
        if document is None:
            # The words themselves first: a synonym that is good enough to find an answer draws a topic out too wide.
            plain = understand(target, self._index.vocabulary, Synonyms(), self._analyzer)
            found = (summaries.on_topic(self._index, q, room, deadline, within) for q in (plain, self._query(target)))
            summary = next(filter(None, found), None)
            if summary is None:
                raise NothingToSummarize(target, self.complete(target, 3))
            return summary
        return summaries.of_document(self._index, self._analyzer, document, room, deadline)

    def news(self, changes: Iterable[FileChanges], words: int = 150, *, seconds: float = math.inf) -> Summary:
        """The most telling lines of what was added or reworded, in about so many `words`."""
        spans = {
            change.file: [excerpt.span for excerpt in (*change.added, *(one.after for one in change.reworded))]
            for change in changes
            if self._catalogue.get(change.file) is not None
        }
        return summaries.of_news(self._index, spans, Room(words=words), Deadline(seconds))

    def overview(self, *, seconds: float = math.inf) -> Summary:
        """What the corpus is about: a line or two of each document, of the most telling ones where there are many."""
        return summaries.of_corpus(self._index, self._analyzer, self.documents, Deadline(seconds))

    def compare(self, one: str, other: str, limit: int = 5, *, seconds: float = math.inf) -> Comparison:
        """What two documents both say and what only one does, `limit` of each at most. Raises UnknownDocument.

        After so many `seconds` it is what both say of what was read by then.
        """
        return compare(self.find(one), self.find(other), self._index, self._analyzer, limit, Deadline(seconds))
