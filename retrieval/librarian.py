"""How do I ask the corpus? The façade: one immutable snapshot of a folder, its answers and summaries."""

from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from retrieval import summaries
from retrieval.analysis import Analyzer
from retrieval.comparison import Comparison, compare
from retrieval.confidence import confidence
from retrieval.corpus import read_corpus
from retrieval.documents import Answer, Document, Skipped, Summary
from retrieval.errors import NothingToSummarize, UnknownDocument
from retrieval.excerpts import diverse, excerpt
from retrieval.index import Index
from retrieval.questions import understand
from retrieval.ranking import rank
from retrieval.settings import RetrievalSettings


class Librarian:
    """Answers questions about documents. Immutable, safe to share between threads."""

    def __init__(self, documents: Sequence[Document], skipped: Sequence[Skipped], settings: RetrievalSettings) -> None:
        self.documents = tuple(documents)
        self.skipped = tuple(skipped)
        self.settings = settings
        self._analyzer = Analyzer()
        self._index = Index(self.documents, self._analyzer, k1=settings.k1, b=settings.b)

    @classmethod
    def open(cls, folder: Path, settings: RetrievalSettings) -> "Librarian":
        """Read every document below the folder. Raises CorpusError if the folder cannot be read."""
        documents, skipped = read_corpus(folder, max_file_mb=settings.max_file_mb)
        return cls(documents, skipped, settings)

    def ask(self, question: str, limit: int = 3) -> Answer:
        """The excerpts that answer, best first, at most `limit` (1 to 10); or the nearest, with `answered` false.

        Excerpts never overlap. The same question to the same corpus gives the same answer.
        """
        query = understand(question, self._index.vocabulary, self._analyzer)
        unknown = tuple(term.word for term in query.terms if not term.variants)
        if query.is_chat:
            return Answer(question, False, 0.0, (), unknown)
        ranking = rank(query, self._index)
        sure = round(confidence(query, self._index, ranking), 4)
        excerpts = tuple(
            excerpt(query, self._index, passage, float(ranking.scores[passage]), self._analyzer)
            for passage in diverse(self._index, ranking, limit)
        )
        answered = bool(excerpts) and sure >= self.settings.answer_threshold
        return Answer(question, answered, sure, excerpts, unknown)

    def find(self, name: str) -> Document:
        """The document of this id, or of this file name where only one has it. Raises UnknownDocument."""
        exact = [document for document in self.documents if document.id == name]
        named = exact or [document for document in self.documents if document.id.rpartition("/")[2] == name]
        if len(named) != 1:
            raise UnknownDocument(name, self.complete(name, 3))
        return named[0]

    def complete(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Document ids that fit what was typed so far, best first: those that hold it, then those that resemble it."""
        names = [document.id for document in self.documents]
        typed = typed.strip().casefold()
        holding = sorted((n for n in names if typed in n.casefold()), key=lambda n: (n.casefold().find(typed), n))
        if holding or not typed:
            return tuple(holding[:limit])
        alike = process.extract(typed, names, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=60, limit=limit)
        return tuple(name for name, _, _ in alike)

    def summarize(self, target: str, sentences: int = 6) -> Summary:
        """The most telling sentences of a document, or of all documents on a topic.

        Raises NothingToSummarize if the target is neither a document nor spoken of in the corpus.
        """
        try:
            document = self.find(target)
        except UnknownDocument:
            query = understand(target, self._index.vocabulary, self._analyzer)
            summary = summaries.on_topic(self._index, query, sentences)
            if summary is None:
                raise NothingToSummarize(
                    f"No document is named {target!r}, and none speaks of that topic in whole sentences."
                ) from None
            return summary
        return summaries.of_document(self._index, self._analyzer, document, sentences)

    def overview(self) -> Summary:
        """What the corpus is about: of each document, in the order of their ids, a line or two."""
        return summaries.of_corpus(self._index, self._analyzer, self.documents)

    def compare(self, one: str, other: str, limit: int = 5) -> Comparison:
        """What two documents both say and what only one does, `limit` of each at most. Raises UnknownDocument."""
        return compare(self.find(one), self.find(other), self._analyzer, limit)
