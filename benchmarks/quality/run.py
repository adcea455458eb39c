"""What is asked of a collection, and in which order? Methods, differences, typing errors, parts switched off."""

import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from benchmarks.quality import report
from benchmarks.quality.ablation import PARTS, without
from benchmarks.quality.baselines import Method, lexical
from benchmarks.quality.collections import SEED, Collection
from benchmarks.quality.metrics import Difference, ask_all, best, difference, measure, retyped
from benchmarks.quality.typos import mistyped
from retrieval import Librarian, RetrievalSettings
from retrieval.evaluation import Scored

OURS = "Quoth"


def sections(collection: Collection, *, ablation: bool) -> Iterator[str]:
    """The report on a collection, piece by piece."""
    methods: dict[str, Method] = {OURS: _quoth(collection), **lexical(collection)}
    scored, times = {}, {}
    for name, method in methods.items():
        start = time.perf_counter()
        scored[name] = ask_all(f"{collection.name}: {name}", method, collection.questions)
        times[name] = 1000 * (time.perf_counter() - start) / len(collection.questions)
    figures = {name: measure(answers, collection) for name, answers in scored.items()}
    yield f"## {collection.name}"
    yield _size(collection)
    yield report.methods(figures, deciding=[OURS])
    yield f"Mean time of a question of Quoth: {times[OURS]:.1f} ms."
    if by_kind := report.kinds(figures[OURS]):
        yield f"Quoth by kind of question: {by_kind}."
    peers = {name: answers for name, answers in scored.items() if name != OURS}
    peer = best(peers)
    yield f"Gained over “{peer}”, in points [interval], questions won : lost:"
    yield report.differences({OURS: _gains(scored[OURS], scored[peer])}, list(_HITS))
    yield "Gained by one typing error in each question (so a loss is negative):"
    yield report.differences(
        {name: _gains(_mistyped(collection, name, methods[name]), _good(scored[name])) for name in (OURS, peer)},
        list(_HITS),
    )
    if ablation:
        yield "What each part brings: the gain of Quoth over itself without it."
        yield report.differences(dict(_parts(collection, scored[OURS])), list(_HITS))


_HITS = {
    "hit@1": lambda one: one.hit(1),
    "hit@3": lambda one: one.hit(3),
    "hit@60w": lambda one: one.hit_in_budget,
}


def _quoth(collection: Collection) -> Method:
    return Librarian.open(collection.folder, RetrievalSettings()).ask


def _size(collection: Collection) -> str:
    good = sum(known.answerable for known in collection.questions)
    total = len(collection.questions)
    return f"{len(collection.texts)} files, {good} answerable questions, {total - good} others."


def _gains(ours: Sequence[Scored], theirs: Sequence[Scored]) -> Mapping[str, Difference]:
    return {name: difference(ours, theirs, hit) for name, hit in _HITS.items()}


def _mistyped(collection: Collection, name: str, method: Method) -> list[Scored]:
    questions = retyped(collection.questions, partial(mistyped, seed=SEED))
    return ask_all(f"{collection.name}: {name}, mistyped", method, questions)


def _good(scored: Sequence[Scored]) -> list[Scored]:
    return [one for one in scored if one.known.answerable]


def _parts(collection: Collection, ours: Sequence[Scored]) -> Iterator[tuple[str, Mapping[str, Difference]]]:
    good = _good(ours)
    for part in PARTS:
        with without(part):
            bare = ask_all(f"{collection.name}: without {part}", _quoth(collection), [one.known for one in good])
        yield part, _gains(good, bare)
