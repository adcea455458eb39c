"""Of what is Quoth made? Settings → the app over a folder's documents, the history it looks into, and the token."""

import math
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dotenv import dotenv_values

from bot.app import App
from bot.config.settings import Config, ConfigError
from bot.services import meaning, revisions
from bot.services.repositories import fetch_missing, fetched
from bot.services.watcher import watched
from retrieval import Analyzer, History, Librarian, Library, Synonyms, remove_abandoned

if TYPE_CHECKING:  # where there is no model, none of its modules is loaded
    from retrieval import SemanticReranker

LONGEST_S = 10.0
"""Seconds that a summary, a comparison or a check may take where several people ask: in a queue of ten the last one
waits for less than two minutes. A single command takes as long as it needs."""
_KEPT = ("index", "model", "reload", "revisions")

Progress = Callable[[Collection[Any], str], Iterable[Any]]
"""Gives the things one by one, and shows how far that is; the string says what is done."""


def app_of(config: Config, *, progress: Progress, with_history: bool = False) -> App:
    """The app over the documents as they are now, for a single command.

    `with_history` also keeps how they are, without which it is not known what changed. Raises RetrievalError where the
    folder, the synonyms or the model cannot be used.
    """
    _tidy(config.data)
    fetch_missing(config.repositories, config.copies)
    library = library_of(config, reranker_of(config), progress=progress)
    library.keep()
    return _app(library, config, _history(library, config) if with_history else None)


@contextmanager
def serving(config: Config, *, progress: Progress) -> Iterator[App]:
    """The app over the documents, which are watched as long as the context lasts. Raises as `app_of`."""
    _tidy(config.data)
    fetch_missing(config.repositories, config.copies)
    reranker = reranker_of(config)
    library = library_of(config, reranker, progress=progress)
    history = _history(library, config)

    with meaning.learning(library, reranker) as to_be_read:

        def changed(_: Librarian) -> None:
            to_be_read.set()
            if history:
                revisions.record(history, library, config.history)

        told = [folder.path for folder in config.folders]
        fetching = fetched(config.repositories, config.copies, 60 * config.git_every_min)
        watching = watched(library, config.look_every_s, changed, told=told, asked_by=reload_place(config))
        with fetching, watching as watch:
            library.keep()
            yield _app(library, config, history, watch.look, seconds=LONGEST_S)


def _tidy(data: Path) -> None:
    """Removes what killed processes left half written; the copies of repositories are git's."""
    remove_abandoned(data, below=False)
    for kept in _KEPT:
        remove_abandoned(data / kept)


def token() -> str:
    """The bot's token from the environment or the file .env, or "". Raises ConfigError if that is no text."""
    return os.environ.get("DISCORD_TOKEN", "").strip() or _token_from_dotenv()


def forget(config: Config, name: str) -> bool:
    """Removes what is kept of this document's text, of all earlier texts without a name; gives whether there was any.

    The index and what the model read go as a whole, and are made anew. Raises HistoryError, OSError.
    """
    place = revisions.place(config.data / "revisions", config.folders)
    had = (History.open(place) if name else History(place, ())).forget(name) if place.exists() else False
    for kept in (_place(config).with_suffix(".quoth"), _place(config).with_suffix(".states")):
        had = had or kept.exists()
        if kept.is_dir():
            shutil.rmtree(kept)
        else:
            kept.unlink(missing_ok=True)
    return had


def reload_place(config: Config) -> Path:
    """The file by which `quoth reload` asks for a look."""
    return revisions.place(config.data / "reload", config.folders)


def _app(
    library: Library,
    config: Config,
    history: History | None,
    look: Callable[[], None] | None = None,
    seconds: float = math.inf,
) -> App:
    excerpts, words = config.answer.excerpts, config.summary.words
    return App(library, excerpts=excerpts, words=words, history=history, look=look, seconds=seconds)


def reranker_of(config: Config) -> "SemanticReranker | None":
    """What finds the things that are said in other words, if there is a model. Raises ModelError."""
    model = meaning.model_of(config.semantic.model, config.data)
    if not model:
        return None
    from retrieval import SemanticReranker

    kept_in = _place(config).with_suffix(".states")
    return SemanticReranker.open(model, kept_in=kept_in, few_only=config.semantic.keep == "nothing")


def library_of(config: Config, reranker: "SemanticReranker | None" = None, *, progress: Progress) -> Library:
    """The documents as they are now. Raises as `app_of`."""
    analyzer = Analyzer()
    synonyms = Synonyms.read(config.synonyms, analyzer)
    kept_in = _place(config).with_suffix(".quoth")
    return Library(config.folders, config.retrieval(), synonyms, reranker, analyzer, kept_in=kept_in, progress=progress)


def _place(config: Config) -> Path:
    """Where what is made of the documents is kept, without the ending."""
    return revisions.place(config.data / "index", config.folders)


def _history(library: Library, config: Config) -> History | None:
    history = revisions.opened(config.folders, config.data) if config.history else None
    if history:
        revisions.record(history, library, config.history)
    return history


def _token_from_dotenv() -> str:
    try:
        return (dotenv_values(Path(".env"), interpolate=False).get("DISCORD_TOKEN") or "").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError((f".env: cannot be read as text: {error.__class__.__name__}",)) from None
