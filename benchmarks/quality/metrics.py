"""How good is a method on a collection, and is it better than another? Figures, and differences with intervals."""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tqdm import tqdm

from benchmarks.quality.baselines import Method
from benchmarks.quality.collections import ADVERSARIAL, SEED, Collection
from retrieval.evaluation.scorecard import KnownQuestion, Scored, figures, score

ROUNDS = 1000
"""Draws of the bootstrap."""

Hit = Callable[[Scored], bool]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one method gains over another on the same questions, as a share of them with its 95 % interval."""

    gain: float
    low: float
    high: float
    wins: int
    losses: int


def ask_all(name: str, method: Method, questions: Sequence[KnownQuestion]) -> list[Scored]:
    """Every question answered and scored, with the progress on standard error."""
    return [score(known, method(known.question)) for known in tqdm(questions, desc=name, unit="q", leave=False)]


def retyped(questions: Sequence[KnownQuestion], change: Callable[[str], str]) -> list[KnownQuestion]:
    """The answerable questions, each worded anew."""
    return [replace(known, question=change(known.question)) for known in questions if known.answerable]


def measure(scored: Sequence[Scored], collection: Collection) -> dict[str, float]:
    """All figures of the answers, and `verbatim`: the share of excerpts that are exactly what stands in the file.

    Calibration and risk leave the adversarial questions out, which have figures of their own.
    """
    found = figures(scored, collection.forbidden)
    told_apart = figures([one for one in scored if one.known.kind != ADVERSARIAL], collection.forbidden)
    found |= {name: told_apart[name] for name in ("calibration error", "risk-coverage area")}
    excerpts = [excerpt for one in scored for excerpt in one.answer.excerpts]
    exact = [e.text == collection.texts[e.document.id][e.span.start : e.span.end] for e in excerpts]
    return found | {"verbatim": sum(exact) / len(exact) if exact else 1.0}


def difference(ours: Sequence[Scored], theirs: Sequence[Scored], hit: Hit) -> Difference:
    """What ours gains over theirs, question by question; whole files are drawn, since their questions are alike.

    Source of the interval: the percentile bootstrap over clusters (Efron and Tibshirani, 1993).
    """
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for one, other in zip(ours, theirs, strict=True):
        if one.known.answerable:
            groups[one.known.full[0].file].append(hit(one) - hit(other))
    files = [(sum(gains), len(gains)) for gains in groups.values()]
    draw = random.Random(SEED)  # noqa: S311  # repeatable on purpose, nothing secret
    means = sorted(_mean(draw.choices(files, k=len(files))) for _ in range(ROUNDS))
    gains = [gain for group in groups.values() for gain in group]
    low, high = means[round(0.025 * ROUNDS)], means[round(0.975 * ROUNDS) - 1]
    return Difference(_mean(files), low, high, gains.count(1), gains.count(-1))


def best(scored: Mapping[str, Sequence[Scored]]) -> str:
    """The name of the method with most first excerpts right."""
    return max(scored, key=lambda name: sum(one.hit(1) for one in scored[name] if one.known.answerable))


def _mean(files: Sequence[tuple[int, int]]) -> float:
    return sum(gain for gain, _ in files) / sum(count for _, count in files)
