"""Older versions of documents, told by names alone."""

import pytest

from retrieval.documents.versions import older


@pytest.mark.parametrize(
    ("ids", "old"),
    [
        (["rules.md", "rules-2023.md"], {"rules-2023.md"}),
        (["fees.md", "fees_2019_05.txt"], {"fees_2019_05.txt"}),
        (["Ordnung.md", "Ordnung 2021.md"], {"Ordnung 2021.md"}),
        (["minutes-2023.md", "minutes-2024.md"], set()),
        (["notices/2024-03-25-opening.txt", "notices/2024-04-18-rain.txt"], set()),
        (["api/1.0.md", "api/1.1.md", "api/1.10.md"], {"api/1.0.md", "api/1.1.md"}),
        (["api-v1.md", "api-v2.md"], {"api-v1.md"}),
        (["a/rules.md", "b/rules-2023.md"], set()),
        (["archive/rules.md", "rules.md"], {"archive/rules.md"}),
        (["handbook-old.md", "golden.md"], {"handbook-old.md"}),
        (["guide-v3.md"], set()),
        (["3.1-install.md", "3.2-usage.md"], set()),
    ],
)
def test_a_version_is_old_where_a_newer_one_stands_beside_it(ids: list[str], old: set[str]) -> None:
    assert older(ids) == old
