"""How is it told? One Markdown report: how it was measured, the targets, and a table for each question."""

import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from statistics import median

from benchmarks.speed import targets
from benchmarks.speed.engines import ENGINES, OURS
from benchmarks.speed.results import LUCENE_MS, STOPPED, Figures, Results, Whole, p99
from benchmarks.speed.whole import AT_ONCE
from benchmarks.speed.worker import CHANGES, PASSAGES_OF_A_DOCUMENT, K
from bot.discord_app.delivery.rate_limits import WORKERS

_PACKAGES = ("numpy", "numba", "rank-bm25", "bm25s", "tantivy")
_REBUILD = "rebuild"
_SMALL = 0.1


def report(results: Results, questions: int, rounds: int) -> str:
    """The whole text, without pictures."""
    return "\n".join(
        (
            "# Speed\n",
            *_how(results, questions, rounds),
            "\n## Targets\n",
            *targets.table(results),
            f"\n## A question: the {K} best passages, p50 / p99 in ms\n",
            *_by_engine(results, _question(questions), _lucene(results)),
            "\n## The same as a ratio: Quoth's p50 to that of each, below 1 is faster\n",
            *_ratios(results),
            "\n## Start to first answer: a whole new process (in it: opening and first search), seconds\n",
            *_by_engine(results, lambda figures: f"{figures.start_s:.2f} ({figures.open_s:.3f})"),
            f"\n## A document of {PASSAGES_OF_A_DOCUMENT} passages added / changed, until a search finds it, ms\n",
            *_by_engine(results, _changed),
            "\n## Memory after all questions: resident (of it no file's), MB\n",
            *_by_engine(results, lambda figures: f"{figures.memory_mb:.0f} ({figures.private_mb:.0f})"),
            "\n## Building and saving: seconds (most memory, MB)\n",
            *_by_engine(results, lambda figures: f"{figures.build_s:.2f} ({figures.build_mb:.0f})"),
            "\nQuoth's analysis of real text comes on top where documents are read: "
            f"{results.analysis[0]:,.0f} words or {results.analysis[1]:,.0f} passages a second on one core.",
            *_whole(results),
        )
    )


def _how(results: Results, questions: int, rounds: int) -> Iterator[str]:
    starts = "; ".join(f"{ENGINES[name].title} {ENGINES[name].starts}" for name in results.engines)
    words = ", ".join(f"{count:.0f} at {case.size:,} {case.tokens}" for case, count in results.words.items())
    yield (
        f"{datetime.now(UTC):%Y-%m-%d}; {_processor()}, {os.cpu_count()} cores; {platform.system()}, "
        f"Python {platform.python_version()}, {', '.join(_versions())}.\n"
    )
    yield f"""\
- {questions} questions, drawn by a seed and the same for each engine, in {rounds} rounds. Every engine has a process of
  its own and one thread, and they take turns round by round. A ratio is the median of the ratios of the rounds: on a
  busy machine it says more than times. Where an engine is slow it is asked as many of the first questions as it answers
  in a few seconds; their number stands behind its time, and ratios to it are over these.
- Words of a passage on average: {words}. “{STOPPED}”: they are left out of passages and questions before any engine
  sees them. Engines split at spaces alone.
- Passages are runs of three sentences of real files, drawn by a seed. Where more are wanted than there are, each takes
  the length and the file of a real one and draws its words from that file, as often as they stand there: frequencies of
  words, lengths and topics are kept, phrases are not, and no new words come.
- Start: {starts}. The first start of all is not counted: numba compiles then what Quoth keeps, for some 6 s, whereas
  bm25s keeps nothing and compiles in each new process.
- Added and changed: the median of {CHANGES} documents, each until a search for a word of it finds it. tantivy and
  SQLite write to disk within that time, Quoth does not.
- Memory: pages of mapped files count as resident too; the system takes them back when others need memory."""
    if set(OURS) & set(results.engines):
        yield "- Before it was measured, Quoth returned in each case what rank-bm25 with Lucene's idf returns."


def _by_engine(results: Results, cell: Callable[[Figures], str], *more: str) -> Iterator[str]:
    cases = results.cases
    yield "| | " + " | ".join(f"{case.size:,} {case.tokens}" for case in cases) + " |"
    yield "|---|" + "---:|" * len(cases)
    for name in results.engines:
        cells = (cell(results.figures[case, name]) for case in cases)
        yield f"| {ENGINES[name].title} | {' | '.join(cells)} |"
    yield from more


def _question(questions: int) -> Callable[[Figures], str]:
    def cell(figures: Figures) -> str:
        slowest = targets.MISSING if figures.p99 is None else _ms(figures.p99)
        asked = f" ({figures.asked} asked)" if figures.asked < questions else ""
        return f"{_ms(figures.p50)} / {slowest}{asked}"

    return cell


def _lucene(results: Results) -> str:
    cells = " | ".join(_ms(LUCENE_MS[case]) if case in LUCENE_MS else targets.MISSING for case in results.cases)
    return f"| Lucene 9 (another machine, quoted) | {cells} |"


def _ratios(results: Results) -> Iterator[str]:
    yield "| | " + " | ".join(f"{case.size:,} {case.tokens}" for case in results.cases) + " |"
    yield "|---|" + "---:|" * len(results.cases)
    for ours in (name for name in OURS if name in results.engines):
        for other in results.engines:
            if other != ours:
                ratios = (results.ratio(case, ours, other) for case in results.cases)
                cells = " | ".join(targets.MISSING if ratio is None else f"{ratio:.3g}" for ratio in ratios)
                yield f"| {ENGINES[ours].title} to {ENGINES[other].title} | {cells} |"


def _changed(figures: Figures) -> str:
    if figures.add_ms is None or figures.change_ms is None:
        return _REBUILD
    return f"{_ms(figures.add_ms)} / {_ms(figures.change_ms)}"


def _whole(results: Results) -> Iterator[str]:
    if not results.whole:
        return
    yield f"\n## The whole question, one at a time and {AT_ONCE} at once (threads: {WORKERS}), p50 / p99 in ms\n"
    yield f"| passages | one at a time | {AT_ONCE} at once | asked | built in, s | memory, MB |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for whole in results.whole.values():
        yield f"| {whole.passages:,} | {_row(whole)} |"


def _row(whole: Whole) -> str:
    times = (f"{_ms(median(values))} / {_ms(p99(values))}" for values in (whole.alone, whole.together))
    asked = f"{len(whole.alone)}, {len(whole.together)}"
    return " | ".join((*times, asked, f"{whole.build_s:.1f}", f"{whole.memory_mb:.0f}"))


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:.3f}" if milliseconds < _SMALL else f"{milliseconds:.3g}"


def _versions() -> Sequence[str]:
    found = []
    for package in _PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return found


def _processor() -> str:
    """The name of the processor, as far as the system tells it."""
    if sys.platform == "linux":
        with open("/proc/cpuinfo", encoding="utf-8") as lines:  # noqa: PTH123 - no file of ours
            for line in lines:
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
