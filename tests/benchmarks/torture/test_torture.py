"""A short form of each torture: kills, damages, faults of the system, odd questions, and the bot over a few seconds."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.torture import damages, faults, kills, questions
from benchmarks.torture.__main__ import report
from benchmarks.torture.common import Found

pytestmark = pytest.mark.skipif(os.name == "nt", reason="what is put in the place of files is not there")


@pytest.mark.parametrize(
    ("run", "times"), [(kills.run, 4), (damages.run, 16), (questions.run, 200)], ids=["kills", "damages", "questions"]
)
def test_nothing_is_wrong(run: Callable[[Path, int, int], Found], times: int, tmp_path: Path) -> None:
    found = run(tmp_path, times, 5)
    assert found.wrong == []
    assert found.tried == times


def test_no_fault_of_the_system_loses_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "KINDS", faults.KINDS[::6])
    monkeypatch.setattr(faults, "SLOW_S", 0.0)
    found = faults.run(tmp_path, 1, 5)
    assert found.wrong == []
    assert found.tried >= 7


def test_there_are_forty_kinds_of_faults() -> None:
    assert len(faults.KINDS) == 40


def test_what_was_wrong_is_told() -> None:
    found = Found("kills", 3, ["kill 2: answers"])
    told = report([(found, 1.5)], 9)
    assert "seed 9" in told
    assert "| kills | 3 | 1 | 2 |" in told
    assert "- kills: kill 2: answers" in told
