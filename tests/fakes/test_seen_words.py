"""Does the judge of what is seen notice a word that is missing, added or moved?"""

import pytest

from tests.fakes.seen_words import shows, shows_a_piece

SOURCE = 'The **parcel** of [the office](plan.md) costs <b title="x">5</b> euros.'
SEEN = "The parcel of the office costs 5 euros."


def test_markup_may_be_missing_and_nothing_else() -> None:
    assert shows(SEEN, SOURCE, is_markdown=True)
    assert shows_a_piece(SEEN, f"Before. {SOURCE} Behind.", is_markdown=True)
    assert not shows(SEEN, SOURCE, is_markdown=False)


@pytest.mark.parametrize(
    "wrong",
    [
        "The parcel of the office costs euros.",
        "The parcel of the office costs 5 euros more.",
        "The parcel of the office costs euros 5.",
        "The parcel of office the costs 5 euros.",
        "The parcel of the office costs 6 euros.",
        "The of the office costs 5 euros.",
    ],
)
def test_a_word_missing_added_or_moved_is_noticed(wrong: str) -> None:
    assert not shows(wrong, SOURCE, is_markdown=True)
    assert not shows_a_piece(wrong, f"Before. {SOURCE} Behind.", is_markdown=True)
    assert not shows(wrong, SEEN, is_markdown=False)
    assert not shows_a_piece(wrong, f"Before. {SEEN} Behind.", is_markdown=False)


def test_of_a_slice_every_word_is_seen_but_of_a_piece_only_its_own() -> None:
    assert not shows("The parcel of the office", SOURCE, is_markdown=True)
    assert shows_a_piece("The parcel of the office", SOURCE, is_markdown=True)
    assert not shows_a_piece("", SOURCE, is_markdown=True)
