"""Is all well? What was looked at, what was found, and how to mend what is not well."""

import os
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.services.telling import is_told
from bot.wording import texts
from retrieval import CorpusError, CorpusFolder, Librarian, RetrievalSettings

_MIN_FREE_MB = 100
"""Free disk space below which the log and the data folder may soon not be written, in megabytes of 10^6 bytes."""

_ROUNDING = 1e-9
"""More than rounding ever makes of a score."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found out about one thing, and what to do where it is not well."""

    name: str
    is_well: bool
    found: str
    remedy: str = ""


def look_at_watching(folders: Sequence[CorpusFolder], every_s: float) -> Finding:
    """How changes in the folders are noticed."""
    said = texts().operation
    if not every_s:
        return Finding(said.changes, True, said.changes_unseen)
    told = is_told([folder.path for folder in folders])
    found = said.changes_told if told else said.changes_looked_for.format(seconds=every_s)
    return Finding(said.changes, True, found)


def look_at_corpus(folders: Sequence[CorpusFolder], settings: RetrievalSettings) -> Iterator[Finding]:
    """Whether the documents can be read and searched."""
    said = texts().operation
    started = time.perf_counter()
    try:
        librarian = Librarian.open(folders, settings)
    except CorpusError as error:
        yield Finding(said.documents, False, str(error).rstrip("."), said.name_other_corpus)
        return
    took_s = time.perf_counter() - started
    count = len(librarian.documents)
    found = said.documents_read.format(count=count, skipped=len(librarian.skipped))
    yield Finding(
        said.documents,
        count > 0,
        found,
        "" if count else said.put_files.format(folder=", ".join(str(folder.path) for folder in folders)),
    )
    if librarian.documents:
        question = librarian.documents[0].text[:200]
        started = time.perf_counter()
        librarian.ask(question)
        milliseconds = (time.perf_counter() - started) * 1000
        yield Finding(said.index, True, said.index_built.format(seconds=took_s, milliseconds=milliseconds))
        off = librarian.deviation(question)
        is_same = off < _ROUNDING
        found = said.scores_same if is_same else said.scores_off.format(deviation=off)
        yield Finding(said.scores, is_same, found, "" if is_same else said.report_scores)


def look_at_disk(data: Path) -> Finding:
    """Whether the data folder can be written and has room."""
    said = texts().operation
    place = data
    while not place.exists():
        place = place.parent
    free_mb = shutil.disk_usage(place).free / 1e6
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return Finding(said.disk, False, said.disk_unwritable.format(folder=data), said.name_other_data)
    has_room = free_mb >= _MIN_FREE_MB
    found = said.disk_room.format(folder=data, megabytes=free_mb)
    return Finding(said.disk, has_room, found, "" if has_room else said.make_room)
