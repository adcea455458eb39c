"""Is there a bar only for who can see it, and only where there is something to wait for?"""

import io
import sys

import pytest

from bot.terminal import progress
from bot.terminal.progress import with_bar


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def shown(screen: io.StringIO, monkeypatch: pytest.MonkeyPatch, patience_s: float) -> str:
    """What work on three things shows there."""
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE_S", patience_s)
    assert list(with_bar(["a", "b", "c"], "Reading")) == ["a", "b", "c"]
    return screen.getvalue()


def test_nothing_is_shown_on_a_pipe_however_long_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO(), monkeypatch, 0) == ""


def test_on_a_terminal_nothing_is_shown_of_what_is_done_within_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    assert progress.PATIENCE_S == 1
    assert shown(Screen(), monkeypatch, 3600).strip() == ""  # however long this machine takes for it


def test_of_what_takes_longer_a_terminal_shows_how_far_it_is_and_then_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    said = shown(Screen(), monkeypatch, 0)
    assert "Reading" in said
    assert "/3" in said
    assert said.endswith("\r")
