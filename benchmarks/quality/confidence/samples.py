"""What is a confidence fitted on? Questions to whole folders and to a few files of them, each with its signs."""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path

from tqdm import tqdm

from benchmarks.quality.collections import ADVERSARIAL, OUT_OF_CORPUS, SEED, Collection
from retrieval import KnownQuestion, Librarian, RetrievalSettings
from retrieval.ingestion.folder import read_corpus
from retrieval.ranking.signs import Signs

GOOD, NEAR = "answerable", "other file"
"""Kinds of questions beside those of a collection: `NEAR` is answered in files that a cut folder lacks."""
KINDS = (GOOD, OUT_OF_CORPUS, ADVERSARIAL, NEAR)
NAMED = {"near-miss": ADVERSARIAL}
"""What other collections call a kind."""
WHOLE = 0
CUTS = {1: 30, 3: 15, 20: 6}
"""Files of a cut folder, and how many such folders are drawn from each collection."""
PER_CUT = {GOOD: 12, OUT_OF_CORPUS: 4, NEAR: 4}
"""Questions of each kind to a cut folder at most."""
SIGNS = tuple(field.name for field in fields(Signs))


@dataclass(frozen=True, slots=True)
class Sample:
    """A question to a folder of a collection, `size` files of it or all (0); no `signs` where nothing matches."""

    collection: str
    size: int
    kind: str
    question: str
    signs: tuple[float, ...] | None

    @property
    def family(self) -> str:
        """What shares its texts: translations of the same articles are of one family."""
        return "squad" if self.collection.startswith("xquad") else self.collection


def samples(collection: Collection, limit: int) -> Iterator[Sample]:
    """The questions of a collection, at most `limit`, to all of its files; then those to a few files of it."""
    documents, _ = read_corpus(collection.folder, max_file_mb=RetrievalSettings().max_file_mb)
    collection = collection.sample(limit)
    whole = Librarian(documents, (), RetrievalSettings())
    kinds = ((GOOD if known.answerable else NAMED.get(known.kind, known.kind), known) for known in collection.questions)
    asked = [(kind, known) for kind, known in kinds if kind in KINDS]
    yield from _asked(collection.name, WHOLE, whole, asked)
    draw = random.Random(SEED)  # noqa: S311  # repeatable on purpose, nothing secret
    answering = sorted({quote.file for known in collection.questions for quote in known.full})
    for size, times in CUTS.items():
        for _ in range(times if size < len(documents) else 0):
            kept = set(draw.sample(answering, min(size, len(answering))))
            others = sorted({document.id for document in documents} - kept)
            kept.update(draw.sample(others, size - len(kept)))
            cut = Librarian([document for document in documents if document.id in kept], (), RetrievalSettings())
            yield from _asked(collection.name, size, cut, _drawn(collection.questions, kept, draw))


def _drawn(questions: Iterable[KnownQuestion], kept: set[str], draw: random.Random) -> list[tuple[str, KnownQuestion]]:
    """Questions to the kept files, each with its kind there."""
    kinds: dict[str, list[KnownQuestion]] = {}
    for known in questions:
        if known.answerable:
            files = {quote.file for quote in known.full}
            kinds.setdefault(GOOD if files <= kept else NEAR if files.isdisjoint(kept) else "", []).append(known)
        elif known.kind == OUT_OF_CORPUS:
            kinds.setdefault(known.kind, []).append(known)
    return [
        (kind, known)
        for kind, found in sorted(kinds.items())
        if kind
        for known in draw.sample(found, min(PER_CUT[kind], len(found)))
    ]


def _asked(name: str, size: int, to: Librarian, asked: Sequence[tuple[str, KnownQuestion]]) -> Iterator[Sample]:
    for kind, known in tqdm(asked, desc=f"{name} {size or 'whole'}", unit="q", leave=False):
        told = to.explanation(known.question, 1)
        signs = None if told.answer.is_talk or not told.signs else astuple(told.signs)
        yield Sample(name, size, kind, known.question, signs)


def save(path: Path, found: Iterable[Sample]) -> None:
    """Keep samples as JSON, a line each."""
    path.write_text("".join(json.dumps(asdict(one)) + "\n" for one in found), encoding="utf-8")


def load(path: Path) -> list[Sample]:
    """Samples that were kept."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Sample(**line | {"signs": line["signs"] and tuple(line["signs"])}) for line in lines]
