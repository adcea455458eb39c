"""What a document is by its name."""

import pytest

from retrieval.ranking.sources import is_log


@pytest.mark.parametrize("name", ["CHANGELOG.md", "docs/release-notes.md", "HISTORY.rst", "version-history.md"])
def test_a_log_of_versions_is_told_by_its_name(name: str) -> None:
    assert is_log(name)


@pytest.mark.parametrize("name", ["history.md", "club/History.txt", "exchange.md"])
def test_the_history_of_a_club_is_no_log_of_versions(name: str) -> None:
    assert not is_log(name)
