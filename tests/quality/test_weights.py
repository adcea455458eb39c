"""Do the small folders hold the weights? Each place is one, and two of them are changed as an example.

All of them together take two minutes: `python -m tests.quality.weights`.
"""

from pkgutil import resolve_name

import pytest

from tests.quality.small_folders import ANSWERS, figures, said
from tests.quality.test_small_folders import different, fallen
from tests.quality.weights import WEIGHTS, changed


@pytest.mark.parametrize("place", WEIGHTS)
def test_every_weight_is_where_it_is_said_to_be(place: str) -> None:
    assert resolve_name(place)


@pytest.mark.parametrize("times", [0, 2])
def test_a_changed_weight_is_noticed(times: int) -> None:
    with changed("retrieval.query.understanding.NAME_WEIGHT", times):
        assert times or fallen(figures())
        assert different(ANSWERS.read_text(encoding="utf-8"), list(said()))
    with changed("retrieval.summaries.summarizer.SECTION_TURN", times):
        assert different(ANSWERS.read_text(encoding="utf-8"), list(said()))
    assert not fallen(figures())
