"""How long does each thing take that members do, and how does that grow with the folder?

    python -m benchmarks.speed.acts [--shared DIR] [--sizes 5000,20000,100000] [--keep]

Everything runs on one core, in one process, as the bot does it from the command to the reply; the documents are those
of `benchmarks.speed.passages`, of about a thousand words each, and two of about a million characters. Twenty questions
are asked before, since the first of all reads what the next ones find in memory. The exponent is
the slope of the times over the sizes, both as logarithms: 1 grows as the folder does, 0 not at all.
"""

import argparse
import math
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.speed.passages import SEED, Source
from benchmarks.speed.whole import EXCERPTS, WORDS, Held, document_of, documents
from bot.app import App
from retrieval import Document, Librarian, RetrievalSettings

REPORT = Path(__file__).parents[1] / "reports" / "acts.md"
SHARED = Path(__file__).parents[3] / "shared" / "eval"
SIZES = (5_000, 20_000, 100_000)
LARGE = 1_000_000
"""Characters of each of the two documents that are compared."""
CHECKED = 6_000
"""Characters of the text that is checked."""
UNKNOWN = 2_000
"""Words of the message that stand nowhere."""

TARGETS = {
    "question": {20_000: 10, 100_000: 15},
    "message of unknown words": {20_000: 50, 100_000: 50},
    "/check": {20_000: 300, 100_000: 1000},
    "/summary of a topic": {20_000: 300, 100_000: 800},
    "/compare": {20_000: 1000, 100_000: 1000},
    "/quote": {20_000: 10, 100_000: 10},
    "completion": {20_000: 10, 100_000: 10},
    "changed document": {20_000: 10, 100_000: 10},
}
"""Milliseconds, p99, at most, by the size of the folder in passages."""

Times = dict[str, list[float]]


def measure(source: Source, size: int) -> Times:
    """The milliseconds of each run of each act, in a folder of so many sentences."""
    found = list(documents(source, size))
    large = [_large(name, found, at) for at, name in enumerate(("large-a.txt", "large-b.txt"))]
    librarian = Librarian(sorted([*found, *large], key=lambda one: one.id), (), RetrievalSettings())
    app = App(Held(librarian), excerpts=EXCERPTS, words=WORDS)
    chance = random.Random(SEED)  # noqa: S311 - the same for all
    questions = source.ask(120)
    names = [document.id for document in found]
    topics = [" ".join(sorted(question.split(), key=len)[-2:]) for question in questions[:20]]
    sample = chance.choices(found, k=20)
    for question in questions[:20]:
        app.ask(question)
    acts: dict[str, Iterator[Callable[[], object]]] = {
        "question": (partial(app.ask, question) for question in questions[20:]),
        "message of unknown words": (partial(app.ask, _unknown(number)) for number in range(5)),
        "/check": (partial(app.check, _text(one, found)) for one in sample[:5]),
        "/summary of a topic": (partial(app.summary, topic) for topic in topics),
        "/summary of a file": (partial(app.summary, one.id) for one in sample),
        "/compare": (partial(app.compare, "large-a.txt", "large-b.txt") for _ in range(3)),
        "/quote": (partial(app.quote, one.id, one.text[200:230]) for one in sample),
        "completion": (partial(app.complete, name[:4]) for name in chance.choices(names, k=50)),
        "changed document": (partial(_changed, librarian, one) for one in sample),
    }
    return {name: [_timed(act) for act in runs] for name, runs in acts.items()}


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _unknown(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - as above
    return " ".join("".join(chance.choices("bcdfghjklmnpqrstvwxz", k=9)) for _ in range(UNKNOWN)) + "?"


def _text(one: Document, found: Sequence[Document]) -> str:
    return (one.text + " ".join(document.text for document in found[:10]))[:CHECKED]


def _large(name: str, found: Sequence[Document], first: int) -> Document:
    paragraphs: list[str] = []
    for document in islice(found, first, None, 2):
        paragraphs += document.text.split("\n")
        if sum(map(len, paragraphs)) >= LARGE:
            break
    return document_of(name, paragraphs)


def _changed(librarian: Librarian, document: Document) -> object:
    changed = document_of(document.id, [*document.text.split("\n")[1:], "The walrus of the harbour is new."])
    return librarian.with_changes([changed])


def report(found: dict[int, Times]) -> str:
    """The table, in Markdown."""
    sizes = list(found)
    head = "| | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent | target |"
    lines = [
        "# What members do",
        "",
        f"{date.today().isoformat()}; p50 / p99 in ms by sentences in the folder; one core.",
        "",
        "    python -m benchmarks.speed.acts --keep",
        "",
        head,
        "|---|" + "---:|" * len(sizes) + "---:|---|",
    ]
    for name in next(iter(found.values())):
        times = {size: found[size][name] for size in sizes}
        cells = " | ".join(f"{np.median(ms):.1f} / {np.percentile(ms, 99):.1f}" for ms in times.values())
        lines.append(f"| {name} | {cells} | {_exponent(times)} | {_verdict(name, times)} |")
    return "\n".join(lines) + "\n"


def _exponent(times: dict[int, list[float]]) -> str:
    if len(times) < 2:
        return "–"
    sizes = [math.log(size) for size in times]
    return f"{np.polyfit(sizes, [math.log(float(np.median(ms))) for ms in times.values()], 1)[0]:.2f}"


def _verdict(name: str, times: dict[int, list[float]]) -> str:
    told = []
    for size, most in TARGETS.get(name, {}).items():
        if size in times:
            is_met = np.percentile(times[size], 99) <= most
            told.append(f"{most} at {size:,}: {'met' if is_met else '**missed**'}")
    return "; ".join(told) or "–"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and print or keep the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.acts", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="the folder of the collections")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="sentences in the folder")
    parser.add_argument("--keep", action="store_true", help=f"write {REPORT.name}")
    options = parser.parse_args(argv)
    source = Source.of(options.shared)
    told = report({size: measure(source, size) for size in map(int, options.sizes.split(","))})
    sys.stdout.write(told)
    if options.keep:
        REPORT.write_text(told, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
