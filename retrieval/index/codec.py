"""How does an index come to stand in a file, and back? Documents, what is searched of them, and how they were read.

Everything is in flat arrays (see `retrieval.index.segment`), so that a start reads them instead of the files of the
corpus. Of each document the file holds text, title and blocks, the latter as they were read and as they are searched:
a block that recurs over many files is marked only then.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Any

import numpy as np

from retrieval.bm25.formula import Bm25
from retrieval.bm25.postings import Postings
from retrieval.documents.model import Block, Document, Locator, LocatorKind, Quality, Role
from retrieval.index.deletions import Deletions
from retrieval.index.index import Index
from retrieval.index.segment import Segment
from retrieval.index.vocabulary import WordTable
from retrieval.ingestion.repeated_blocks import Originals
from retrieval.storage.array_file import Snapshot, Writer
from retrieval.storage.stored_texts import StoredTexts, store
from retrieval.storage.string_table import StringTable
from retrieval.text.analysis import Analyzer
from retrieval.text.span import Span

_ROLES, _LOCATORS, _QUALITIES = tuple(Role), tuple(LocatorKind), tuple(Quality)
_REFERENCES = ("lead_in", "parent", "header", "speaker")
"""What of a block is another place in its text, in the order of its fields."""
_ARRAYS = (
    "unit_bounds block_bounds passage_bounds unit_block unit_spans unit_sections is_heading context block_starts "
    "section_starts edges is_byline qualities unit_terms unit_starts field_terms field_counts field_starts"
).split()
_POSTINGS = ("by_passage", "by_unit")
_WORD_ARRAYS = ("term_of", "counts", "capitals", "term_counts")
_NONE = -1


def store_index(writer: Writer, index: Index, originals: Originals) -> None:
    """Puts an index into a snapshot, with its documents as they were read; raises as `store_segment` does."""
    for number, (segment, deletions) in enumerate(zip(index.segments, index.deletions, strict=True)):
        gone = deletions.documents  # one that changed has another of the same id in another segment
        read = [one if at in gone else originals.documents[one.id] for at, one in enumerate(segment.documents)]
        store_segment(writer, f"{number}.", segment, read)
        writer.about[f"{number}.removed"] = sorted(gone)
    writer.about["segments"] = len(index.segments)
    store(writer, "keys.ids", [originals.keys])
    writer.put("keys.counts", np.array([len(keys) for keys in originals.keys.values()], dtype=np.int64))
    writer.put("keys", np.concatenate([np.empty(0, np.uint64), *originals.keys.values()]))


def load_index(snapshot: Snapshot, analyzer: Analyzer, formula: Bm25) -> tuple[Index, Originals]:
    """The same from a snapshot. Raises SnapshotError if it is not to be believed."""
    segments: list[Segment] = []
    deletions: list[Deletions] = []
    documents: dict[str, Document] = {}
    for number in range(snapshot.about["segments"]):
        segment, read = load_segment(snapshot, f"{number}.")
        gone = snapshot.about[f"{number}.removed"]
        segments.append(segment)
        deletions.append(Deletions().and_of(segment, gone, analyzer))
        documents |= {document.id: document for at, document in enumerate(read) if at not in deletions[-1].documents}
    parts = np.split(snapshot.whole("keys"), np.cumsum(snapshot.whole("keys.counts"))[:-1])
    keys = dict(zip(StoredTexts(snapshot, "keys.ids"), parts, strict=False))
    return Index(analyzer, formula, segments, deletions), Originals.known(documents, keys)


def store_segment(writer: Writer, prefix: str, segment: Segment, read: Sequence[Document]) -> None:
    """Puts a segment into a snapshot under names that begin so; `read` are its documents as they were read.

    Raises SnapshotError if the segment itself came from a file that is damaged.
    """
    for name in _ARRAYS:
        writer.put(prefix + name, getattr(segment, name))
    for name in _POSTINGS:
        getattr(segment, name).store(writer, f"{prefix}{name}.")
    for name, strings in (("terms", segment.terms), ("words", segment.words.words)):
        writer.put(f"{prefix}{name}.letters", strings.letters)
        writer.put(f"{prefix}{name}.ends", strings.ends)
    for name in _WORD_ARRAYS:
        writer.put(f"{prefix}words.{name}", getattr(segment.words, name))
    writer.about[prefix + "explained"] = segment.explained
    _store_documents(writer, prefix, segment.documents, read)


def load_segment(snapshot: Snapshot, prefix: str) -> tuple[Segment, tuple[Document, ...]]:
    """A segment from a snapshot, and its documents as they were read. Raises SnapshotError."""
    documents, originals = _load_documents(snapshot, prefix)
    terms, words = (
        StringTable(snapshot.whole(f"{prefix}{name}.letters"), snapshot.whole(f"{prefix}{name}.ends"))
        for name in ("terms", "words")
    )
    counted = (snapshot.whole(f"{prefix}words.{name}") for name in _WORD_ARRAYS)
    explained = snapshot.about[prefix + "explained"]
    arrays: dict[str, Any] = {name: snapshot.whole(prefix + name) for name in _ARRAYS}
    postings: dict[str, Any] = {name: Postings.load(snapshot, f"{prefix}{name}.") for name in _POSTINGS}
    segment = Segment(
        documents=documents,
        terms=terms,
        words=WordTable(words, terms, *counted),
        explained=tuple(tuple((tuple(said), tuple(meant)) for said, meant in pairs) for pairs in explained),
        **arrays,
        **postings,
    )
    return segment, originals


def _store_documents(writer: Writer, prefix: str, documents: Sequence[Document], read: Sequence[Document]) -> None:
    store(writer, prefix + "ids", [[document.id for document in documents]])
    store(writer, prefix + "titles", [[document.title for document in documents]])
    store(writer, prefix + "texts", [[document.text for document in documents]])
    store(writer, prefix + "languages", [[document.language for document in documents]])
    store(writer, prefix + "encodings", [[document.encoding for document in documents]])
    blocks = [block for document in documents for block in document.blocks]
    locators = [block.locator for block in blocks]
    store(writer, prefix + "blocks.places", [[locator.value if locator else "" for locator in locators]])
    tags = sorted({block.language for block in blocks})
    writer.about[prefix + "languages"] = tags
    arrays = {
        "languages": [tags.index(block.language) for block in blocks],
        "block_counts": [len(document.blocks) for document in documents],
        "roles": [_ROLES.index(block.role) for block in blocks],
        "read_qualities": [_QUALITIES.index(block.quality) for document in read for block in document.blocks],
        "levels": [block.level for block in blocks],
        "qualities": [_QUALITIES.index(block.quality) for block in blocks],
        "spans": _flat(block.span for block in blocks),
        "locators": [_LOCATORS.index(locator.kind) if locator else _NONE for locator in locators],
        **{name: _flat(getattr(block, name) for block in blocks) for name in _REFERENCES},
        "heading_counts": [len(block.headings) for block in blocks],
        "headings": _flat(chain.from_iterable(block.headings for block in blocks)),
    }
    for name, numbers in arrays.items():
        writer.put(f"{prefix}blocks.{name}", np.array(numbers, dtype=np.int32))


def _load_documents(snapshot: Snapshot, prefix: str) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    def numbers(name: str) -> list[int]:
        return snapshot.whole(f"{prefix}blocks.{name}").tolist()  # type: ignore[no-any-return]

    headings = _spans(numbers("headings"))
    heading_ends = np.cumsum([0, *numbers("heading_counts")]).tolist()
    tags = snapshot.about[prefix + "languages"]
    places = StoredTexts(snapshot, prefix + "blocks.places")
    columns = zip(
        _spans(numbers("spans")),
        (_ROLES[role] for role in numbers("roles")),
        numbers("levels"),
        (tuple(headings[first:last]) for first, last in pairwise(heading_ends)),
        *(_spans(numbers(name)) for name in _REFERENCES),
        (
            Locator(_LOCATORS[kind], places[at]) if kind != _NONE else None
            for at, kind in enumerate(numbers("locators"))
        ),
        (tags[number] for number in numbers("languages")),
        (_QUALITIES[quality] for quality in numbers("qualities")),
        strict=True,
    )
    blocks = [Block(*of_one) for of_one in columns]
    read = [
        block if block.quality is _QUALITIES[quality] else replace(block, quality=_QUALITIES[quality])
        for block, quality in zip(blocks, numbers("read_qualities"), strict=True)
    ]
    documents, originals = [], []
    stored = (StoredTexts(snapshot, prefix + name) for name in ("ids", "titles", "texts", "languages", "encodings"))
    bounds = pairwise(np.cumsum([0, *numbers("block_counts")]).tolist())
    for name, title, text, language, encoding, (first, last) in zip(*stored, bounds, strict=True):
        own = tuple(blocks[first:last])
        document = Document(name, title, text, own, language, encoding)
        documents.append(document)
        as_read = tuple(read[first:last])
        originals.append(document if as_read == own else replace(document, blocks=as_read))
    return tuple(documents), tuple(originals)


def _flat(spans: Iterator[Span | None]) -> list[int]:
    return [place for span in spans for place in ((span.start, span.end) if span else (_NONE, _NONE))]


def _spans(flat: Sequence[int]) -> list[Span | None]:
    return [Span(start, end) if start != _NONE else None for start, end in zip(flat[::2], flat[1::2], strict=True)]
