"""What is found out about how changes are noticed."""

import sys
from pathlib import Path

import pytest

from bot.services import telling
from bot.services.health import look_at_watching
from retrieval import CorpusFolder


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there the kinds of file systems are listed")
def test_where_the_system_does_not_tell_of_changes_the_doctor_says_how_often_quoth_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [CorpusFolder(tmp_path)]
    assert look_at_watching(folders, 5).found == "the system tells of them"
    mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
    monkeypatch.setattr(telling, "_NETWORK", {line.partition(" - ")[2].split()[0].partition(".")[0] for line in mounts})
    found = look_at_watching(folders, 5)
    assert (found.is_well, found.found) == (True, "looked for every 5 s")
