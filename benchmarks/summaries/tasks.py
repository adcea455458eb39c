"""What is to be summarized, and what is a good summary of it? The collections as one kind of task."""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.quality.collections import load
from retrieval import GoldQuote, Librarian, RetrievalSettings
from retrieval.ingestion.formats.reader import Source
from retrieval.ingestion.formats.registry import read


@dataclass(frozen=True, slots=True)
class Task:
    """One summary to be made: of `target`, a file or topic of the librarian's corpus.

    Good is what is near to one of `references`, or, where there are none, what quotes `key_points`: for each point, in
    order of importance, the places of which quoting one is enough.
    """

    collection: str
    librarian: Librarian
    target: str
    references: tuple[str, ...] = ()
    key_points: tuple[tuple[GoldQuote, ...], ...] = ()


def tasks(shared: Path) -> Iterator[Task]:
    """Every task of the collections below this folder, those of one corpus together."""
    yield from _key_points(shared / "seeds_gold" / "summaries.jsonl", shared / "seeds")
    yield from _of_documentation(shared / "eval" / "summaries" / "keypoints.jsonl", shared / "eval")
    for path in sorted((shared / "eval" / "summaries").glob("*.jsonl.gz")):
        yield from _with_references(path)


def librarian_over(files: Iterable[tuple[str, str]]) -> Librarian:
    """A librarian over texts by file name."""
    documents = []
    for name, text in files:
        documents.append(replace(read(Source(name, text.encode())).document(name), title=""))
    return Librarian(documents, (), RetrievalSettings())


def _key_points(gold: Path, folder: Path) -> Iterator[Task]:
    if not gold.is_file():
        return
    librarian = Librarian.open(folder, RetrievalSettings())
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        yield Task(f"seeds, {row['kind']}", librarian, row["target"], key_points=_points(row))


def _of_documentation(gold: Path, collections: Path) -> Iterator[Task]:
    """Documents and topics of several folders of documentation."""
    if not gold.is_file():
        return
    librarians: dict[str, Librarian] = {}
    with TemporaryDirectory() as workplace:
        for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
            if row["corpus"] not in librarians:
                folder = load(collections / row["corpus"], Path(workplace)).folder
                librarians[row["corpus"]] = Librarian.open(folder, RetrievalSettings())
            name = f"documentation, {row['kind']}"
            yield Task(name, librarians[row["corpus"]], row["target"], key_points=_points(row))


def _points(row: Mapping[str, Any]) -> tuple[tuple[GoldQuote, ...], ...]:
    return tuple(
        tuple(GoldQuote(q["file"], q["start"], q["end"]) for q in point["quotes"] if not q.get("partial"))
        for point in row["key_points"]
    )


def _with_references(path: Path) -> Iterator[Task]:
    """Articles with one reference each, or meetings with several queries each."""
    collection = path.name.split(".")[0]
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        row = json.loads(line)
        librarian = librarian_over([(row["file"], row["text"])])
        for wanted in row.get("queries", [row]):
            query = wanted["query"]
            name = collection if "queries" not in row else f"{collection}, {'topic' if query else 'file'}"
            yield Task(name, librarian, query or row["file"], tuple(wanted["references"]))
