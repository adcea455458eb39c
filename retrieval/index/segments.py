"""How do many documents become segments? One, or one for each process where there is much to do."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from retrieval.bm25.formula import Bm25
from retrieval.documents.model import Document
from retrieval.index.segment import Segment
from retrieval.index.segment_writer import segment_of
from retrieval.progress import Progress
from retrieval.text.analysis import Analyzer
from retrieval.workers import ALONE, Workers

SMALL = 2_000_000
"""Characters of text up to which making a segment takes less than starting a process."""


def segments_of(
    documents: Sequence[Document], analyzer: Analyzer, formula: Bm25, progress: Progress, workers: Workers = ALONE
) -> list[Segment]:
    """Segments with these documents, each with a run of them, in their order."""
    size = sum(len(document.text) for document in documents)
    if workers.processes == 1 or size <= SMALL:
        return [segment_of(progress(documents, "Indexing"), analyzer, formula)]
    runs = list(_runs(documents, size / workers.processes))
    made = workers.map(_segment, ((run, formula) for run in runs))
    shown = iter(progress(documents, "Indexing"))
    segments = []
    for run, segment in zip(runs, made, strict=True):
        segments.append(replace(segment, documents=tuple(run)))
        for _ in zip(run, shown, strict=False):
            pass
    return segments


def _runs(documents: Collection[Document], share: float) -> Iterator[list[Document]]:
    """Runs of documents with about this share of the text each."""
    run: list[Document] = []
    size = 0
    for document in documents:
        run.append(document)
        size += len(document.text)
        if size >= share:
            yield run
            run, size = [], 0
    if run:
        yield run


def _segment(given: tuple[list[Document], Bm25]) -> Segment:
    """A segment of these documents, which come back without them: whoever gave them has them."""
    documents, formula = given
    return replace(segment_of(documents, Analyzer(), formula), documents=())
