"""Search in a folder of documents, with verbatim excerpts as answers.

>>> from pathlib import Path
>>> from retrieval import Librarian, RetrievalSettings
>>> librarian = Librarian.open(Path("seeds"), RetrievalSettings())
>>> answer = librarian.ask("is BRICS going to launch its own currency?")
>>> answer.excerpts[0].document.id
'000_5e749aa2185ac1cd.txt'
"""

from retrieval.comparison import Comparison, Pair
from retrieval.documents import Answer, Block, Document, Excerpt, Role, Skipped, Span, Summary
from retrieval.errors import CorpusError, NothingToSummarize, RetrievalError, UnknownDocument
from retrieval.evaluation import evaluate
from retrieval.librarian import Librarian
from retrieval.settings import RetrievalSettings

__all__ = [
    "Answer",
    "Block",
    "Comparison",
    "CorpusError",
    "Document",
    "Excerpt",
    "Librarian",
    "NothingToSummarize",
    "Pair",
    "RetrievalError",
    "RetrievalSettings",
    "Role",
    "Skipped",
    "Span",
    "Summary",
    "UnknownDocument",
    "evaluate",
]
