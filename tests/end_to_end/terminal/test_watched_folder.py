"""Documents that change while the chat runs, and commands one after the other: what is read, and what is answered?"""

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.waiting import PATIENCE_S, until
from tests.fakes.written_documents import LONG_AGO_NS, put

Process = subprocess.Popen[bytes]
Start = Callable[..., Process]
Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]

PASSAGES = 2000
SEALS = "what do seals like to eat?"


def said_to(chat: Process, typed: str) -> str:
    """The reply of the chat to a line; an unknown command behind it marks where it ends."""
    assert chat.stdin
    assert chat.stdout
    chat.stdin.write(f"{typed}\n/over\n".encode())
    chat.stdin.flush()
    lines: list[str] = []
    while "/over" not in (lines or [""])[-1]:
        line = chat.stdout.readline().decode()
        assert line, "the chat ended"
        lines.append(line)
    while (line := chat.stdout.readline().decode()) and "/help" not in line:
        pass
    return "".join(lines)


def until_said(chat: Process, typed: str, expected: str) -> str:
    """The first reply with the expected text in it."""
    said = ""

    def is_said() -> bool:
        nonlocal said
        said = said_to(chat, typed)
        return expected in said

    until(is_said)
    return said


def test_what_changes_while_the_chat_runs_counts_for_the_next_question(
    start: Start, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "config.yaml").write_text("corpus: docs\nlook_every_s: 0.02\n")
    log = tmp_path / "log"
    with log.open("wb") as stderr, start("chat", env={"PYTHONUNBUFFERED": "1"}, stderr=stderr) as chat:
        assert "herring" not in said_to(chat, SEALS)
        put(corpus / "deep" / "seals.md", b"# Seals\n\nSeals like to eat herring and squid.\n")
        until_said(chat, SEALS, "│ Seals like to eat herring and squid.\n  deep/seals.md · lines 1-3")
        put(corpus / "deep" / "seals.md", b"Seals like to eat crabs and nothing else.\n")
        assert "herring" not in until_said(chat, SEALS, "crabs")
        said = until_said(chat, "/changes", "What changed since revision 2 of ")
        assert said.index("herring") < said.index("crabs")
        (corpus / "deep" / "seals.md").unlink()
        until_said(chat, "/sources", "I search 3 documents")
        corpus.rename(tmp_path / "elsewhere")
        until(lambda: "Quoth goes on with the documents as they were." in log.read_text())
        assert "clams" in said_to(chat, "what does a walrus eat?")
        put(tmp_path / "elsewhere" / "seals.md", b"Seals like to eat krill.\n")
        (tmp_path / "elsewhere").rename(corpus)
        until_said(chat, SEALS, "krill")
        chat.communicate(timeout=PATIENCE_S)
    assert chat.returncode == 0
    assert log.read_text().count("WARNING") == 1
    assert list((tmp_path / ".quoth" / "index").iterdir())


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_a_running_quoth_that_never_looks_does_when_asked_by_the_command_or_a_signal(
    start: Start, quoth: Quoth, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "config.yaml").write_text("corpus: docs\nlook_every_s: 0\n")
    with start("chat", env={"PYTHONUNBUFFERED": "1"}) as chat:
        assert "herring" not in said_to(chat, SEALS)
        put(corpus / "seals.md", b"Seals like to eat herring and squid.\n")
        assert "herring" not in said_to(chat, SEALS), "nobody has asked for a look"
        asked = quoth("reload")
        assert (asked.returncode, asked.stdout) == (0, b"Quoth looks into its folders.\n")
        until_said(chat, SEALS, "herring")
        put(corpus / "seals.md", b"Seals like to eat crabs and nothing else.\n")
        chat.send_signal(signal.SIGHUP)
        assert "herring" not in until_said(chat, SEALS, "crabs")
        chat.communicate(timeout=PATIENCE_S)
    assert chat.returncode == 0


def many_documents(folder: Path) -> None:
    """About so many passages in a hundred files."""
    for number in range(100):
        said = (
            f"The keeper of harbour {number} sold {n} lamps to the mayor of the town." for n in range(PASSAGES // 100)
        )
        put(folder / f"{number:03}.txt", "\n\n".join(said).encode())


def test_the_second_question_on_the_command_line_reads_no_document(quoth: Quoth, tmp_path: Path) -> None:
    many_documents(tmp_path / "docs")
    ask = ("ask", "how many lamps did the keeper of harbour 7 sell?", "--json", "--corpus", "docs")
    first = quoth(*ask)
    assert json.loads(first.stdout)["status"] == "closest"  # words that every document has say little
    assert json.loads(first.stdout)["excerpts"][0]["text"].startswith("The keeper of harbour 7 sold")
    (written,) = (tmp_path / ".quoth" / "index").iterdir()
    kept = written.read_bytes()
    second = quoth(*ask)
    assert (second.returncode, second.stdout, second.stderr) == (0, first.stdout, b"")
    assert written.read_bytes() == kept
    put(tmp_path / "docs" / "007.txt", b"The keeper of harbour 7 sold his last lamps.\n", LONG_AGO_NS + 1)
    third = json.loads(quoth("ask", "who sold his last lamps?", "--json", "--corpus", "docs").stdout)
    assert third["excerpts"][0]["text"] == "The keeper of harbour 7 sold his last lamps."


def test_a_damaged_index_is_named_once_and_the_answer_is_right_all_the_same(
    quoth: Quoth, corpus: Path, tmp_path: Path
) -> None:
    ask = ("ask", "what does a walrus eat?", "--json", "--corpus", "docs")
    first = quoth(*ask)
    (kept,) = (tmp_path / ".quoth" / "index").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(b"clams", b"plums"))
    second = quoth(*ask)
    assert second.stdout == first.stdout
    assert second.stderr.decode().count("\n") == 1
    assert f"The index in {kept.relative_to(tmp_path)} cannot be used: " in second.stderr.decode()
    third = quoth(*ask)
    assert (third.stdout, third.stderr) == (first.stdout, b"")
    assert corpus.exists()


def test_without_a_place_to_keep_it_every_command_works_with_one_warning_about_the_index(
    quoth: Quoth, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / ".quoth").mkdir()
    (tmp_path / ".quoth" / "index").write_text("a file is in the way")
    done = quoth("chat", "--corpus", str(corpus), given=b"what does a walrus eat?\n")
    assert done.returncode == 0
    assert b"clams" in done.stdout
    warnings = [line for line in done.stderr.decode().splitlines() if "WARNING" in line]
    assert len(warnings) == 1
    assert "The index cannot be kept in" in warnings[0]
    assert b"Traceback" not in done.stderr


def test_two_commands_at_once_keep_the_same_index_and_leave_nothing_else(
    start: Start, quoth: Quoth, tmp_path: Path
) -> None:
    many_documents(tmp_path / "docs")
    ask = ("ask", "how many lamps did the keeper of harbour 7 sell?", "--json", "--corpus", "docs")
    both = [start(*ask) for _ in range(2)]
    said = {process.communicate(timeout=PATIENCE_S) for process in both}
    assert len(said) == 1
    assert [err for _, err in said] == [b""]
    assert len(list((tmp_path / ".quoth" / "index").iterdir())) == 1
    assert {(quoth(*ask).stdout, b"")} == said
