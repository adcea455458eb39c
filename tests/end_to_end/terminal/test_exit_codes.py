"""How a command ends when something is in its way: quietly, with the right exit code, never with a traceback."""

import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Start = Callable[..., "subprocess.Popen[bytes]"]
Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_wrong_use_is_told_on_standard_error_with_where_to_find_help(quoth: Quoth) -> None:
    done = quoth("dance")
    assert done.returncode == 2
    assert b"'dance'" in done.stderr
    assert b"quoth --help" in done.stderr
    assert done.stdout == b""


def test_help_is_shown_on_standard_output(quoth: Quoth) -> None:
    done = quoth("ask", "--help")
    assert done.returncode == 0
    assert b"--jsonl FILE" in done.stdout
    assert done.stderr == b""


def test_version_is_shown(quoth: Quoth) -> None:
    done = quoth("--version")
    assert done.returncode == 0
    assert done.stdout.startswith(b"quoth ")


def test_a_reader_who_leaves_early_causes_no_traceback(start: Start, corpus: Path) -> None:
    with start("sources", "--corpus", str(corpus)) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=30) == 1


def test_ctrl_c_ends_quietly(start: Start, corpus: Path) -> None:
    with start("ask", "--jsonl", "-", "--corpus", str(corpus)) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(b'{"id": 1, "question": "walrus"}\n')
        running.stdin.flush()
        assert running.stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.stderr.read() == b""
        assert running.wait(timeout=30) == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("verbose", [False, True])
def test_an_unexpected_failure_is_a_sentence_and_a_traceback_only_on_demand(
    verbose: bool, start: Start, corpus: Path
) -> None:
    options = ["--verbose"] if verbose else []
    with (
        Path("/dev/full").open("wb") as full,
        start("sources", "--corpus", str(corpus), *options, stdout=full) as running,
    ):
        _, told = running.communicate(timeout=60)
    assert running.returncode == 1
    assert (b"Traceback" in told) == verbose
    assert (b"--verbose" in told) != verbose
    assert b"No space left" in told
