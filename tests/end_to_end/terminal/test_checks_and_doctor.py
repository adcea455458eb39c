"""`quoth check`, `quoth doctor` and `quoth invite`, as somebody in a shell uses them."""

import subprocess
from collections.abc import Callable
from pathlib import Path

Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_check_tells_of_each_sentence_whether_it_stands_in_the_documents(quoth: Quoth, corpus: Path) -> None:
    text = "The walrus sleeps on the ice floe. A refund is paid within ninety days of the purchase. Pigs can fly."
    done = quoth("check", text, "--corpus", str(corpus))
    said = done.stdout.decode()
    assert done.returncode == 0
    assert "Stands word for word: The walrus sleeps on the ice floe.\nwindows.txt · line 1" in said
    assert "“fourteen” instead of “ninety”" in said
    assert "│ A refund is paid within fourteen days of the purchase." in said
    assert "Does not stand there: Pigs can fly." in said


def test_the_chat_checks_too(quoth: Quoth, corpus: Path) -> None:
    said = quoth("--corpus", str(corpus), given=b"/check Pigs can fly.\n/check\n").stdout.decode()
    assert "Does not stand there: Pigs can fly." in said
    assert "Check what?" in said


def test_the_doctor_says_what_is_well_and_how_to_mend_what_is_not(quoth: Quoth, corpus: Path) -> None:
    done = quoth("doctor", "--corpus", str(corpus))
    said = done.stdout.decode()
    assert done.returncode == 1
    assert "✓ Documents: 3 read, 1 skipped" in said
    assert "✓ Index: built in" in said
    assert "✓ Scores: the same as the package rank-bm25 gives" in said
    assert "✓ Disk: " in said
    assert "✗ Token: there is none; set DISCORD_TOKEN" in said


def test_the_doctor_finds_missing_documents_and_a_folder_that_cannot_be_written(quoth: Quoth, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "config.yaml").write_text("corpus: nowhere\ndata: file\n")
    said = quoth("doctor").stdout.decode()
    assert "✗ Documents: The corpus folder nowhere does not exist" in said
    assert "✗ Disk: file cannot be written" in said
    (tmp_path / "empty").mkdir()
    assert "Put .txt or .md files into" in quoth("doctor", "--corpus", "empty").stdout.decode()


def test_the_chat_and_the_doctor_speak_the_language_of_the_system(quoth: Quoth, corpus: Path) -> None:
    said = quoth("doctor", "--corpus", str(corpus), env={"LANG": "pl_PL.UTF-8"}).stdout.decode()
    assert "Dokumenty: przeczytano 3, pominięto 1" in said
    assert "Token: nie ma go" in said
    env = {"LC_ALL": "ru_RU.UTF-8", "LANG": "en_GB.UTF-8"}
    said = quoth("--corpus", str(corpus), given=b"/help\n", env=env).stdout.decode()
    assert "/reload: посмотреть в папку сразу" in said
    assert "Documents: 3 read" in quoth("doctor", "--corpus", str(corpus), env={"LANG": "C.UTF-8"}).stdout.decode()


def test_invite_needs_a_token(quoth: Quoth) -> None:
    done = quoth("invite")
    assert done.returncode == 2
    assert b"DISCORD_TOKEN" in done.stderr
