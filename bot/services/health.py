"""Is all well? What was looked at, what was found, and how to mend what is not well."""

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from retrieval import CorpusError, Librarian, RetrievalSettings

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


def look_at_corpus(folder: Path, settings: RetrievalSettings) -> Iterator[Finding]:
    """Whether the documents can be read and searched."""
    started = time.perf_counter()
    try:
        librarian = Librarian.open(folder, settings)
    except CorpusError as error:
        yield Finding("Documents", False, str(error).rstrip("."), "Name another folder as `corpus` in config.yaml.")
        return
    took_s = time.perf_counter() - started
    count, skipped = len(librarian.documents), len(librarian.skipped)
    remedy = "" if count else f"Put .txt or .md files into {folder}."
    yield Finding("Documents", count > 0, f"{count} read, {skipped} skipped (`quoth sources` says why)", remedy)
    if librarian.documents:
        started = time.perf_counter()
        librarian.ask(librarian.documents[0].text[:200])
        ms = (time.perf_counter() - started) * 1000
        yield Finding("Index", True, f"built in {took_s:.1f} s, a question takes {ms:.0f} ms")
        off = librarian.deviation(librarian.documents[0].text[:200])
        found = "the same as the package rank-bm25 gives" if off < _ROUNDING else f"{off:.1g} off from rank-bm25's"
        remedy = "" if off < _ROUNDING else "Please report this with the versions of Python and numpy."
        yield Finding("Scores", off < _ROUNDING, found, remedy)


def look_at_disk(data: Path) -> Finding:
    """Whether the data folder can be written and has room."""
    place = data
    while not place.exists():
        place = place.parent
    free_mb = shutil.disk_usage(place).free / 1e6
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return Finding("Disk", False, f"{data} cannot be written", "Name another folder as `data` in config.yaml.")
    room = f"{data} can be written, {free_mb:,.0f} MB are free"
    return Finding("Disk", free_mb >= _MIN_FREE_MB, room, "" if free_mb >= _MIN_FREE_MB else "Make room on the disk.")
