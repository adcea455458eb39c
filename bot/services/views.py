"""What does somebody see who may read only some of the folders? The documents of these alone, with their own figures.

A view is a librarian over the folders that somebody may read. It shares what is searched with the libraries, and all
that it says counts these documents only.
"""

import logging
import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from cachetools import LRUCache

from bot.services.revisions import Past
from retrieval import CorpusError, Haste, Histories, History, Librarian, Library

log = logging.getLogger(__name__)

MAX_VIEWS = 32
"""Views that are kept; a further one takes the place of the one that was not asked for longest."""


class Documents(Protocol):
    """Whoever has the librarian of the documents as they are now."""

    @property
    def librarian(self) -> Librarian:
        """Another one after each change of the documents."""


class Views:
    """The libraries of several folders by name, and what is seen of some of them. Safe between threads."""

    def __init__(
        self, libraries: Mapping[str, Library], empty: Librarian, histories: Mapping[str, History | None] | None = None
    ) -> None:
        """`empty` is a librarian of no documents, made as those of the libraries."""
        self.libraries = dict(libraries)
        self._histories = dict(histories or {})
        self._empty = empty
        self._lock = threading.Lock()
        self._kept: LRUCache[frozenset[str], tuple[tuple[Librarian, ...], Librarian]] = LRUCache(MAX_VIEWS)

    def librarian(self, names: Collection[str]) -> Librarian:
        """The librarian of the documents of these folders as they are now; names that are none are passed over."""
        chosen = frozenset(names)
        parts = tuple(library.librarian for name, library in self.libraries.items() if name in chosen)
        if len(parts) < 2:
            return parts[0] if parts else self._empty
        with self._lock:
            made_of, view = self._kept.get(chosen, ((), self._empty))
            if made_of != parts:
                view = parts[0].together_with(parts[1:])
                self._kept[chosen] = parts, view
            return view

    def history(self, names: Collection[str]) -> Past | None:
        """How the documents of these folders were; None where that of one is not known."""
        found = [self._histories.get(name) for name in self.libraries if name in names]
        known = [history for history in found if history is not None]
        if not known or len(known) < len(found):
            return None
        return known[0] if len(known) == 1 else Histories(known)

    def of(self, names: Collection[str]) -> "View":
        """The documents of these folders."""
        return View(self, frozenset(names))


@dataclass(frozen=True, slots=True)
class View:
    """The documents of some folders, as they are whenever they are asked for."""

    views: Views
    names: frozenset[str]

    @property
    def librarian(self) -> Librarian:
        """Another one after each change of these documents."""
        return self.views.librarian(self.names)


class Together:
    """All libraries looked after as one, by the watcher."""

    def __init__(self, libraries: Mapping[str, Library]) -> None:
        self._libraries = dict(libraries)
        self._troubled: set[str] = set()

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return sum(len(library.librarian.documents) for library in self._libraries.values())

    @property
    def version(self) -> object:
        """Something else after each change."""
        return tuple(library.librarian for library in self._libraries.values())

    @property
    def left(self) -> int:
        """How many files the next look is to read."""
        return sum(library.left for library in self._libraries.values())

    def refresh(self, *, haste: Haste) -> bool:
        """Looks into all folders; whether any document changed. Raises CorpusError where none can be looked at."""
        changed, troubled = False, dict[str, CorpusError]()
        for name, library in self._libraries.items():
            try:
                changed |= library.refresh(haste=haste)
            except CorpusError as error:
                troubled[name] = error
        if len(troubled) == len(self._libraries):
            raise next(iter(troubled.values()))
        for name in troubled.keys() - self._troubled:
            log.warning("%s Quoth goes on with the documents as they were.", troubled[name])
        self._troubled = set(troubled)
        return changed

    def keep(self) -> None:
        """Keeps each in its file."""
        self._each(Library.keep)

    def compact(self) -> None:
        """Drops what is still held of texts that are no more."""
        self._each(Library.compact)

    def _each(self, do: Callable[[Library], None]) -> None:
        for library in self._libraries.values():
            do(library)
