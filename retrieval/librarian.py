"""How do I ask the corpus? The façade: one immutable snapshot of a folder, its answers and summaries."""

import difflib
import re
from pathlib import Path

from rank_bm25 import BM25Okapi
from sentencex import get_sentence_boundaries

from retrieval.documents import Answer, Block, Document, Excerpt, Role, Skipped, Span, Summary
from retrieval.errors import CorpusError, NothingToSummarize, UnknownDocument
from retrieval.settings import RetrievalSettings


class Librarian:
    """Answers questions about the documents of a folder. Immutable, safe to share between threads."""

    def __init__(self, documents: tuple[Document, ...], skipped: tuple[Skipped, ...], settings: RetrievalSettings) -> None:
        self.documents = documents
        self.skipped = skipped
        self.settings = settings
        self._units = [
            (document, Span(b["start_index"], b["start_index"] + len(b["text"].rstrip())))
            for document in documents
            for b in get_sentence_boundaries("en", document.text)
            if b["text"].strip() and len(b["text"].split()) > 4
        ]
        self._bm25 = BM25Okapi([self._terms(s.of(d.text)) for d, s in self._units]) if self._units else None

    @staticmethod
    def _terms(text: str) -> list[str]:
        return re.findall(r"\w+", text.lower())

    @classmethod
    def open(cls, folder: Path, settings: RetrievalSettings) -> "Librarian":
        """Read every document below the folder. Raises CorpusError if the folder cannot be read."""
        if not folder.is_dir():
            raise CorpusError(f"There is no folder {folder}.")
        documents, skipped = [], []
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                if path.suffix not in (".txt", ".md"):
                    skipped.append(Skipped(name, f"{path.suffix or 'no'} files are not read"))
                    continue
                text = path.read_bytes().decode("utf-8")
                documents.append(Document(name, name, text, (Block(Span(0, len(text)), Role.PARAGRAPH),)))
        return cls(tuple(documents), tuple(skipped), settings)

    def ask(self, question: str, limit: int = 3) -> Answer:
        """The excerpts that answer, best first, at most `limit` (1 to 10); or the nearest, with `answered` false."""
        terms = set(self._terms(question))
        if self._bm25 is None:
            return Answer(question, False, 0.0, ())
        scores = self._bm25.get_scores(list(terms))
        best = sorted(range(len(self._units)), key=lambda i: (-scores[i], i))[:limit]
        excerpts = []
        for i in best:
            document, span = self._units[i]
            places = tuple(
                Span(span.start + m.start(), span.start + m.end())
                for m in re.finditer(r"\w+", span.of(document.text))
                if m.group().lower() in terms
            )
            if places:
                matched = tuple(dict.fromkeys(p.of(document.text).lower() for p in places))
                excerpts.append(Excerpt(document, span, float(scores[i]), matched, places))
        confidence = min(1.0, excerpts[0].score / 20) if excerpts else 0.0
        return Answer(question, confidence >= 0.2, confidence, tuple(excerpts))

    def find(self, name: str) -> Document:
        """The document of this id, or of this file name where only one has it. Raises UnknownDocument."""
        for document in self.documents:
            if document.id == name:
                return document
        raise UnknownDocument(name, tuple(difflib.get_close_matches(name, [d.id for d in self.documents])))

    def complete(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Document ids that fit what was typed so far, best first; all of them for ""."""
        return tuple(d.id for d in self.documents if typed.lower() in d.id.lower())[:limit]

    def summarize(self, target: str, sentences: int = 6) -> Summary:
        """The most telling sentences of a document, or of all documents on a topic.

        Raises NothingToSummarize if the target is neither a document nor spoken of in the corpus.
        """
        try:
            document = self.find(target)
        except UnknownDocument:
            answer = self.ask(target, sentences)
            if not answer.excerpts:
                raise NothingToSummarize(f"No document is named {target!r}, and none speaks of it.") from None
            return Summary(target, "topic", answer.excerpts)
        spans = [s for d, s in self._units if d is document][:sentences]
        return Summary(document.id, "file", tuple(Excerpt(document, s) for s in spans))
