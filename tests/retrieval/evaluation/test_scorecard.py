"""Are places counted by words, in every script?"""

import pytest

from retrieval.evaluation.scorecard import word_ends


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one, two-three", 3), ("U.S. 3.5", 4), ("東京都庁", 2), ("हिन्दी भाषा", 2)]
)
def test_words_are_counted_in_every_script(text: str, count: int) -> None:
    assert len(word_ends(text)) == count
