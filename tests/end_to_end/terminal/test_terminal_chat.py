"""The chat in the terminal: from a pipe as a script uses it, and in a real terminal as a person does."""

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes.waiting import PATIENCE_S

ROOT = Path(__file__).parents[3]
Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]

_ESCAPE = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07|[@-Z\\-_=>])")


def test_lines_from_a_pipe_are_answered_without_prompt_or_escapes(quoth: Quoth, corpus: Path) -> None:
    typed = "what does a walrus eat?\n\n/summary weather.txt\n/sources\n/sumary x\n/summary\n/help\n/quit\nnever asked"
    done = quoth("--corpus", str(corpus), given=typed.encode())
    assert done.returncode == 0
    said = done.stdout.decode()
    assert "\x1b" not in said
    assert "> " not in said
    titles = [block.split("\n")[0] for block in said.split("\n\n") if not block.startswith(("│", " "))]
    assert titles[0] == "what does a walrus eat?"
    assert "│ A walrus eats clams 👩‍👩‍👧 and sea cucumbers every day." in said
    for title in (
        "Summary of weather.txt",
        "I search 3 documents",
        "There is no command /sumary",
        "What these documents are about",
    ):
        assert title in titles
    assert "Did you mean /summary?" in said
    assert "a question, in your own words" in said
    assert "never asked" not in said


def test_a_question_in_the_chat_follows_on_and_a_new_subject_does_not(quoth: Quoth, corpus: Path) -> None:
    typed = "what does a walrus eat?\nand how often does it eat that?\nwhat is the weather like in the north?\n"
    said = quoth("--corpus", str(corpus), given=typed.encode()).stdout.decode()
    first, followed = said.split("and how often does it eat that?")
    followed = followed.split("what is the weather like")[0]
    assert "A walrus eats clams" in first
    assert "A walrus eats clams" in followed


def test_summaries_and_comparisons_are_asked_for_in_the_chat(quoth: Quoth, corpus: Path) -> None:
    typed = (
        "/summary weather.txt --length short",
        "/summary weather.txt --length huge",
        "/compare weather.txt windows.txt",
        "/compare x",
    )
    said = quoth("--corpus", str(corpus), given="\n".join(typed).encode()).stdout.decode()
    assert "4 of 4 sentences." in said
    assert "Which length?" in said
    assert "weather.txt and windows.txt" in said
    assert "Compare what?" in said


def test_thanks_are_not_answered_with_the_answer_again(quoth: Quoth, corpus: Path) -> None:
    said = quoth("--corpus", str(corpus), given=b"rain tonight?\nthanks\nand where?\n").stdout.decode()
    before, thanked, followed = said.split("\nthanks\n")[0], *said.split("\nthanks\n")[1].split("\nand where?\n")
    assert "Rain is expected over the northern hills tonight." in before
    assert "Rain is expected" not in thanked
    assert "Rain is expected" in followed


def test_the_welcome_says_what_quoth_is_and_what_to_type(quoth: Quoth, corpus: Path) -> None:
    told = quoth("chat", "--corpus", str(corpus)).stderr.decode()
    assert "3 documents" in told
    assert "/summary guides/refunds.md" in told
    empty = corpus.parent / "empty"
    empty.mkdir()
    assert "nothing to search yet" in quoth("chat", "--corpus", str(empty)).stderr.decode()


class Terminal:
    """A person at a terminal of 80 columns, who types and reads."""

    def __init__(self, folder: Path, corpus: Path) -> None:
        self._keys, tty = os.openpty()
        self._running = subprocess.Popen(  # noqa: S603 - the command under test
            [sys.executable, "-m", "bot", "--corpus", str(corpus)],
            stdin=tty,
            stdout=tty,
            stderr=tty,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TERM": "xterm"},
            start_new_session=True,
        )
        os.close(tty)

    def type(self, keys: str) -> None:
        """Press these keys."""
        os.write(self._keys, keys.encode())

    def read_until(self, text: str) -> str:
        """What is shown from now on until this text is, which is looked for without regard to styles."""
        shown, deadline = "", time.monotonic() + PATIENCE_S
        while text not in _ESCAPE.sub("", shown):
            assert time.monotonic() < deadline, f"{text!r} was never shown, but {shown!r}"
            if select.select([self._keys], [], [], 0.1)[0]:
                new = os.read(self._keys, 65536).decode(errors="replace")
                if "\x1b[6n" in new:  # a terminal is asked where its cursor is, and says: top left
                    self.type("\x1b[1;1R")
                shown += new
        return shown

    def exit_code(self) -> int:
        """Wait for the end."""
        return self._running.wait(timeout=PATIENCE_S)

    def close(self) -> None:
        """End it whatever it does."""
        self._running.kill()
        self._running.wait()
        os.close(self._keys)


@pytest.fixture
def sit_down(corpus: Path) -> Iterator[Callable[[], Terminal]]:
    """Opens terminals with a chat over the corpus, whose prompt is there."""
    opened: list[Terminal] = []

    def open_one() -> Terminal:
        (corpus.parent / "config.yaml").write_text("semantic: {model: none}\n")  # no offer of a model
        opened.append(Terminal(corpus.parent, corpus))
        opened[-1].read_until("Ctrl-D quits")
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.close()


def test_a_person_sees_matched_words_marked_and_no_escape_of_a_document_at_work(
    sit_down: Callable[[], Terminal], corpus: Path
) -> None:
    (corpus / "evil.txt").write_bytes(
        b"The zebra rings \x07 and says \x1b]0;owned\x07 hello to everybody who reads it.\n"
    )
    terminal = sit_down()
    terminal.type("what does the zebra say?\r")
    shown = terminal.read_until("evil.txt · line 1")
    assert "\x1b[0;1;4mzebra\x1b[0m" in shown
    assert r"\x1b]0;owned\x07" in shown
    assert "\x1b]0;owned" not in shown


def test_tab_completes_a_documents_name_and_ctrl_d_ends_the_chat(sit_down: Callable[[], Terminal]) -> None:
    terminal = sit_down()
    terminal.type("/summary refu")
    terminal.read_until("guides/refunds.md")  # the menu
    terminal.type("\t\r")
    terminal.read_until("Summary of guides/refunds.md")
    terminal.read_until("Ctrl-D quits")
    terminal.type("\x04")
    assert terminal.exit_code() == 0


def test_ctrl_c_drops_the_line_and_the_chat_goes_on(sit_down: Callable[[], Terminal]) -> None:
    terminal = sit_down()
    terminal.type("half a questi\x03")
    terminal.read_until("Ctrl-D quits")
    terminal.type("/sources\r")
    terminal.read_until("I search 3 documents")


def test_what_was_typed_is_there_again_in_the_next_chat(sit_down: Callable[[], Terminal], corpus: Path) -> None:
    first = sit_down()
    first.type("rain tonight?\r")
    first.read_until("weather.txt")
    first.read_until("Ctrl-D quits")
    first.type("/quit\r")
    assert first.exit_code() == 0
    assert (corpus.parent / ".quoth" / "history").stat().st_mode & 0o077 == 0
    second = sit_down()
    second.type("\x1b[A\x1b[A\r")  # two lines up
    second.read_until("│ Rain is expected over the northern hills tonight.")


def test_a_question_typed_at_the_offer_of_a_model_is_answered(corpus: Path) -> None:
    terminal = Terminal(corpus.parent, corpus)
    try:
        terminal.read_until("[y/n]")
        terminal.type("rain tonight?\r")
        terminal.read_until("│ Rain is expected over the northern hills tonight.")
    finally:
        terminal.close()


def test_where_nothing_can_be_kept_the_chat_works_all_the_same(sit_down: Callable[[], Terminal], corpus: Path) -> None:
    (corpus.parent / ".quoth").write_text("a file is in the way")
    terminal = sit_down()
    terminal.type("/sources\r")
    terminal.read_until("I search 3 documents")
