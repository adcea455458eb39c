"""How long do a first index, a later start and a change take in a folder of many files, while people ask?

`python -m benchmarks.folder [FILES] [ASKING]`: so many small files (10,000), so many threads that ask (20).
"""

import random
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from bot.services.watcher import watched
from retrieval import Library, RetrievalSettings, processors

SETTINGS = RetrievalSettings(processes=processors())
CHANGES = 10
WORDS = "harbour keeper lamp mayor bridge office fish river winter mill baker tunnel sold opened painted".split()


def main(files: int, asking: int) -> None:
    """Measures in a folder of its own, and writes a line for each figure."""
    sys.setswitchinterval(0.0005)  # as the bot in Discord has it
    with tempfile.TemporaryDirectory() as place:
        folder, kept = Path(place, "docs"), Path(place, "kept.quoth")
        write(folder, files)
        library, took_s = timed(folder, kept)
        say(f"first index of {files} files", took_s)
        library.keep()
        library, took_s = timed(folder, kept)
        say("later start", took_s)
        began = time.perf_counter()
        library.refresh()
        say("look without changes", time.perf_counter() - began)
        follow(library, folder, asking)


def write(folder: Path, files: int) -> None:
    """Text, Markdown and what nobody reads, in folders of a hundred."""
    draw = random.Random(1)  # noqa: S311 - the same files every time
    for number in range(files):
        path = folder / f"{number // 100:03}" / f"{number}{('.txt', '.md', '.txt', '.md', '.png')[number % 5]}"
        path.parent.mkdir(parents=True, exist_ok=True)
        words = (draw.choices(WORDS, k=3) for _ in range(9))
        said = (f"The {one} number {number} {two} the {three}." for one, two, three in words)
        path.write_text(" ".join(said) + "\n", encoding="utf-8")


def timed(folder: Path, kept: Path) -> tuple[Library, float]:
    """A library of the folder, and how long it took."""
    began = time.perf_counter()
    return Library(folder, SETTINGS, kept_in=kept), time.perf_counter() - began


def follow(library: Library, folder: Path, asking: int) -> None:
    """Saves files and waits until each is answered from, while threads ask."""
    over = threading.Event()
    waits: list[float] = []

    def ask() -> None:
        draw = random.Random()  # noqa: S311 - any questions
        while not over.wait(1):  # each asks about once a second
            began = time.perf_counter()
            library.librarian.ask(f"what did the {draw.choice(WORDS)} number {draw.randrange(9999)} do?")
            waits.append(time.perf_counter() - began)

    with watched(library, 1.0, lambda _: None, told=[folder]):
        threads = [threading.Thread(target=ask) for _ in range(asking)]
        for thread in threads:
            thread.start()
        took = [one_change(library, folder, number) for number in range(CHANGES)]
        over.set()
        for thread in threads:
            thread.join()
    say("a change is answered from, median", statistics.median(took))
    say("a change is answered from, slowest", max(took))
    say(f"{len(waits)} questions meanwhile, median", statistics.median(waits))
    say("the slowest of them", max(waits))


def one_change(library: Library, folder: Path, number: int) -> float:
    """Seconds from a saved file to an answer out of it."""
    word = f"zanzibar{number}"
    began = time.perf_counter()
    (folder / "000" / f"new{number}.txt").write_text(f"The {word} lies behind the harbour.\n", encoding="utf-8")
    while word not in "".join(e.text for e in library.librarian.ask(f"where lies the {word}?").excerpts):
        time.sleep(0.05)
    return time.perf_counter() - began


def say(what: str, seconds: float) -> None:
    """A figure on standard output."""
    sys.stdout.write(f"{what:<45} {seconds:8.3f} s\n")
    sys.stdout.flush()


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [10_000, 20][len(given) :]))
