"""What is kept of what was typed in earlier chats?"""

import os
from pathlib import Path

import pytest
from prompt_toolkit.history import FileHistory, InMemoryHistory

from bot.terminal.prompt import MOST_KEPT, typed_before


def test_of_very_much_the_newer_half_is_kept_line_by_line(tmp_path: Path) -> None:
    for at in range(MOST_KEPT // 40):
        FileHistory(tmp_path / "history").store_string(f"question {at}")
    assert (tmp_path / "history").stat().st_size > MOST_KEPT
    last = f"question {at}"
    typed = list(typed_before(tmp_path).load_history_strings())
    assert typed[0] == last
    assert all(line.startswith("question ") for line in typed)
    assert 0.3 * MOST_KEPT < (tmp_path / "history").stat().st_size < 0.6 * MOST_KEPT


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe with a name")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "history")
    assert isinstance(typed_before(tmp_path), InMemoryHistory)
