"""Work on a folder and on the file that its index is kept in, for processes that are killed in the middle of it."""

import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

from retrieval import Library, RetrievalSettings
from tests.fakes.written_documents import put

SETTINGS = RetrievalSettings()
NAMES = [f"{number:02}.{kind}" for number in range(8) for kind in ("txt", "md")]
WORDS = "walrus seal lamp harbour keeper sold lit the 1874 mayor bridge clams".split()


def work(folder: Path, kept: Path, seed: int, told: Connection) -> None:
    """Changes files, looks, and keeps; tells after each time how often; without end. Tells 0 before it begins."""
    told.send(0)
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    library = Library(folder, SETTINGS, kept_in=kept)
    times = 0
    while True:
        for name in chance.sample(NAMES, chance.choice([1, 1, 2, 6])):
            change(folder / name, chance)
        library.refresh()
        library.keep()
        if chance.random() < 0.2:
            library = Library(folder, SETTINGS, kept_in=kept)
        times += 1
        told.send(times)


def change(path: Path, chance: random.Random) -> None:
    """Writes the file with another text, or removes it. Some files seem to have changed this moment, some long ago."""
    if chance.random() < 0.3:
        path.unlink(missing_ok=True)
        return
    said = (" ".join(chance.choices(WORDS, k=9)).capitalize() + "." for _ in range(chance.choice([1, 5, 40])))
    put(path, "\n\n".join(said).encode(), time.time_ns() - chance.choice([0, 10**10]))
