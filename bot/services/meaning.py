"""Where does the model that finds what is said in other words come from? One consent, one folder; or an installed one.

It lies in the folder `model` of the data folder. Who said no is not asked again.
"""

import logging
import os
import sys
import threading
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.config.semantic import AUTO, NONE
from bot.services.health import Finding
from bot.wording import texts
from retrieval import Librarian, Library, is_model, packaged_model, private_folder

if TYPE_CHECKING:  # where there is no model, none of its modules is loaded
    from retrieval import SemanticReranker

log = logging.getLogger(__name__)

TELL_EVERY_S = 30.0
"""How often the log says how far the reading in the background is."""


def model_place(data: Path) -> Path:
    """Where the fetched model lies."""
    return data / "model"


def model_of(model: str, data: Path) -> Path | None:
    """The folder of the model for this setting, None if there is none."""
    if model == NONE:
        return None
    if model != AUTO:
        return Path(model)
    own = model_place(data)
    return own if is_model(own) else packaged_model()


def is_open(model: str, data: Path) -> bool:
    """Whether nobody has decided yet: no model is here, and none was declined."""
    return model == AUTO and model_of(model, data) is None and not _declined(data).exists()


def decline(data: Path) -> None:
    """Remembers that no model is wanted. What cannot be written down will be asked again."""
    try:
        private_folder(data)
        _declined(data).touch()
    except OSError as error:
        log.debug("It cannot be noted that no model is wanted: %s", error)


def look_at_meaning(model: str, data: Path) -> Finding:
    """Whether what is said in other words is found, and how it would be; both are well."""
    said = texts().operation
    found = model_of(model, data)
    if found:
        return Finding(said.meaning, True, said.meaning_on.format(folder=found))
    return Finding(said.meaning, True, said.meaning_off, said.meaning_offer if model == AUTO else "")


@contextmanager
def learning(library: Library, reranker: "SemanticReranker | None") -> Iterator[threading.Event]:
    """Reads new sentences in the background for as long as the context lasts; setting the event makes it look again."""
    changed = threading.Event()
    if not reranker:
        yield changed
        return
    over = threading.Event()
    reading = threading.Thread(target=_learn, args=(library, reranker, changed, over), name="reading", daemon=True)
    reading.start()
    try:
        yield changed
    finally:
        over.set()
        changed.set()
        reading.join()


def _learn(library: Library, reranker: "SemanticReranker", changed: threading.Event, over: threading.Event) -> None:
    _step_back()
    seen: Librarian | None = None
    while not over.is_set():
        changed.clear()
        librarian = library.librarian
        try:
            if librarian is not seen and reranker.learn(librarian.units(), _logged, over.is_set):
                log.info("All sentences are read for meaning.")
            seen = librarian
        except Exception:  # what fails here must not end the search by words
            log.exception("The sentences could not be read for meaning.")
        changed.wait()


def _step_back() -> None:
    """Lets questions go first, where the system knows priorities of threads."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)


def _logged(things: Collection[Any], doing: str) -> Iterable[Any]:
    """The things one by one, with how far that is in the log."""
    told = time.monotonic()
    for at, thing in enumerate(things):
        if time.monotonic() - told > TELL_EVERY_S:
            told = time.monotonic()
            log.info("%s: %d %%", doing, 100 * at // len(things))
        yield thing


def _declined(data: Path) -> Path:
    return data / "no-model"
