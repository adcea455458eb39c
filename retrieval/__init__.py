"""Search in a folder of documents, with verbatim excerpts as answers.

>>> from pathlib import Path
>>> from retrieval import Librarian, RetrievalSettings
>>> librarian = Librarian.open(Path("seeds"), RetrievalSettings())
>>> answer = librarian.ask("is BRICS going to launch its own currency?")
>>> answer.excerpts[0].document.id
'000_5e749aa2185ac1cd.txt'
"""

from retrieval.changes import FileChanges, Reworded, find_changes
from retrieval.checking import Checked, Difference
from retrieval.comparison import Comparison, Pair
from retrieval.documents import Answer, Block, Document, Excerpt, Role, Skipped, Span, Summary
from retrieval.errors import (
    CorpusError,
    HistoryError,
    ModelError,
    NothingToSummarize,
    RetrievalError,
    SnapshotError,
    SynonymError,
    UnknownDocument,
    UnknownRevision,
)
from retrieval.evaluation import KnownQuestion, Quote, evaluate
from retrieval.explaining import Candidate, Explanation, WordUse
from retrieval.history import History, Revision
from retrieval.inverted.formula import Bm25
from retrieval.inverted.passage_index import PassageIndex
from retrieval.librarian import Librarian
from retrieval.library import Library
from retrieval.reading import find_place, headings, stretch_after, stretch_around, stretch_at, stretch_before
from retrieval.semantic import Reranker
from retrieval.settings import RetrievalSettings
from retrieval.suggestions import Suggestion, suggest_synonyms
from retrieval.synonyms import Synonyms

__all__ = [
    "Answer",
    "Block",
    "Bm25",
    "Candidate",
    "Checked",
    "Comparison",
    "CorpusError",
    "Difference",
    "Document",
    "Excerpt",
    "Explanation",
    "FileChanges",
    "History",
    "HistoryError",
    "KnownQuestion",
    "Librarian",
    "Library",
    "ModelError",
    "NothingToSummarize",
    "Pair",
    "PassageIndex",
    "Quote",
    "Reranker",
    "RetrievalError",
    "RetrievalSettings",
    "Revision",
    "Reworded",
    "Role",
    "Skipped",
    "SnapshotError",
    "Span",
    "Suggestion",
    "Summary",
    "SynonymError",
    "Synonyms",
    "UnknownDocument",
    "UnknownRevision",
    "WordUse",
    "evaluate",
    "find_changes",
    "find_place",
    "headings",
    "stretch_after",
    "stretch_around",
    "stretch_at",
    "stretch_before",
    "suggest_synonyms",
]
