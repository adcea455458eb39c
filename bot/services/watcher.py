"""When do changed files count? A thread that looks into the folder of documents again and again while Quoth serves."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from retrieval import CorpusError, Librarian, Library

log = logging.getLogger(__name__)

MOST_OF_THE_TIME = 20
"""A look that takes long is followed by a pause of so many times as long, whatever is set."""
KEEP_EVERY_S = 60.0
"""Changes are kept in the file no more often than this, and at the end: the next start would find them anyway."""


@contextmanager
def watched(library: Library, every_s: float, changed: Callable[[Librarian], None]) -> Iterator[None]:
    """Brings the library up to date every so many seconds (0: never) for as long as the context lasts.

    `changed` is called, in a thread of its own, with the librarian of the documents as they are after each change.
    Trouble is logged once for as long as it lasts.
    """
    over = threading.Event()
    watching = threading.Thread(target=_watch, args=(library, every_s, changed, over), name="watching", daemon=True)
    if every_s:
        watching.start()
    try:
        yield
    finally:
        over.set()
        if every_s:
            watching.join()
        library.keep()


def _watch(library: Library, every_s: float, changed: Callable[[Librarian], None], over: threading.Event) -> None:
    pause_s, kept = every_s, time.monotonic()
    trouble: type[Exception] | None = None
    while not over.wait(pause_s):
        began = time.monotonic()
        try:
            if library.refresh():
                log.info("The documents changed: there are %d now.", len(library.librarian.documents))
                changed(library.librarian)
            if time.monotonic() - kept > KEEP_EVERY_S:
                library.keep()
                kept = time.monotonic()
            trouble = None
        except CorpusError as error:
            if trouble is not CorpusError:
                log.warning("%s Quoth goes on with the documents as they were.", error)
            trouble = CorpusError
        except Exception as error:
            if trouble is not type(error):
                log.exception("The documents could not be looked at again.")
            trouble = type(error)
        pause_s = max(every_s, MOST_OF_THE_TIME * (time.monotonic() - began))
