"""How fast is Quoth meant to be, and is it? Each target is worked out from what was measured."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.speed.engines import ORACLE
from benchmarks.speed.results import LUCENE_MS, RAW, STOPPED, TOKENS, Case, Figures, Results, p99

DEFAULT, EXTRA = "quoth-numpy", "quoth-numba"
ALL = (100, 20_000, 100_000, 1_000_000)
MISSING = "–"

Value = Callable[[Results, Case], float | None]
"""What is measured in a case; None where something was not."""


@dataclass(frozen=True)
class Target:
    """A value that is to be at most `most`, in each of these sizes and of TOKENS."""

    says: str
    most: float
    unit: str
    value: Value
    sizes: Sequence[int]
    tokens: Sequence[str] = TOKENS


def table(results: Results) -> Iterator[str]:
    """A Markdown table: a line for each target and size."""
    yield f"| target | at most | passages | {' | '.join(TOKENS)} | |"
    yield "|---|---:|---:|" + "---:|" * len(TOKENS) + "---|"
    for target in TARGETS:
        for size in target.sizes:
            cases = (Case(size, tokens) for tokens in TOKENS)
            values = [target.value(results, case) if case.tokens in target.tokens else None for case in cases]
            shown = " | ".join(MISSING if value is None else f"{value:.3g}{target.unit}" for value in values)
            yield f"| {target.says} | {target.most:g}{target.unit} | {size:,} | {shown} | {_verdict(target, values)} |"


def _verdict(target: Target, values: Sequence[float | None]) -> str:
    known = [value for value in values if value is not None]
    if len(known) < len(target.tokens):
        return "not measured"
    return "met" if max(known) <= target.most else "**missed**"


def _question(ours: str, other: str) -> Value:
    return lambda results, case: results.ratio(case, ours, other)


def _lucene(results: Results, case: Case) -> float | None:
    figures = results.of(*case, EXTRA)
    return figures.p50 / LUCENE_MS[case] if figures else None


def _figure(of: Callable[[Figures], float | None], ours: str = DEFAULT) -> Value:
    def value(results: Results, case: Case) -> float | None:
        figures = results.of(*case, ours)
        return of(figures) if figures else None

    return value


def _against(of: Callable[[Figures], float], ours: str, other: str) -> Value:
    def value(results: Results, case: Case) -> float | None:
        one, two = (results.of(*case, name) for name in (ours, other))
        return of(one) / of(two) if one and two else None

    return value


def _whole(results: Results, case: Case) -> float | None:
    return p99(results.whole[case.size].alone) if case.size in results.whole else None


def _start(figures: Figures) -> float:
    return figures.start_s


TARGETS: Sequence[Target] = (
    Target("p50 of a question to that of bm25s on numba", 2, "×", _question(DEFAULT, "bm25s-numba"), (100,)),
    Target("p50 of a question to that of rank-bm25", 0.01, "×", _question(DEFAULT, ORACLE), (20_000, 100_000)),
    Target("p50 of a question to that of bm25s on numpy", 1, "×", _question(DEFAULT, "bm25s-numpy"), (20_000, 100_000)),
    Target("p50 of a question to that of tantivy", 3, "×", _question(DEFAULT, "tantivy"), (20_000, 100_000)),
    Target("p50 of a question to that of tantivy", 5, "×", _question(DEFAULT, "tantivy"), (1_000_000,), (STOPPED,)),
    Target("with numba: p50 to that of bm25s on numba", 1, "×", _question(EXTRA, "bm25s-numba"), ALL),
    Target("with numba: p50 to that of tantivy", 1, "×", _question(EXTRA, "tantivy"), ALL),
    Target("with numba: p50 to that of Lucene 9, quoted", 1, "×", _lucene, ALL),
    Target("start to first answer to that of tantivy", 1.5, "×", _against(_start, DEFAULT, "tantivy"), ALL[1::2]),
    Target(
        "with numba: start to first answer to that of tantivy", 1.5, "×", _against(_start, EXTRA, "tantivy"), ALL[1::2]
    ),
    Target("a document of 20 passages added", 5, " ms", _figure(lambda figures: figures.add_ms), (20_000,)),
    Target("a document of 20 passages changed", 5, " ms", _figure(lambda figures: figures.change_ms), (20_000,)),
    Target("a document of 20 passages added", 20, " ms", _figure(lambda figures: figures.add_ms), (1_000_000,)),
    Target("a document of 20 passages changed", 20, " ms", _figure(lambda figures: figures.change_ms), (1_000_000,)),
    Target("memory to serve", 250, " MB", _figure(lambda figures: figures.memory_mb), (1_000_000,)),
    Target(
        "building to that of rank-bm25",
        1,
        "×",
        _against(lambda figures: figures.build_s, DEFAULT, ORACLE),
        (1_000_000,),
    ),
    Target("p99 of a whole question, one at a time", 50, " ms", _whole, (100_000,), (RAW,)),
)
