"""When do changed files count, while Quoth serves? When the system tells of a change, and otherwise from time to time.

Where the system tells (a local disk), a look follows within a moment, and looks from time to time only catch what was
not told. Where it does not (network drives, or no watches left), the folders are looked at again and again.
"""

import logging
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from bot.services.telling import telling
from retrieval import CorpusError, Haste

log = logging.getLogger(__name__)

QUIET_S = 0.3
"""A file that changed so shortly before may still be being written; it is read at the next look."""
READING_S = 0.5
"""Of many files that changed at once, those read in so many seconds count before the next ones are read."""
SHARE_TOLD, SHARE = 20, 1
"""Where the system tells of changes, and where it does not: how many times as long as a look in which nothing is read
the pause behind it is at least. 10,000 files take about 0.1 s."""
KEEP_EVERY_S = 60.0
"""Changes are kept in the file no more often than this, and at the end: the next start would find them anyway."""
ASKED_EVERY_S = 1.0
"""How often it is seen whether somebody asks for a look."""


class Watched(Protocol):
    """What is brought up to date: one library, or several as one."""

    @property
    def version(self) -> object:
        """Something else after each change."""

    @property
    def documents(self) -> int:
        """How many documents there are."""

    @property
    def left(self) -> int:
        """How many files the next look is to read."""

    def refresh(self, *, haste: Haste) -> bool:
        """Looks into the folders; whether a document changed. Raises CorpusError."""

    def keep(self) -> None:
        """Writes down what is searched."""

    def compact(self) -> None:
        """Drops what is held of texts that are no more."""


class Watch:
    """Looks into the folders of a library, from its own thread and whenever it is told to. Safe between threads."""

    def __init__(self, library: Watched, every_s: float, changed: Callable[[Any], None], asked_by: Path | None) -> None:
        self._library, self._every_s, self._changed, self._asked_by = library, every_s, changed, asked_by
        self.woken = threading.Event()
        """Set where a look is due."""
        self.over = threading.Event()
        """Set at the end."""
        self.tells = threading.Event()
        """Set while the system tells of changes."""
        self._one_at_a_time = threading.Lock()
        self._forgotten = self._last_forgotten()
        self._untold = False
        self._look_s = 0.0

    def look(self, haste: Haste | None = None) -> None:
        """Brings the library up to date, by default with all that changed, and tells of the change. Raises CorpusError.

        Called by somebody else than the watch, it returns when all that is done.
        """
        with self._one_at_a_time:
            began = time.monotonic()
            changed = self._library.refresh(haste=haste or Haste())
            if not changed and not self._library.left:
                self._look_s = time.monotonic() - began
            if changed or (self._untold and not self._library.left):
                log.info("The documents changed: there are %d now.", self._library.documents)
                self._untold = bool(self._library.left)
                self._changed(self._library.version)
            if changed and self._library.left:
                log.info("%d more files changed and are still to be read.", self._library.left)

    def run(self) -> None:
        """Looks until it is over. Trouble is logged once for as long as it lasts."""
        haste = Haste(min(QUIET_S, self._every_s), READING_S)
        kept, pause_s = time.monotonic(), self._every_s
        trouble: type[Exception] | None = None
        while self._wait(pause_s):
            try:
                before = self._library.version
                self.look(haste)
                self.forget()
                if time.monotonic() - kept > KEEP_EVERY_S:
                    self._library.keep()
                    kept = time.monotonic()
                trouble = None
                pause_s = self._pause(pause_s, is_busy=self._library.version != before)
            except CorpusError as error:
                if trouble is not CorpusError:
                    log.warning("%s Quoth goes on with the documents as they were.", error)
                trouble = CorpusError
            except Exception as error:
                if trouble is not type(error):
                    log.exception("The documents could not be looked at again.")
                trouble = type(error)

    def _pause(self, before_s: float, *, is_busy: bool) -> float:
        """How long nothing is looked at: shortly where files are left, longer if they stay so, and else as is set."""
        usual_s = max(self._every_s, (SHARE_TOLD if self.tells.is_set() else SHARE) * self._look_s)
        if not self._library.left:
            return usual_s
        soon_s = min(QUIET_S, self._every_s)
        return soon_s if is_busy or before_s >= usual_s else min(2 * before_s, usual_s)

    def _wait(self, pause_s: float) -> bool:
        """Until a look is due, which is told by the clock (unless nobody looks), an event or a file; or the end."""
        due = time.monotonic() + pause_s
        while not self.over.is_set():
            left_s = due - time.monotonic() if self._every_s else ASKED_EVERY_S
            if self.woken.wait(max(0.0, min(left_s, ASKED_EVERY_S))) or self._is_asked():
                self.woken.clear()
                return not self.over.is_set()
            if self._every_s and time.monotonic() >= due:
                return not self.over.is_set()
        return False

    def _is_asked(self) -> bool:
        if not self._asked_by:
            return False
        try:
            self._asked_by.unlink()
        except OSError:
            return self._last_forgotten() != self._forgotten
        return True

    def forget(self) -> None:
        """Drops what is still held of texts that are no more, if somebody asked for that since the last time.

        What asks stays there, since every process that holds the texts must see it.
        """
        if (last := self._last_forgotten()) != self._forgotten:
            self._library.compact()
            self._forgotten = last

    def _last_forgotten(self) -> int:
        """When somebody last asked that texts be forgotten; 0 if nobody has."""
        try:
            return forget_place(self._asked_by).stat().st_mtime_ns if self._asked_by else 0
        except OSError:
            return 0


def forget_place(asked_by: Path) -> Path:
    """The file, beside the one that asks for a look, that is touched where texts are to be forgotten."""
    return asked_by.with_suffix(".forget")


@contextmanager
def watched(
    library: Watched,
    every_s: float,
    changed: Callable[[Any], None],
    *,
    told: Sequence[Path] = (),
    asked_by: Path | None = None,
) -> Iterator[Watch]:
    """Brings the library up to date every so many seconds (0: only when told to) for as long as the context lasts.

    `changed` is called, in a thread of its own, with the version of the library after each change. The
    system is asked to tell of changes in the folders `told`. SIGHUP, or a file at `asked_by`, asks for a look.
    """
    watch = Watch(library, every_s, changed, asked_by)
    watching = threading.Thread(target=watch.run, name="watching", daemon=True)
    with _hung_up(watch), telling(told if every_s else (), watch.woken, watch.over) as watch.tells:
        watching.start()
        try:
            yield watch
        finally:
            watch.over.set()
            watch.woken.set()
            watching.join()
            watch.forget()
            library.keep()


@contextmanager
def _hung_up(watch: Watch) -> Iterator[None]:
    """SIGHUP asks for a look, where the system has it and this is the thread that gets signals."""
    if not hasattr(signal, "SIGHUP") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGHUP, lambda *_: watch.woken.set())
    try:
        yield
    finally:
        with suppress(TypeError, ValueError):  # one that Python did not set
            signal.signal(signal.SIGHUP, before)
