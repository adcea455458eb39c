"""Are Quoth's summaries better than those of plain methods? One run over all collections, as a Markdown table.

    python -m benchmarks.summaries [--shared DIR] [--report FILE]

Every method chooses among the same sentences, at equal length: six sentences where key points are counted, else as
many words as the reference has, the last sentence cut there. Key points count 1, 1/2, 1/3 … in order of importance.
On a topic, the plain methods choose among the sentences that share a word with it.
"""

import argparse
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from statistics import fmean

from benchmarks.summaries.baselines import METHODS, Method, by_centroid
from benchmarks.summaries.rouge import rouge
from benchmarks.summaries.tasks import Task, tasks
from retrieval import Excerpt, Librarian, NothingToSummarize, Role, packaged_model
from retrieval.evaluation.scorecard import covers
from retrieval.index.index import Index
from retrieval.text.analysis import Analyzer
from retrieval.text.detection import language_of

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "benchmarks" / "reports" / "summaries.md"
KEY_POINT_SENTENCES = 6
MAX_SENTENCES = 30
"""A summary never grows beyond this, however short its sentences are."""
LONGEST = 75
"""No sentence of a summary has more words."""
OURS = "Quoth"

Scores = dict[str, dict[str, dict[str, list[float]]]]
"""Collection → method → measure → a value for each task, in percent (words: as they are)."""
Grow = Callable[[int], Sequence[Excerpt]]
"""The summary of so many sentences, in reading order."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the table and write it to the report file; gives the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder of the collections")
    parser.add_argument("--report", type=Path, default=REPORT, help="where to write the table")
    parser.add_argument("--model", type=Path, default=packaged_model(), metavar="DIR", help="the folder of a model")
    arguments = parser.parse_args(argv)
    plain = dict(METHODS)
    if arguments.model:
        plain["embeddings’ centroid"] = by_centroid(arguments.model)
    scores = measure(tasks(arguments.shared), plain)
    if not scores:
        sys.stderr.write(f"There are no collections in {arguments.shared}; name their folder with --shared DIR.\n")
        return 2
    table = "\n".join(_table(scores))
    sys.stdout.write(table + "\n")
    arguments.report.parent.mkdir(parents=True, exist_ok=True)
    arguments.report.write_text(f"# Summaries\n\n{_made()}\n\n{__doc__}\n{table}\n", encoding="utf-8")
    return 0


def measure(wanted: Iterable[Task], plain: Mapping[str, Method] = METHODS) -> Scores:
    """Quoth and every plain method on every task."""
    scores: Scores = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for task in wanted:
        for name, grow in _methods(task, plain):
            for measured, value in _score(task, grow).items():
                scores[task.collection][name][measured].append(value)
    return scores


def _score(task: Task, grow: Grow) -> dict[str, float]:
    if task.references:
        text = _first_words(grow, len(task.references[0].split()))
        one, two, longest = rouge(text, task.references)
        return {"ROUGE-1": 100 * one, "ROUGE-2": 100 * two, "ROUGE-L": 100 * longest, "words": len(text.split())}
    summary = grow(KEY_POINT_SENTENCES)
    covered = [any(covers(excerpt, quote) for excerpt in summary for quote in point) for point in task.key_points]
    weights = [1 / rank for rank in range(1, len(covered) + 1)]
    weighted = sum(weight for weight, found in zip(weights, covered, strict=True) if found) / sum(weights)
    words = sum(len(excerpt.text.split()) for excerpt in summary)
    return {"key points": 100 * fmean(covered), "weighted by rank": 100 * weighted, "words": words}


def _first_words(grow: Grow, count: int) -> str:
    """The shortest summary of at least `count` words, cut after so many of them."""
    text = ""
    for sentences in range(max(1, count // LONGEST), MAX_SENTENCES + 1):
        text = " ".join(excerpt.text for excerpt in grow(sentences))
        if len(text.split()) >= count:
            break
    return " ".join(text.split()[:count])


def _methods(task: Task, plain: Mapping[str, Method]) -> Iterator[tuple[str, Grow]]:
    """All methods, ready for the task."""

    def ours(sentences: int) -> Sequence[Excerpt]:
        try:
            return task.librarian.summarize(task.target, sentences).sentences
        except NothingToSummarize:
            return ()

    yield from ((name, _plain(method, task)) for name, method in plain.items())
    yield OURS, ours


@lru_cache(maxsize=1)
def _index(librarian: Librarian) -> Index:
    return Index.of(librarian.documents, Analyzer(), librarian.settings.formula)


def _plain(method: Method, task: Task) -> Grow:
    analyzer = Analyzer()
    index = _index(task.librarian)
    is_file = any(document.id == task.target for document in task.librarian.documents)
    asked = set(analyzer.of(language_of(task.target)).terms(task.target))
    ats = [
        at
        for at, unit in enumerate(index.units)
        if unit.block.role in (Role.PARAGRAPH, Role.ITEM)
        and (unit.document.id == task.target if is_file else asked & set(index.unit_terms[at]))
    ]
    units = [index.units[at] for at in ats]
    order = method(units, [index.unit_terms[at] for at in ats])
    return lambda sentences: [Excerpt(units[at].document, units[at].span) for at in sorted(order[:sentences])]


def _table(scores: Scores) -> Iterator[str]:
    for collection, methods in scores.items():
        measures = list(methods[OURS])
        yield f"\n## {collection} ({len(methods[OURS]['words'])} summaries)\n"
        yield "| method | " + " | ".join(measures) + " |"
        yield "|---|" + "---:|" * len(measures)
        for method, values in methods.items():
            yield f"| {method} | " + " | ".join(f"{fmean(values[name]):.1f}" for name in measures) + " |"
    yield "\n## On the whole: Quoth against the best plain method of each collection\n"
    for name in ("weighted by rank", "ROUGE-1"):
        gains = [_gain(methods, name) for methods in scores.values() if name in methods[OURS]]
        if gains:
            yield f"- {name}: {fmean(gains):+.1f} points, mean over {len(gains)} collections"


def _gain(methods: dict[str, dict[str, list[float]]], measured: str) -> float:
    best = max(fmean(values[measured]) for method, values in methods.items() if method != OURS)
    return fmean(methods[OURS][measured]) - best


def _made() -> str:
    """When and of which commit."""
    found = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, check=False)  # noqa: S607 - git is where PATH says
    return f"{datetime.now(UTC):%Y-%m-%d}, commit {found.stdout.decode().strip() or 'unknown'}"


if __name__ == "__main__":
    sys.exit(main())
