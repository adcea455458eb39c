"""The package tantivy: the search engine of that name, written in Rust, by its Python binding.

Words are kept with their counts and without their places, since no phrase is asked for. A search does not count how
many passages match, so that it may pass over those that cannot be among the best. k1 and b are its own, 1.2 and 0.75.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import tantivy

from benchmarks.speed.engines import Hits

_HEAP_BYTES = 128_000_000
"""Memory of the writer: the package's own default."""


class Tantivy:
    """One thread for everything."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index
        self._searcher = index.searcher()
        self._next = self._searcher.num_docs
        self._writer: tantivy.IndexWriter | None = None

    @classmethod
    def build(cls, passages: Path, folder: Path) -> None:
        """Write all, commit once, and wait until its files are merged."""
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
        schema.add_unsigned_field("number", indexed=True, fast=True)
        writer = tantivy.Index(schema.build(), str(folder)).writer(_HEAP_BYTES, num_threads=1)
        with passages.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                writer.add_document(_document(number, line))
        writer.commit()
        writer.wait_merging_threads()

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index, which tantivy maps into memory."""
        return cls(tantivy.Index.open(str(folder)))

    def search(self, question: str, k: int) -> Hits:
        """Best passages first, any word of the question."""
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._index.schema, "text", word, index_option="freq"))
            for word in question.split()
        ]
        found = self._searcher.search(tantivy.Query.boolean_query(terms), limit=k, count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in found])
        return [(int(number or 0), score) for number, (score, _) in zip(numbers, found, strict=True)]

    def replace(self, old: Sequence[int], texts: Sequence[str]) -> list[int]:
        """One commit, then a look at the new state."""
        if self._writer is None:
            self._writer = self._index.writer(_HEAP_BYTES, num_threads=1)
        for number in old:
            self._writer.delete_documents_by_query(tantivy.Query.term_query(self._index.schema, "number", number))
        numbers = list(range(self._next, self._next + len(texts)))
        for number, text in zip(numbers, texts, strict=True):
            self._writer.add_document(_document(number, text))
        self._writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()
        self._next += len(texts)
        return numbers


def _document(number: int, text: str) -> tantivy.Document:
    document = tantivy.Document(text=text)
    document.add_unsigned("number", number)
    return document
