"""Which members still see "thinking …"? They are told before the bot ends, or, where it was killed, at its next start.

The tokens by which Discord takes late answers are kept in a file, one line when an answer was promised and one when it
came. It outlives the process, not the machine: nothing is forced to the disk for it. One process holds it: another one
that is started beside it tells nobody of answers which the first is still at work on.
"""

import logging
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from retrieval import read_file

log = logging.getLogger(__name__)

VALID_S = 15 * 60.0
"""How long Discord takes an answer to an interaction.
Source: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages"""
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NONBLOCK", 0)
_MOST_LINES = 10_000  # then the file is begun anew


class Unanswered:
    """The promised answers, by their tokens. For the event loop alone; without a folder nothing is kept."""

    def __init__(self, folder: Path | None, shards: Sequence[int] = ()) -> None:
        """`shards` are those of this process, where there are several processes, each with a file of its own."""
        name = "-".join(("unanswered", *map(str, shards))) + ".txt"
        self._path = folder / name if folder else None
        self._open: dict[str, str] = {}
        self._file: int | None = None
        self._held = FileLock(self._path.with_suffix(".lock"), mode=0o600, thread_local=False) if self._path else None
        self._lines = 0

    def promise(self, token: str, locale: str) -> None:
        """An answer will come; `locale` is the language of the asker."""
        self._open[token] = locale
        self._write(f"+{token} {locale} {int(time.time())}\n")

    def keep(self, token: str) -> None:
        """The answer came."""
        if self._open.pop(token, None) is not None:
            self._write(f"-{token}\n")

    def left_behind(self) -> list[tuple[str, str]]:
        """Tokens and locales of the answers that an earlier process still owed and Discord still takes; told once."""
        found: dict[str, str] = {}
        if self._path is None or not self._hold():
            return []
        with suppress(OSError, UnicodeDecodeError):
            for line in read_file(self._path).decode("ascii").splitlines():
                token, *more = line[1:].split(" ")
                if line.startswith("-"):
                    found.pop(token, None)
                elif len(more) == 2 and more[1].isdigit() and 0 <= time.time() - int(more[1]) < VALID_S:
                    found[token] = more[0]
        self._lines = _MOST_LINES  # what stands there is told, so it is begun anew
        return list(found.items())

    def _hold(self) -> bool:
        """Whether the file is this process's own; if it is another one's, nothing is kept here."""
        assert self._held  # noqa: S101 - there is a path
        try:
            self._held.acquire(timeout=0)
        except Timeout:
            log.warning("Another bot runs on %s; who waits here is not told after a kill.", self._held.lock_file)
            self._path = None
        except OSError as error:
            log.info("%s cannot be held: %s", self._path, error)
        return self._path is not None

    def close(self) -> None:
        """Let go of the file."""
        self._end_writing()
        if self._held:
            self._held.release()

    def _end_writing(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _write(self, line: str) -> None:
        if self._path is None:
            return
        try:
            if self._file is None or self._lines >= _MOST_LINES:
                self._end_writing()
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = os.open(self._path, _WRITE, 0o600)
                now = f"{int(time.time())}"
                line = "".join(f"+{token} {locale} {now}\n" for token, locale in self._open.items())
                self._lines = 0
            self._lines += 1
            os.write(self._file, line.encode("ascii"))
        except OSError as error:
            log.warning("Cannot write %s: %s", self._path, error)
            self._end_writing()
            self._path = None
