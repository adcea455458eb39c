"""What does each part of Quoth bring? Its parts switched off, one at a time, by putting something neutral in place.

The product has no switches for this: its constants and functions are exchanged from outside while an index is made
and asked.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from retrieval import Analyzer, Synonyms
from retrieval.text.analysis import Analysis
from retrieval.text.languages.language import Language


def _empty(*_: object, **__: object) -> list[Any]:
    return []


class _Lacking(Analyzer):
    """The analysis of languages that lack a part."""

    def __init__(self, lacking: Callable[[Language], Language]) -> None:
        super().__init__()
        self._lacking = lacking

    def of(self, language: Language) -> Analysis:
        return super().of(self._lacking(language))


def _unstemmed(language: Language) -> Language:
    return replace(language, stemmer="")


def _all_telling(language: Language) -> Language:
    return replace(language, function_words=frozenset())


PARTS: Mapping[str, Mapping[str, object]] = {
    "stems": {"retrieval.librarian.Analyzer": lambda: _Lacking(_unstemmed)},
    "function words left out": {"retrieval.librarian.Analyzer": lambda: _Lacking(_all_telling)},
    "spelling mended": {"retrieval.index.vocabulary.Vocabulary.near": _empty},
    "synonyms and irregular forms": {"retrieval.librarian.Synonyms.general": lambda _: Synonyms()},
    "abbreviations learned": {"retrieval.index.segment_writer.explained": _empty},
    "names and numbers heavier": {"retrieval.query.understanding.NAME_WEIGHT": 1.0},
    "headings searched": {"retrieval.index.fields.HEADING": 0},
    "title and path searched": {"retrieval.index.fields.TITLE": 0, "retrieval.index.fields.PATH": 0},
    "header rows, parent items and lead-ins searched": {
        "retrieval.index.segment_writer.context": lambda found: [()] * len(found)
    },
    "short passages count as longer": {"retrieval.index.weighted.SHORTEST": 0},
    "only what a reader sees is searched": {
        "retrieval.index.segment_writer.seen": lambda text: text,
        "retrieval.index.vocabulary.seen_text": lambda document: document.text,
    },
    "numbers of rules and steps": {"retrieval.query.understanding.LABEL_WEIGHT": 0.0},
    "evidence of the best sentence": {"retrieval.ranking.ranker.UNIT_WEIGHT": 0.0},
    "evidence of the block": {"retrieval.ranking.ranker.BLOCK_WEIGHT": 0.0},
    "evidence of the section": {"retrieval.ranking.ranker.SECTION_WEIGHT": 0.0},
    "evidence of the document": {"retrieval.ranking.ranker.DOCUMENT_WEIGHT": 0.0},
    "text below its heading": {"retrieval.ranking.features.START_WEIGHT": 0.0},
    "definitions": {"retrieval.ranking.features.DEFINITION_WEIGHT": 0.0},
    "phrases": {"retrieval.ranking.features.PHRASE_WEIGHT": 0.0},
    "kind of answer": {"retrieval.ranking.features.KIND_WEIGHT": 0.0},
    "the sentence before taken along": {"retrieval.answers.extent.LEAD_IN": 0},
    "code counts as fewer words": {"retrieval.documents.passages.CODE_WEIGHT": 1.0},
    "fourth unit of short passages": {"retrieval.documents.passages.SHORT_WORDS": 0},
    "other documents preferred": {"retrieval.answers.excerpts.SAME_DOCUMENT": 1.0},
    "repetitions shown once": {"retrieval.answers.excerpts.MAX_REPEATED": 2.0},
}
"""By the name of a part: what stands where to switch it off."""


@contextmanager
def without(part: str) -> Iterator[None]:
    """Quoth without this part, for as long as the context lasts; an index made inside belongs inside."""
    with ExitStack() as stack:
        for place, neutral in PARTS[part].items():
            stack.enter_context(patch(place, neutral))
        yield
