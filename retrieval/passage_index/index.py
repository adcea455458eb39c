"""How do I search passages of text by BM25? The engine by itself, for whoever has passages and no documents."""

import importlib.util
import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np

from retrieval.bm25.builder import Builder, postings_of
from retrieval.bm25.formula import Bm25
from retrieval.bm25.inverted_index import InvertedIndex
from retrieval.bm25.postings import Postings
from retrieval.errors import SnapshotError
from retrieval.passage_index import top_k
from retrieval.passage_index.merger import merge
from retrieval.passage_index.searcher import Analyze, State, all_ids, compacted
from retrieval.storage.array_file import Snapshot, Writer
from retrieval.storage.stored_texts import StoredTexts, store

RUN = 1 << 22
"""Terms after which a part of a large index goes to the disk, so that memory is bounded: some 400 MB and the terms."""
TAIL = 128
"""Passages up to which the newest ones are one segment that is made again with each change."""
CROWDED = 4
"""So many segments of much the same size are merged in the background."""
KIND = "passages"

Kernels = Literal["numpy", "numba"]


class _Passage(NamedTuple):
    id: int
    text: str
    terms: Sequence[str]


class PassageIndex:
    """Passages of text, searched by BM25; each has an id that it keeps, counted up from 0 in the order they came.

        index = PassageIndex.build(["the cat sat", "a dog barked"])
        index.search("cats", k=10)  # [(0, 0.69)]: ids with scores, best first, ties by id
        index.add("two cats")  # 2, counts at once
        index.save(Path("cats.quoth"))
        PassageIndex.open(Path("cats.quoth")).search("cats", k=1)

    Scores are those of rank-bm25 with Lucene's idf over the passages there are, whatever was added or removed before.
    All methods may be called from several threads at once: a search sees the passages before a change or after it,
    never a part of the change. `analyzer` turns a text into its terms and must be the same for one index always; it is
    Quoth's own for English if none is given. `kernels` are those of the package numba (the extra `fast`) where it is
    installed, else numpy's; the results are the same.
    """

    def __init__(
        self, analyzer: Analyze | None = None, formula: Bm25 | None = None, kernels: Kernels | None = None
    ) -> None:
        """An index without passages. Raises ImportError if numba's kernels are wanted and it is not installed."""
        self._analyze: Analyze = analyzer or _english()
        self._kernel = _Kernel(kernels)
        self._changing, self._compacting = threading.Lock(), threading.Lock()
        self._next = 0
        self._settled = State(InvertedIndex(formula or Bm25()))
        self._tail: list[_Passage] = []
        self._seen: State | None = self._settled

    @classmethod
    def build(
        cls,
        passages: Iterable[str],
        analyzer: Analyze | None = None,
        formula: Bm25 | None = None,
        kernels: Kernels | None = None,
        folder: Path | None = None,
    ) -> "PassageIndex":
        """An index of the passages. A large one is put into a temporary file, in `folder` if one is given."""
        index = cls(analyzer, formula, kernels)
        temporary: Path | None = None
        runs = _runs(passages, index._analyze)
        for number, (builder, texts) in enumerate(runs):
            segment = builder.postings(index._settled.index.formula)
            ids = np.arange(index._next, index._next + len(texts))
            index._next += len(texts)
            if builder.terms < RUN and temporary is None:
                index._settled = index._settled.with_segment(segment, ids, texts)
            else:
                if temporary is None:
                    temporary = Path(tempfile.mkdtemp(prefix="quoth-", dir=folder))
                    weakref.finalize(index, shutil.rmtree, temporary, ignore_errors=True)
                run = State(InvertedIndex(index._settled.index.formula)).with_segment(segment, ids, texts)
                _write(temporary / f"run-{number}", run, index._next)
                index._settled = _join(index._settled, _read(temporary / f"run-{number}")[0])
        if temporary:
            _write(temporary / "all", index._settled, index._next)
            index._settled = _read(temporary / "all")[0]
            for run_file in temporary.glob("run-*"):
                run_file.unlink(missing_ok=True)
        index._seen = index._settled
        return index

    def save(self, path: Path | str) -> None:
        """Writes all passages into a file, wholly or not at all. Raises OSError, or SnapshotError as `open` does."""
        with self._changing:
            state, following = self._view(), self._next
        _write(Path(path), state, following)

    @classmethod
    def open(cls, path: Path | str, analyzer: Analyze | None = None, kernels: Kernels | None = None) -> "PassageIndex":
        """The index in a file as it is now, whatever becomes of the file; the formula is that of the file.

        Raises SnapshotError if it is damaged or no such file, now or when the damaged part is first used; OSError.
        """
        state, following = _read(Path(path))
        index = cls(analyzer, state.index.formula, kernels)
        index._settled = index._seen = state
        index._next = following
        return index

    def __len__(self) -> int:
        return (self._seen or self._locked_view()).index.size

    @property
    def segments(self) -> tuple[tuple[int, int], ...]:
        """Of each part that a search goes through how many passages are in it, and how many of them count no more."""
        index = (self._seen or self._locked_view()).index
        return tuple((part.size, len(index.removed_of(number))) for number, part in enumerate(index.segments))

    def search(self, text: str, k: int = 10) -> list[tuple[int, float]]:
        """The ids and scores of the `k` (1 or more) best passages that share a term with the text; ties by id.

        Raises ValueError for a `k` below 1.
        """
        if k < 1:
            raise ValueError("k must be 1 or more")
        state = self._seen or self._locked_view()
        return state.with_ids(top_k.search(state.index, self._analyze(text), k, self._kernel.best))

    def text(self, passage: int) -> str:
        """The text of the passage with this id. Raises KeyError if there is none."""
        state = self._seen or self._locked_view()
        position = state.position(passage)
        if position < 0:
            raise KeyError(passage)
        return state.text(position)

    def add(self, text: str) -> int:
        """Adds a passage and gives its id."""
        return self.change((), (text,))[0]

    def remove(self, passage: int) -> None:
        """Removes the passage with this id. Raises KeyError if there is none."""
        self.change((passage,), ())

    def change(self, removed: Iterable[int], added: Iterable[str]) -> list[int]:
        """Removes passages and adds others in one step, and gives the ids of those that were added.

        Raises KeyError, and changes nothing, if one to be removed is not there.
        """
        # Before anything changes: whatever they are made by, and the analyzer, may fail, or search here itself.
        gone, coming = set(removed), [(text, self._analyze(text)) for text in added]
        with self._changing:
            tail = [passage for passage in self._tail if passage.id not in gone]
            settled = [self._settled.position(passage) for passage in sorted(gone - {old.id for old in self._tail})]
            if -1 in settled:
                raise KeyError(next(passage for passage in sorted(gone) if self._view().position(passage) < 0))
            if settled:
                self._settled = self._settled.without(settled, self._analyze)
            new = [_Passage(self._next + at, text, terms) for at, (text, terms) in enumerate(coming)]
            self._next += len(new)
            self._tail = [*tail, *new]
            self._seen = None
            if len(self._tail) > TAIL:
                self._settled, self._tail = self._view(), []
            if self._settled.is_crowded(CROWDED) and not self._compacting.locked():
                threading.Thread(target=self._compact_all, name="compaction", daemon=True).start()
        return [passage.id for passage in new]

    def compact(self) -> None:
        """Merges small segments and drops what was removed of others, while others search and change.

        It is done in the background where it is due. Raises SnapshotError if a file that is read is damaged.
        """
        with self._compacting:
            before = self._settled
            first = before.crowd()
            if len(before.index.segments) - first < 2 and not before.is_crowded(CROWDED):
                return
            put_into = compacted(before, first, self._analyze)
            with self._changing:
                self._settled = put_into(self._settled)
                self._seen = None

    def _compact_all(self) -> None:
        with suppress(SnapshotError):  # whoever searches in the damaged part is told
            while self._settled.is_crowded(CROWDED):
                self.compact()

    def _locked_view(self) -> State:
        with self._changing:
            return self._view()

    def _view(self) -> State:
        """All passages as they are now; the lock must be held."""
        if self._seen is not None:
            return self._seen
        view = self._settled
        if self._tail:
            segment = postings_of((passage.terms for passage in self._tail), view.index.formula)
            ids = np.array([passage.id for passage in self._tail], dtype=np.int64)
            view = view.with_segment(segment, ids, [passage.text for passage in self._tail])
        self._seen = view  # only now: whoever searches takes it without a lock
        return view


class _Kernel:
    """Who searches a segment, numpy or compiled code: holds the function that searches a segment, as `best`.

    Where numba is installed and nothing else is wanted, numpy answers until the compiled code is loaded, so that the
    first question does not wait for it.
    """

    def __init__(self, kernels: Kernels | None = None) -> None:
        """Raises ImportError if numba's kernels are wanted and it is not installed."""
        self.best: top_k.Best = top_k.best
        if kernels == "numba":
            self._load()
        elif kernels is None and importlib.util.find_spec("numba"):
            threading.Thread(target=self._load, daemon=True).start()

    def _load(self) -> None:
        from retrieval.passage_index import top_k_numba  # takes half a second, and needs numba

        # The first search of all compiles for some seconds, a later process loads what was compiled.
        top_k.search(InvertedIndex(Bm25(), (postings_of([["a"]], Bm25()),)), ["a"], 1, top_k_numba.best)
        self.best = top_k_numba.best


def _english() -> Analyze:
    from retrieval.text.analysis import Analyzer  # who brings an analyzer does not wait for the stemmer
    from retrieval.text.languages import language

    return Analyzer().of(language("en")).terms


def _runs(passages: Iterable[str], analyze: Analyze) -> Iterator[tuple[Builder, list[str]]]:
    """Passages that are indexed together, and their texts."""
    builder, texts = Builder(), list[str]()
    for text in passages:
        builder.add(analyze(text))
        texts.append(text)
        if builder.terms >= RUN:
            yield builder, texts
            builder, texts = Builder(), []
    if texts:
        yield builder, texts


def _join(one: State, other: State) -> State:
    segment = other.index.segments[0]
    return one.with_segment(segment, other.ids[0], other.texts[0])


def _write(path: Path, state: State, following: int) -> None:
    kept = state.kept()
    with Writer(path, KIND) as writer:
        fields = merge(state.index.segments, kept, state.index.formula, writer.new)
        writer.put("ids", all_ids(state))
        store(
            writer,
            "texts",
            (
                texts if keep is None else (texts[at] for at in np.flatnonzero(keep).tolist())
                for texts, keep in zip(state.texts, kept, strict=True)
            ),
        )
        writer.about = {"formula": asdict(state.index.formula), "average": fields["average"], "next": following}


def _read(path: Path) -> tuple[State, int]:
    snapshot = Snapshot(path, KIND)
    index = InvertedIndex(Bm25(**snapshot.about["formula"]))
    state = State(index).with_segment(Postings.load(snapshot), snapshot.whole("ids"), StoredTexts(snapshot, "texts"))
    return state, snapshot.about["next"]
