"""Do several commands at once, on one data folder, lose nothing and tell nothing twice?"""

import subprocess
from collections.abc import Callable
from pathlib import Path

from retrieval import History

Start = Callable[..., "subprocess.Popen[bytes]"]
Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]

COMMANDS = (("changes",), ("summary", "weather.txt"), ("ask", "walrus"), ("changes", "--since", "1"), ("sources",)) * 2


def test_ten_commands_at_once_keep_one_history_and_say_the_same(start: Start, quoth: Quoth, corpus: Path) -> None:
    assert quoth("changes", "--corpus", "docs").returncode == 0
    weather = corpus / "weather.txt"
    weather.write_bytes(weather.read_bytes().replace(b"turns west", b"turns east"))
    running = [start(*command, "--corpus", "docs") for command in COMMANDS]
    told: dict[tuple[str, ...], set[bytes]] = {}
    for command, process in zip(COMMANDS, running, strict=True):
        stdout, stderr = process.communicate(timeout=120)
        assert (process.returncode, stderr) == (0, b""), command
        told.setdefault(command, set()).add(stdout)
    assert all(len(said) == 1 for said in told.values())
    assert b"The wind turns east" in next(iter(told["changes",]))

    (folder,) = (corpus.parent / ".quoth" / "revisions").iterdir()
    history = History.open(folder)
    assert [revision.number for revision in history.revisions] == [1, 2], "no change is kept twice"
    assert "turns west" in history.texts_at(history.revisions[0])["weather.txt"]
    assert "turns east" in history.texts_at(history.revisions[1])["weather.txt"]
    assert not list(corpus.parent.rglob("*.part"))
