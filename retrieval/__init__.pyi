"""The public names, and where each is at home."""

from .changes import FileChanges, Reworded, find_changes
from .checking import Checked, Difference
from .comparison import Comparison, Pair
from .documents import Answer, Block, Document, Excerpt, Role, Skipped, Span, Summary
from .errors import (
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
from .evaluation import KnownQuestion, Quote, evaluate
from .explaining import Candidate, Explanation, WordUse
from .history import History, Revision
from .inverted.formula import Bm25
from .inverted.passage_index import PassageIndex
from .librarian import Librarian
from .library import Library
from .reading import find_place, headings, stretch_after, stretch_around, stretch_at, stretch_before
from .semantic import Reranker
from .settings import RetrievalSettings
from .suggestions import Suggestion, suggest_synonyms
from .synonyms import Synonyms

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
