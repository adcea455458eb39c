"""Does a view of some folders tell anything of the others?"""

from pathlib import Path

import pytest

from benchmarks.rights import folders
from benchmarks.rights.same import differences


@pytest.mark.parametrize("seed", range(3))
def test_a_view_answers_as_a_bot_that_has_only_these_folders(tmp_path: Path, seed: int) -> None:
    folders.write(tmp_path)
    assert list(differences(tmp_path, 150, seed)) == []
