"""Floors of quality that hold in a plain clone: three small folders, what is right, and what Quoth says today."""

import re
from collections.abc import Mapping, Sequence

import pytest

from tests.quality.small_folders import ANSWERS, figures, said

LEAST = {
    "first excerpt answers": 112,
    "an excerpt answers": 116,
    "good ones answered": 106,
    "foreign ones refused": 15,
    "points in summaries": 56,
}
MOST = {"good ones told not there": 2, "squared error": 0.0601}

_NUMBER = re.compile(r"-?\d+\.\d+")


def fallen(found: Mapping[str, float]) -> list[str]:
    """The floors and ceilings that do not hold."""
    return [name for name, least in LEAST.items() if found[name] < least] + [
        name for name, most in MOST.items() if found[name] > most
    ]


def different(written: str, now: Sequence[str]) -> list[str]:
    """The lines that say something else now than they were written. Numbers may be off by what rounding does."""
    before = written.splitlines()
    assert len(before) == len(now), "there are other questions or summaries now"
    return [line for one, line in zip(before, now, strict=True) if not _is_same(one, line)]


def _is_same(one: str, other: str) -> bool:
    numbers = [list(map(float, _NUMBER.findall(line))) for line in (one, other)]
    return _NUMBER.sub("", one) == _NUMBER.sub("", other) and numbers[0] == pytest.approx(numbers[1], abs=0.0021)


def test_known_questions_find_their_answers_foreign_ones_are_refused_and_summaries_say_what_matters() -> None:
    found = figures()
    assert not fallen(found), found


def test_answers_and_summaries_are_those_that_were_looked_at() -> None:
    others = different(ANSWERS.read_text(encoding="utf-8"), list(said()))
    assert not others, "If this is meant: python -m tests.quality.small_folders\n" + "\n".join(others)
