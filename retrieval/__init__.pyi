"""The public names, and where each is at home."""

from .answers.explanation import Candidate, Explanation, WordUse
from .bm25.formula import Bm25
from .comparison.claims import Checked, Difference
from .comparison.pairing import Comparison, Pair
from .documents.catalogue import document_key
from .documents.model import (
    Answer,
    Block,
    Document,
    Excerpt,
    Locator,
    LocatorKind,
    Quality,
    Role,
    Skipped,
    SkipReason,
)
from .documents.navigation import find_place, headings, stretch_after, stretch_around, stretch_at, stretch_before
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
from .evaluation.scorecard import KnownQuestion, Quote, evaluate
from .indexed_folder import Library
from .librarian import Librarian
from .passage_index.index import PassageIndex
from .ranking.reranker import Reranker
from .revisions.changes import FileChanges, Reworded, find_changes
from .revisions.history import History, Revision
from .settings import RetrievalSettings
from .summaries.summary import Summary
from .synonyms.suggestions import Suggestion, suggest_synonyms
from .synonyms.thesaurus import Synonyms
from .text.analysis import Analyzer
from .text.span import Span

__all__ = [
    "Analyzer",
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
    "Locator",
    "LocatorKind",
    "ModelError",
    "NothingToSummarize",
    "Pair",
    "PassageIndex",
    "Quality",
    "Quote",
    "Reranker",
    "RetrievalError",
    "RetrievalSettings",
    "Revision",
    "Reworded",
    "Role",
    "SkipReason",
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
    "document_key",
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
