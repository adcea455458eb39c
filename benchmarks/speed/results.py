"""What was measured? Plain figures, and how they are set against each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import NamedTuple

RAW, STOPPED = "raw", "no stop words"
TOKENS = (RAW, STOPPED)
"""Passages and questions as they are, and without stop words."""
ENOUGH_FOR_P99 = 100


class Case(NamedTuple):
    """Passages to search: how many, and which of TOKENS."""

    size: int
    tokens: str


@dataclass
class Figures:
    """Of one engine in one case. Times are of the wall clock, memory is in MB of a million bytes.

    `rounds` holds of each round the milliseconds of each question, in the order of the questions; a slow engine is
    asked only the first ones. `start_s` is a whole process until its first answer, `open_s` only opening and the first
    search. Memory is that of a process which has answered all questions, `private_mb` what of it no file backs.
    `add_ms` and `change_ms` are None where the index has to be built anew.
    """

    build_s: float
    build_mb: float
    start_s: float = 0.0
    open_s: float = 0.0
    memory_mb: float = 0.0
    private_mb: float = 0.0
    add_ms: float | None = None
    change_ms: float | None = None
    rounds: list[list[float]] = field(default_factory=list)

    @property
    def asked(self) -> int:
        """Questions of a round."""
        return len(self.rounds[0])

    @property
    def p50(self) -> float:
        """Milliseconds of a question: the median over the rounds of their medians."""
        return median(map(median, self.rounds))

    @property
    def p99(self) -> float | None:
        """The same for the slowest hundredth; None where too few questions were asked."""
        if self.asked < ENOUGH_FOR_P99:
            return None
        return median(p99(times) for times in self.rounds)


@dataclass(frozen=True)
class Whole:
    """Milliseconds of whole questions to a corpus, one at a time and many at once, and how long it took to build."""

    passages: int
    build_s: float
    memory_mb: float
    alone: Sequence[float]
    together: Sequence[float]


@dataclass
class Results:
    """Everything of one run. `analysis` is Quoth's own analysis on one core, words and passages a second."""

    engines: Sequence[str]
    figures: dict[tuple[Case, str], Figures] = field(default_factory=dict)
    words: dict[Case, float] = field(default_factory=dict)
    whole: dict[int, Whole] = field(default_factory=dict)
    analysis: tuple[float, float] = (0.0, 0.0)

    @property
    def cases(self) -> list[Case]:
        """All cases, in their order."""
        return list(self.words)

    def of(self, size: int, tokens: str, engine: str) -> Figures | None:
        """The figures of an engine in a case, if it was measured."""
        return self.figures.get((Case(size, tokens), engine))

    def ratio(self, case: Case, one: str, other: str) -> float | None:
        """How many times as long as the other an engine takes: the median over the rounds of the ratio of their p50.

        Only questions count that both were asked.
        """
        ours, theirs = (self.figures.get((case, name)) for name in (one, other))
        if ours is None or theirs is None:
            return None
        count = min(ours.asked, theirs.asked)
        pairs = zip(ours.rounds, theirs.rounds, strict=True)
        return median(median(a[:count]) / median(b[:count]) for a, b in pairs)

    def curve(self, engine: str, tokens: str) -> Iterator[tuple[int, Figures]]:
        """The figures of an engine by size."""
        for (case, name), figures in self.figures.items():
            if name == engine and case.tokens == tokens:
                yield case.size, figures


def p99(times: Sequence[float]) -> float:
    """What 99 of 100 stay below."""
    return quantiles(times, n=100, method="inclusive")[98]


LUCENE_MS: Mapping[Case, float] = {
    Case(100, RAW): 0.168,
    Case(100, STOPPED): 0.096,
    Case(20_000, RAW): 0.41,
    Case(20_000, STOPPED): 0.17,
    Case(100_000, RAW): 0.82,
    Case(100_000, STOPPED): 0.25,
    Case(1_000_000, RAW): 2.3,
    Case(1_000_000, STOPPED): 0.57,
}
"""p50 of Lucene 9 as quoted for another machine and another run: it is no package of Python, so it is not run here."""
