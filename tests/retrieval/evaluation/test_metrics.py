"""The measures, each against a value worked out by hand."""

import pytest

from retrieval.evaluation.metrics import auroc, calibration_error, f1, risk_coverage_area


@pytest.mark.parametrize(
    ("above", "below", "chance"),
    [([2], [1], 1.0), ([1], [2], 0.0), ([1], [1], 0.5), ([1, 3], [2], 0.5), ([1, 2, 2], [1, 2], (0.5 + 1.5 + 1.5) / 6)],
)
def test_auroc_is_the_share_of_pairs_in_order_with_ties_half(
    above: list[float], below: list[float], chance: float
) -> None:
    assert auroc(above, below) == pytest.approx(chance)


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    assert f1(right=6, wrong=2, missed=4) == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert f1(0, 5, 5) == 0


def test_risk_falls_when_the_sure_answers_are_the_right_ones() -> None:
    assert risk_coverage_area([0.9, 0.8], [True, False]) == pytest.approx((0 + 1 / 2) / 2)
    assert risk_coverage_area([0.8, 0.9], [True, False]) == pytest.approx((1 + 1 / 2) / 2)
    assert risk_coverage_area([0.1, 0.2], [True, True]) == 0


def test_calibration_compares_confidence_with_the_share_of_right_answers() -> None:
    assert calibration_error([0.75] * 4, [True, True, True, False]) == pytest.approx(0)
    assert calibration_error([1.0, 1.0, 0.05, 0.05], [True, False, False, False]) == pytest.approx((1 + 0.1) / 4)
