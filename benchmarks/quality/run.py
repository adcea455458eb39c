"""What is asked of a collection, and in which order? Methods, differences, typing errors, parts switched off."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from benchmarks.quality import report
from benchmarks.quality.ablation import PARTS, without
from benchmarks.quality.baselines import Method, lexical
from benchmarks.quality.chatter import with_chatter
from benchmarks.quality.collections import SEED, Collection
from benchmarks.quality.metrics import Difference, ask_all, best, difference, measure, retyped
from benchmarks.quality.neural import WITH_MODEL, neural
from benchmarks.quality.typos import mistyped
from retrieval import Librarian, RetrievalSettings
from retrieval.evaluation.scorecard import Scored

OURS, SHORT = "Quoth", "Quoth, short answers"
ABLATED = 600
"""Questions of a collection that each part is measured on, at most."""


def sections(collection: Collection, *, model: Path | None = None, ablation: bool) -> Iterator[str]:
    """The report on a collection, piece by piece; with a model, where its folder is given."""
    plain = lexical(collection)
    methods: dict[str, Method] = {
        OURS: _quoth(collection),
        SHORT: _quoth(collection, short=True),
        **plain,
        **(neural(collection, model) if model else {}),
    }
    scored, times = {}, {}
    for name, method in methods.items():
        start = time.perf_counter()
        scored[name] = ask_all(f"{collection.name}: {name}", method, collection.questions)
        times[name] = 1000 * (time.perf_counter() - start) / len(collection.questions)
    figures = {name: measure(answers, collection) for name, answers in scored.items()}
    yield f"## {collection.name}"
    yield _size(collection)
    yield report.methods(figures, deciding=[OURS, SHORT, WITH_MODEL])
    yield f"Mean time of a question of Quoth: {times[OURS]:.1f} ms."
    if by_kind := report.kinds(figures[OURS]):
        yield f"Quoth by kind of question: {by_kind}."
    peer = best({name: scored[name] for name in plain})
    yield f"Gained over “{peer}”, in points [interval], questions won : lost:"
    yield report.differences({OURS: _gains(scored[OURS], scored[peer])}, list(_HITS))
    if WITH_MODEL in scored:
        yield f"Gained by the model, at {times[WITH_MODEL]:.0f} ms a question, its sentences read before:"
        yield report.differences({WITH_MODEL: _gains(scored[WITH_MODEL], scored[OURS])}, list(_HITS))
    yield "Changed by one typing error in each question:"
    yield report.differences(
        {
            name: _gains(
                _reworded(collection, f"{name}, mistyped", methods[name], partial(mistyped, seed=SEED)),
                _good(scored[name]),
            )
            for name in (OURS, peer)
        },
        list(_HITS),
    )
    yield "Changed by a greeting, a mention, emoji or thanks around each question, and refusals before and after:"
    chatted = _reworded(collection, f"{OURS}, in a chat", methods[OURS], partial(with_chatter, seed=SEED))
    yield report.differences({OURS: _gains(chatted, _good(scored[OURS]))}, list(_HITS))
    yield f"Told “not there”: {_refused(_good(scored[OURS]))} of the good questions before, {_refused(chatted)} after."
    if ablation:
        yield "What each part of Quoth brings: its gain over itself without the part."
        yield report.differences(*_ablation(collection.sample(ABLATED)))


_HITS = {
    "hit@1": lambda one: one.hit(1),
    "hit@3": lambda one: one.hit(3),
    "hit@60w": lambda one: one.hit_in_budget,
}


def _quoth(collection: Collection, *, short: bool = False) -> Method:
    return Librarian.open(collection.folder, RetrievalSettings(short_answers=short)).ask


def _size(collection: Collection) -> str:
    good = sum(known.answerable for known in collection.questions)
    total = len(collection.questions)
    return f"{len(collection.texts)} files, {good} answerable questions, {total - good} others."


def _gains(ours: Sequence[Scored], theirs: Sequence[Scored]) -> Mapping[str, Difference]:
    return {name: difference(ours, theirs, hit) for name, hit in _HITS.items()}


def _reworded(collection: Collection, name: str, method: Method, change: Callable[[str], str]) -> list[Scored]:
    return ask_all(f"{collection.name}: {name}", method, retyped(collection.questions, change))


def _refused(scored: Sequence[Scored]) -> int:
    return sum(one.answer.status == "none" for one in scored)


def _good(scored: Sequence[Scored]) -> list[Scored]:
    return [one for one in scored if one.known.answerable]


def _ablation(collection: Collection) -> tuple[dict[str, Mapping[str, Difference]], list[str]]:
    """By part what it brings to first excerpts, to three, and to three when the question is mistyped."""
    asked = [known for known in collection.questions if known.answerable]
    changed = retyped(asked, partial(mistyped, seed=SEED))

    def ask(name: str) -> tuple[list[Scored], list[Scored]]:
        quoth = _quoth(collection)
        return ask_all(name, quoth, asked), ask_all(f"{name}, mistyped", quoth, changed)

    whole, whole_changed = ask(f"{collection.name}: {OURS}")
    rows: dict[str, Mapping[str, Difference]] = {}
    for part in PARTS:
        with without(part):
            bare, bare_changed = ask(f"{collection.name}: without {part}")
        rows[part] = {
            "hit@1": difference(whole, bare, _HITS["hit@1"]),
            "hit@3": difference(whole, bare, _HITS["hit@3"]),
            "hit@3, mistyped": difference(whole_changed, bare_changed, _HITS["hit@3"]),
        }
    return rows, ["hit@1", "hit@3", "hit@3, mistyped"]
