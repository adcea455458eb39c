"""The public names, and where each is at home."""

from .answers.answer import Answer
from .answers.explanation import Candidate, Explanation
from .answers.word_uses import WordUse
from .bm25.formula import Bm25
from .comparison.claims import Checked, Difference
from .comparison.pairing import Comparison, Pair
from .documents.catalogue import document_key
from .documents.display import Part, parts
from .documents.left_out import LeftOut, LeftOutReason, left_out
from .documents.markup import Run
from .documents.model import (
    Block,
    Document,
    Excerpt,
    Locator,
    LocatorKind,
    Quality,
    Rest,
    RestKind,
    Role,
    Skipped,
    SkipReason,
)
from .documents.navigation import find_place, headings, stretch_after, stretch_around, stretch_at, stretch_before
from .encoder.model_files import MODEL_SIZE_MB, copy_model, fetch_model, is_model, packaged_model
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
from .evaluation.scorecard import GoldQuote, KnownQuestion, evaluate
from .indexed_folder import Library
from .ingestion.formats.reader import Format, Reading, Refused, Source
from .ingestion.formats.registry import suffixes
from .ingestion.seen import CorpusFolder, Haste
from .librarian import Librarian
from .passage_index.index import PassageIndex
from .query.noise import is_courtesy, without_noise
from .ranking.reranker import RankedPassage, Reranker
from .ranking.semantic import SemanticReranker
from .revisions.changes import FileChanges, Reworded, find_changes
from .revisions.histories import Histories
from .revisions.history import MAX_REVISIONS, History, Revision
from .settings import RetrievalSettings
from .storage.own_copy import read_file
from .storage.whole_file import private_folder, remove_abandoned, write_whole
from .summaries.summary import Summary
from .synonyms.suggestions import Suggestion, suggest_synonyms
from .synonyms.thesaurus import Synonyms
from .text.analysis import Analyzer
from .text.span import Span
from .workers import processors

__all__ = [
    "MAX_REVISIONS",
    "MODEL_SIZE_MB",
    "Analyzer",
    "Answer",
    "Block",
    "Bm25",
    "Candidate",
    "Checked",
    "Comparison",
    "CorpusError",
    "CorpusFolder",
    "Difference",
    "Document",
    "Excerpt",
    "Explanation",
    "FileChanges",
    "Format",
    "GoldQuote",
    "Haste",
    "Histories",
    "History",
    "HistoryError",
    "KnownQuestion",
    "LeftOut",
    "LeftOutReason",
    "Librarian",
    "Library",
    "Locator",
    "LocatorKind",
    "ModelError",
    "NothingToSummarize",
    "Pair",
    "Part",
    "PassageIndex",
    "Quality",
    "RankedPassage",
    "Reading",
    "Refused",
    "Reranker",
    "Rest",
    "RestKind",
    "RetrievalError",
    "RetrievalSettings",
    "Revision",
    "Reworded",
    "Role",
    "Run",
    "SemanticReranker",
    "SkipReason",
    "Skipped",
    "SnapshotError",
    "Source",
    "Span",
    "Suggestion",
    "Summary",
    "SynonymError",
    "Synonyms",
    "UnknownDocument",
    "UnknownRevision",
    "WordUse",
    "copy_model",
    "document_key",
    "evaluate",
    "fetch_model",
    "find_changes",
    "find_place",
    "headings",
    "is_courtesy",
    "is_model",
    "left_out",
    "packaged_model",
    "parts",
    "private_folder",
    "processors",
    "read_file",
    "remove_abandoned",
    "stretch_after",
    "stretch_around",
    "stretch_at",
    "stretch_before",
    "suffixes",
    "suggest_synonyms",
    "without_noise",
    "write_whole",
]
