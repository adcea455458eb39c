"""What does one engine do in a process of its own? Builds an index, or serves one and takes the time.

    python -m benchmarks.speed.worker build ENGINE PASSAGES FOLDER
    python -m benchmarks.speed.worker serve ENGINE FOLDER QUESTIONS ADDED

The first writes its figures as a line of JSON. The second reads commands from standard input, a JSON list a line, and
answers each with a line of JSON, after a first line that says that the index is open.
"""

import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.speed.engines import Changing, Engine, Hits, Settling, engine

K = 10
"""Passages that are asked for."""
FEWEST = 10
"""Questions that even the slowest is asked in a round."""
PASSAGES_OF_A_DOCUMENT = 20
CHANGES = 5
"""Documents that are added, and as many of the first ones that are changed; the median counts."""


def memory_mb() -> tuple[float, float]:
    """Resident memory of this process, and what of it no file backs. Source: proc(5), smaps_rollup, in kB."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    sizes = {name: int(rest.split()[0]) * 1024 / 1e6 for name, _, rest in (line.partition(":") for line in lines)}
    return sizes["Rss"], sizes["Anonymous"]


def peak_mb() -> float:
    """The most memory that this process has had. Source: proc(5), VmHWM in status, in kB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6


def build(name: str, passages: Path, folder: Path) -> dict[str, float]:
    """Build and save an index."""
    made = engine(name)  # before the clock: its packages are loaded
    start = time.perf_counter()
    made.build(passages, folder)
    return {"build_s": time.perf_counter() - start, "build_mb": peak_mb()}


class Server:
    """An open index, and the questions that it is asked round by round."""

    def __init__(self, index: Engine, questions: list[str], added: list[str]) -> None:
        self._index = index
        self._questions = questions
        self._added = added
        gc.collect()
        gc.freeze()  # for all alike: whether the collector visits a hundred million objects is no question of search

    def search(self, question: str, k: int) -> Hits:
        """What the engine finds."""
        return self._index.search(question, k)

    def affordable(self, seconds: float) -> int:
        """How many of the questions it answers in so many seconds, FEWEST at least.

        The first is asked once before the clock runs, since numba compiles then.
        """
        self._index.search(self._questions[0], K)
        start = time.perf_counter()
        for count, question in enumerate(self._questions):
            if time.perf_counter() - start > seconds and count >= FEWEST:
                return count
            self._index.search(question, K)
        return len(self._questions)

    def round(self, count: int) -> list[float]:
        """Milliseconds of each of the first so many questions."""
        times = []
        for question in self._questions[:count]:
            start = time.perf_counter()
            self._index.search(question, K)
            times.append((time.perf_counter() - start) * 1000)
        return times

    def memory(self) -> dict[str, float]:
        """What this process takes now."""
        resident, private = memory_mb()
        return {"memory_mb": resident, "private_mb": private}

    def change(self) -> dict[str, float]:
        """Milliseconds until a new document, or a new version of it, is found; nothing where that cannot be done."""
        if not isinstance(self._index, Changing):
            return {}
        added, changed = [], []
        for number in range(CHANGES):
            first = number * PASSAGES_OF_A_DOCUMENT
            old = range(first, first + PASSAGES_OF_A_DOCUMENT)
            texts = self._added[old.start : old.stop]
            added.append(self._until_found(self._index, (), texts, f"added{number}"))
            changed.append(self._until_found(self._index, old, texts, f"changed{number}"))
        return {"add_ms": median(added), "change_ms": median(changed)}

    def _until_found(self, index: Changing, old: Sequence[int], texts: Sequence[str], marker: str) -> float:
        """Milliseconds until a search finds a word that the first of the new passages alone has."""
        marked = [f"{marker} {texts[0]}", *texts[1:]]
        start = time.perf_counter()
        new = index.replace(old, marked)
        found = self._index.search(marker, K)
        taken = (time.perf_counter() - start) * 1000
        if [number for number, _ in found] != new[:1]:
            raise RuntimeError(f"a passage that was added is not found: {found}, not {new[:1]}")
        return taken


def serve(name: str, folder: Path, questions: Path, added: Path) -> None:
    """Answer commands until the input ends."""
    asked, extra = (path.read_text(encoding="utf-8").splitlines() for path in (questions, added))
    index = engine(name).open(folder)
    if isinstance(index, Settling):
        index.settle(folder)
    server = Server(index, asked, extra)
    commands: dict[str, Callable[..., Any]] = {
        "search": server.search,
        "affordable": server.affordable,
        "round": server.round,
        "memory": server.memory,
        "change": server.change,
    }
    answer: Any = "ready"
    while True:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return
        command, *arguments = json.loads(line)
        answer = commands[command](*arguments)


if __name__ == "__main__":
    if sys.argv[1] == "build":
        sys.stdout.write(json.dumps(build(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))) + "\n")
    else:
        serve(sys.argv[2], *map(Path, sys.argv[3:6]))
