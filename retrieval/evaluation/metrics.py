"""How are answers measured? Figures over plain numbers (separation, decision, risk, calibration)."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import fmean

BINS = 10
"""Intervals of equal width that confidences are sorted into for the calibration error, as is usual."""


def auroc(above: Sequence[float], below: Sequence[float]) -> float:
    """The chance that a value of `above` exceeds one of `below`, ties counting half; neither may be empty.

    Source: the Mann-Whitney statistic, by ranks (Hanley and McNeil, Radiology 143, 1982).
    """
    ranks = dict(_mean_ranks([*above, *below]))
    total = sum(ranks[value] for value in above)
    return (total - len(above) * (len(above) + 1) / 2) / (len(above) * len(below))


def f1(right: int, wrong: int, missed: int) -> float:
    """The harmonic mean of precision and recall, 0 to 1: of what was claimed, and of what should have been."""
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def risk_coverage_area(confidences: Sequence[float], correct: Sequence[bool]) -> float:
    """The mean share of errors among the most confident 1, 2, … n answers; 0 is best. Ties keep their order.

    Source: Geifman and El-Yaniv, "Selective Classification for Deep Neural Networks", NeurIPS 2017.
    """
    order = sorted(range(len(confidences)), key=lambda at: -confidences[at])
    wrong = 0
    risks = []
    for count, at in enumerate(order, 1):
        wrong += not correct[at]
        risks.append(wrong / count)
    return fmean(risks)


def calibration_error(confidences: Sequence[float], correct: Sequence[bool]) -> float:
    """How far confidence (0 to 1) and share of correct answers lie apart, on average over ten bins; 0 is best.

    Source: Guo et al., "On Calibration of Modern Neural Networks", ICML 2017 (expected calibration error).
    """
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in zip(confidences, correct, strict=True):
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    gaps = (abs(sum(confidence - right for confidence, right in pairs)) for pairs in bins)
    return sum(gaps) / len(confidences)


def _mean_ranks(values: list[float]) -> Iterator[tuple[float, float]]:
    """Each different value with its rank from 1; equal values share the mean of their ranks."""
    before = 0
    for value, equal in groupby(sorted(values)):
        count = len(list(equal))
        yield value, before + (count + 1) / 2
        before += count
