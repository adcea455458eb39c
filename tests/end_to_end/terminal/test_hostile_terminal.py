"""Can a document, a file's name or a question steer the terminal, or forge a row or a line of the log?"""

import json
import logging
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli.log_lines import LogLines
from bot.terminal.harmless import harmless
from tests.fakes.written_documents import put

ROOT = Path(__file__).parents[3]
Start = Callable[..., "subprocess.Popen[bytes]"]
Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]

EVIL = "\x1b]0;owned\x07\x9b31m\u202eevil\u2066\u200b\u2028\x1b[2J"
NAME = "gate\x1b[31m\nrefunds.md: 9 \u202etricks.txt"
UNSEEN = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202e\u2066\u200b\u2028]")
STYLES = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\?[0-9]+[hl]|\x1b\[[0-9]*[A-K]")
"""What prompt_toolkit writes for styles: the escapes of Quoth's own."""


@pytest.fixture
def folder(corpus: Path) -> Path:
    """Documents of which one is hostile, in its name and its text."""
    put(corpus / NAME, f"The harbour {EVIL} gate opens at nine.\n\nThe keeper {EVIL} has the key.\n".encode())
    return corpus


def on_a_terminal(folder: Path, *arguments: str) -> str:
    """What the command shows on a terminal, without the styles of Quoth itself."""
    keys, screen = pty.openpty()
    plain = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": "/nonexistent", "TERM": "xterm"}
    command = [sys.executable, "-m", "bot", *arguments, "--corpus", str(folder)]
    with subprocess.Popen(  # noqa: S603 - the command under test
        command, stdin=screen, stdout=screen, stderr=screen, cwd=folder.parent, env=plain
    ) as process:
        os.close(screen)
        shown = b""
        try:
            while piece := os.read(keys, 65536):
                shown += piece
        except OSError:  # the terminal is gone with the process
            pass
        process.wait(timeout=60)
    os.close(keys)
    return STYLES.sub("", shown.decode().replace("\r", ""))


@pytest.mark.parametrize(
    "command",
    [
        ("ask", f"harbour gate {EVIL}"),
        ("explain", f"harbour gate {EVIL}"),
        ("sources", "--all"),
        ("sources", "--left-out"),
        ("summary", "gate"),
        ("summary", f"harbor{EVIL}"),
        ("text", NAME),
        ("text", f"refund{EVIL}"),
        ("check", f"The harbour {EVIL} gate opens at nine."),
        ("compare", NAME, "weather.txt"),
        ("synonyms", "suggest"),
        ("forget", NAME),
        (f"da{EVIL}nce",),
    ],
    ids=lambda command: command[0][:8],
)
def test_nothing_steers_the_terminal(command: tuple[str, ...], folder: Path) -> None:
    shown = on_a_terminal(folder, *command)
    assert shown.strip()
    assert UNSEEN.findall(shown) == []


def test_a_text_goes_raw_into_a_pipe_and_escaped_to_a_terminal(folder: Path, quoth: Quoth) -> None:
    assert quoth("text", NAME, "--corpus", "docs").stdout == (folder / NAME).read_bytes()
    assert r"\x1b]0;owned\x07\x9b31m\u202eevil\u2066\u200b" in on_a_terminal(folder, "text", NAME)


def test_a_line_break_in_a_name_makes_no_row_of_its_own(folder: Path, quoth: Quoth) -> None:
    put(folder / "b\nforged.txt: 1 line", b"")
    for command in (("sources", "--all"), ("explain", "harbour gate"), ("ask", "harbour gate"), ("changes",)):
        lines = quoth(*command, "--corpus", "docs").stdout.decode().splitlines()
        assert not [line for line in lines if line.lstrip(" ").startswith(("refunds.md: 9", "forged"))], command
    said = quoth("summary", "a\nforged", "--corpus", "docs").stderr.decode()
    assert said.count("\n") == 1
    told = json.loads(quoth("sources", "--json", "--corpus", "docs").stdout)
    assert NAME in [one["file"] for one in told["documents"]], "JSON has it as it is"


@pytest.mark.parametrize("said", [EVIL, "two\nlines", "a\rb", "\u2028", "a\u200db", "a\u00adb"])
def test_what_is_unseen_is_shown_as_an_escape(said: str) -> None:
    assert not UNSEEN.search(harmless(said).replace("\n", ""))
    assert harmless("👩‍👩‍👧 می‌خواهم Größe 海象\n") == "👩‍👩‍👧 می‌خواهم Größe 海象\n"


def test_no_line_of_the_log_can_be_forged_and_no_token_stands_in_it() -> None:
    lines = LogLines("%(asctime)s %(levelname)-7s %(message)s", "%Y")
    token = ".".join(("M" * 24, "G" * 6, "x" * 38))
    record = logging.LogRecord(
        "quoth", logging.INFO, "", 1, "read %s", (f"a\n2026 INFO    forged {EVIL} {token}",), None
    )
    shown = lines.format(record)
    assert "\n" not in shown
    assert not UNSEEN.search(shown)
    assert token not in shown
    address = logging.LogRecord("d", 10, "", 1, "POST https://discord.com/api/webhooks/12/%s", ("aW50ZX" * 9,), None)
    assert lines.format(address).endswith("/webhooks/12…")
    try:
        raise ValueError("oh\n2026 INFO    forged")
    except ValueError:
        record = logging.LogRecord("quoth", logging.ERROR, "", 1, "failed", (), sys.exc_info())
    _, *below = lines.format(record).split("\n")
    assert below
    assert all(line.startswith("    ") for line in below)


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_at_any_moment_ends_quietly_and_leaves_nothing(
    number: signal.Signals, code: int, start: Start, corpus: Path
) -> None:
    for at in range(40):
        put(corpus / f"{at}.md", b"# Walrus\n\n" + b"The walrus sleeps on the ice floe. " * 400)
    for moment in range(8):
        with start("changes", "--corpus", "docs") as running:
            time.sleep(0.05 + moment * 0.12)  # it is the moment that is tested
            running.send_signal(number)
            _, stderr = running.communicate(timeout=60)
        assert running.returncode in (code, 0, -number), "the last before Python runs Quoth, or after"
        assert b"Traceback" not in stderr or b"<frozen" in stderr
        assert not list(corpus.parent.rglob("*.part"))
