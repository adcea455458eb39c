"""`quoth synonyms suggest`, and files of synonyms that are wrong."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval import Analyzer, Synonyms
from retrieval.synonyms.thesaurus import SYNONYM_WEIGHT

Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]

TEXT = """The envoy asked President Volodymyr Tarenskyy to sign the treaty at once.

In the end President Volodymyr Tareneskyy refused to sign the treaty.

The mayor of Marion sells pottery to the children. A certain Maroon plays chess with his uncle.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_proposals_are_a_file_of_synonyms_as_they_stand(quoth: Quoth, folder: Path) -> None:
    done = quoth("synonyms", "suggest", "--corpus", str(folder))
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    assert "Tareneskyy, Tarenskyy  # spelled alike, 1× and 1×" in lines
    (folder.parent / "words.txt").write_bytes(done.stdout)
    accepted = Synonyms.read([folder.parent / "words.txt"], Analyzer())
    assert accepted.of(("tarenskyy",)) == {("tareneskyy",): SYNONYM_WEIGHT}


def test_what_was_accepted_is_not_proposed_again(quoth: Quoth, folder: Path) -> None:
    (folder / ".words.txt").write_text("Tareneskyy, Tarenskyy\n", encoding="utf-8")
    (folder.parent / "config.yaml").write_text("corpus: papers\nsynonyms: [papers/.words.txt]\n", encoding="utf-8")
    done = quoth("synonyms", "suggest")
    assert done.returncode == 0
    assert done.stdout.startswith(b"# These documents suggest no words")


def test_every_mistake_in_files_of_synonyms_is_told_with_its_line(quoth: Quoth, folder: Path) -> None:
    (folder.parent / "words.txt").write_text("lonely\ncar, auto\na => b => c\n", encoding="utf-8")
    (folder.parent / "more.txt").write_bytes(b"caf\xe9, bistro\n")
    (folder.parent / "config.yaml").write_text("synonyms: [words.txt, more.txt]\n", encoding="utf-8")
    done = quoth("synonyms", "suggest", "--corpus", str(folder))
    assert (done.returncode, done.stdout) == (2, b"")
    told = done.stderr.decode().splitlines()
    assert [line.split(": ")[0] for line in told] == ["words.txt:1", "words.txt:3", "more.txt:1"]


def test_a_file_of_synonyms_that_is_missing_is_told_with_the_line_that_names_it(quoth: Quoth, folder: Path) -> None:
    (folder.parent / "config.yaml").write_text("corpus: papers\nsynonyms: [gone.txt]\n", encoding="utf-8")
    done = quoth("ask", "who signed the treaty?")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "config.yaml:2: synonyms: there is no file gone.txt\n"


def test_what_the_command_can_do_is_asked_for(quoth: Quoth) -> None:
    done = quoth("synonyms")
    assert done.returncode == 2
    assert b"action" in done.stderr
    assert b"suggest" in quoth("synonyms", "--help").stdout
