"""Of what is Quoth made? Settings → the app over a folder's documents, the history it looks into, and the token."""

import math
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dotenv import dotenv_values

from bot.app import App
from bot.config.settings import Config, ConfigError
from bot.services import meaning, revisions
from bot.services.repositories import fetch_missing, fetched
from bot.services.rights import Kind, Rights, Rule
from bot.services.views import Together, Views
from bot.services.watcher import watched
from retrieval import Analyzer, CorpusFolder, History, Library, Synonyms, remove_abandoned

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
    libraries = libraries_of(config, reranker_of(config), progress=progress)
    Together(libraries).keep()
    return _app(libraries, config, _histories(libraries, config) if with_history else {})


@contextmanager
def serving(config: Config, *, progress: Progress) -> Iterator[App]:
    """The app over the documents, which are watched as long as the context lasts. Raises as `app_of`."""
    _tidy(config.data)
    fetch_missing(config.repositories, config.copies)
    reranker = reranker_of(config)
    libraries = libraries_of(config, reranker, progress=progress)
    histories = _histories(libraries, config)
    together = Together(libraries)
    recorded = {name: library.version for name, library in libraries.items()}

    with meaning.learning(next(iter(libraries.values())), None if config.corpora else reranker) as to_be_read:

        def changed(_: object) -> None:
            to_be_read.set()
            for name, history in histories.items():
                if history and libraries[name].version is not recorded[name]:
                    revisions.record(history, libraries[name], config.history)
                    recorded[name] = libraries[name].version if not libraries[name].left else None

        told = [folder.path for folder in config.folders]
        fetching = fetched(config.repositories, config.copies, 60 * config.git_every_min)
        watching = watched(together, config.look_every_s, changed, told=told, asked_by=reload_place(config))
        with fetching, watching as watch:
            together.keep()
            yield _app(libraries, config, histories, watch.look, seconds=LONGEST_S)


def _tidy(data: Path) -> None:
    """Removes what killed processes left half written; the copies of repositories are git's."""
    remove_abandoned(data, below=False)
    for kept in _KEPT:
        remove_abandoned(data / kept)


def token() -> str:
    """The bot's token from the environment, the file that DISCORD_TOKEN_FILE names, or the file .env, or "".

    Raises ConfigError if one of the files is no text, or cannot be read.
    """
    if named := os.environ.get("DISCORD_TOKEN_FILE", "").strip():
        try:
            return Path(named).read_text(encoding="utf-8-sig").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError((f"DISCORD_TOKEN_FILE: {named} cannot be read: {error.__class__.__name__}",)) from None
    return os.environ.get("DISCORD_TOKEN", "").strip() or _token_from_dotenv()


def forget(config: Config, name: str) -> bool:
    """Removes what is kept of this document's text, of all earlier texts without a name; gives whether there was any.

    The index and what the model read go as a whole, and are made anew. Raises HistoryError, OSError.
    """
    had = False
    for folders in config.libraries.values():
        place = revisions.place(config.data / "revisions", folders)
        if place.exists():
            had |= (History.open(place) if name else History(place, ())).forget(name)
        index = _place(config, folders)
        for kept in (index.with_suffix(".quoth"), index.with_suffix(".states")):
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
    libraries: Mapping[str, Library],
    config: Config,
    histories: Mapping[str, History | None],
    look: Callable[[], None] | None = None,
    seconds: float = math.inf,
) -> App:
    """The app over all folders: for who runs it. What others see is chosen with each request."""
    first = next(iter(libraries.values()))
    views = Views(libraries, first.librarian.emptied(), histories)
    rules = {name: Rule(one.is_public, frozenset(one.roles)) for name, one in config.corpora.items()}
    rights = Rights(rules, {place: frozenset(names) for place, names in config.discord.corpora.items()})

    def over(names: Collection[str]) -> App:
        return App(
            views.of(names),
            excerpts=config.answer.excerpts,
            words=config.summary.words,
            history=views.history(names),
            look=look,
            seconds=seconds,
            corpora=frozenset(names),
            seen_by=seen_by if rules else None,
        )

    def seen_by(audience: Collection[Kind], places: Sequence[int], only: Collection[str]) -> App:
        readable = rights.readable(audience, places)
        return over(readable.intersection(only) if only else readable)

    return over(libraries)


def reranker_of(config: Config) -> "SemanticReranker | None":
    """What finds the things that are said in other words, if there is a model. Raises ModelError."""
    model = meaning.model_of(config.semantic.model, config.data)
    if not model:
        return None
    from retrieval import SemanticReranker

    kept_in = _place(config, config.folders).with_suffix(".states")
    # what is kept of sentences depends on all of them, and would let one folder's tell on another's scores
    few_only = config.semantic.keep == "nothing" or bool(config.corpora)
    return SemanticReranker.open(model, kept_in=kept_in, few_only=few_only)


def libraries_of(
    config: Config, reranker: "SemanticReranker | None" = None, *, progress: Progress
) -> dict[str, Library]:
    """The documents of each folder as they are now, by its name. Raises as `app_of`."""
    analyzer = Analyzer()
    synonyms = Synonyms.read(config.synonyms, analyzer)
    return {
        name: Library(
            folders,
            config.retrieval(),
            synonyms,
            reranker,
            analyzer,
            kept_in=_place(config, folders).with_suffix(".quoth"),
            progress=progress,
        )
        for name, folders in config.libraries.items()
    }


def _place(config: Config, folders: Sequence[CorpusFolder]) -> Path:
    """Where what is made of the documents is kept, without the ending."""
    return revisions.place(config.data / "index", folders)


def _histories(libraries: Mapping[str, Library], config: Config) -> dict[str, History | None]:
    found: dict[str, History | None] = {}
    for name, folders in config.libraries.items() if config.history else ():
        found[name] = history = revisions.opened(folders, config.data)
        if history:
            revisions.record(history, libraries[name], config.history)
    return found


def _token_from_dotenv() -> str:
    try:
        return (dotenv_values(Path(".env"), interpolate=False).get("DISCORD_TOKEN") or "").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError((f".env: cannot be read as text: {error.__class__.__name__}",)) from None
