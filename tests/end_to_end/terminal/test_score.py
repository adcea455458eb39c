"""`quoth score`: figures for questions whose right answers are known."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]

TEXT = "The walrus lives on the ice. It eats clams.\n\nA refund is paid within thirty days of the sale.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "known"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def gold(quote: str) -> list[dict[str, object]]:
    start = TEXT.index(quote)
    return [{"file": "a.txt", "start": start, "end": start + len(quote)}]


def test_hits_refusals_and_forbidden_places_are_counted(quoth: Quoth, folder: Path) -> None:
    elsewhere = [{"file": "b.txt", "start": 0, "end": 9}]
    questions = [
        {"question": "When is a refund paid?", "answerable": True, "kind": "when", "gold": gold("thirty days")},
        {"question": "What does the walrus eat?", "answerable": True, "kind": "what", "gold": elsewhere},
        {"question": "Who sang the anthem?", "answerable": False, "kind": "foreign"},
    ]
    (folder.parent / "known.jsonl").write_text("\n".join(map(json.dumps, questions)), encoding="utf-8")
    forbidden = {"a.txt": {"chrome": [{"start": 0, "end": 5, "text": "The w"}], "headings": [{"start": 0, "end": 900}]}}
    (folder.parent / "never.json").write_text(json.dumps(forbidden), encoding="utf-8")
    known, never = str(folder.parent / "known.jsonl"), str(folder.parent / "never.json")
    done = quoth("score", known, "--corpus", str(folder), "--forbidden", never, "--json")
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["questions"] == 3
    assert figures["hit@1"] == 0.5
    assert figures["refused foreign"] == 1
    assert figures["touching forbidden places"] >= 1
    table = quoth("score", known, "--corpus", str(folder)).stdout.decode()
    assert "hit@1                        0.500\n" in table
    assert "touching forbidden places    0\n" in table


@pytest.mark.parametrize("content", ['{"question": 5}', "{", '{"question": "a", "answerable": true, "gold": [{}]}'])
def test_a_bad_file_of_questions_is_told_with_its_line(quoth: Quoth, folder: Path, content: str) -> None:
    path = folder.parent / "bad.jsonl"
    path.write_text('{"question": "a", "answerable": false}\n' + content, encoding="utf-8")
    done = quoth("score", str(path), "--corpus", str(folder))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"bad.jsonl:2: " in done.stderr
    assert b"Traceback" not in done.stderr
