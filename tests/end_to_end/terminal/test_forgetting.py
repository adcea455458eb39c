"""Does a text go where it is to be forgotten, at once, and does a running Quoth look when it is asked to?"""

import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.fakes.written_documents import put

Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]
SECRET = b"The password of the harbour gate is swordfish.\n"


def kept(data: Path) -> bytes:
    """All that is kept, blobs unpacked."""
    files = [path for path in data.rglob("*") if path.is_file()]
    return b"".join(zlib.decompress(f.read_bytes()) if f.suffix == ".z" else f.read_bytes() for f in files)


def test_a_removed_file_is_forgotten_by_history_and_index(quoth: Quoth, corpus: Path, tmp_path: Path) -> None:
    place = ("--corpus", str(corpus))
    put(corpus / "gate.txt", SECRET)
    quoth("changes", *place)
    assert b"swordfish" in kept(tmp_path / ".quoth")
    said = quoth("forget", "gate.txt", *place)
    assert said.returncode == 0
    assert b"All that was kept of gate.txt is removed" in said.stdout
    assert b"gate.txt still lies in the folder" in said.stdout
    (corpus / "gate.txt").unlink()
    quoth("changes", *place)
    assert b"still lies" not in quoth("forget", "gate.txt", *place).stdout
    quoth("ask", "what is the password?", *place)
    assert b"swordfish" not in kept(tmp_path / ".quoth")


def test_all_earlier_texts_go_of_a_damaged_history_too_and_one_alone_is_told(
    quoth: Quoth, corpus: Path, tmp_path: Path
) -> None:
    place = ("--corpus", str(corpus))
    put(corpus / "gate.txt", SECRET)
    quoth("changes", *place)
    (listed,) = (tmp_path / ".quoth" / "revisions").glob("*/revisions.json")
    listed.write_bytes(b"[]")
    said = quoth("forget", "gate.txt", *place)
    assert said.returncode == 1
    assert b"revisions.json is missing or not what was written" in said.stdout + said.stderr
    (corpus / "gate.txt").unlink()
    assert quoth("forget", *place).returncode == 0
    assert b"swordfish" not in kept(tmp_path / ".quoth")


def test_without_history_no_earlier_text_is_kept(quoth: Quoth, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("history: off\n")
    said = quoth("changes", "--corpus", str(corpus))
    assert (said.returncode, b"history is off" in said.stdout) == (1, True)
    assert not (tmp_path / ".quoth" / "revisions").exists()


def test_a_reload_without_a_running_quoth_reads_what_changed(quoth: Quoth, corpus: Path) -> None:
    said = quoth("reload", "--corpus", str(corpus))
    assert (said.returncode, b"No Quoth is running" in said.stdout) == (0, True)
