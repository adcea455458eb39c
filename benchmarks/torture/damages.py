"""Is any damage to what is kept ever believed? It must be noticed, or change nothing."""

import os
import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.torture.common import Found, anew, answers, filled
from retrieval import History, HistoryError, Library
from tests.fakes.changing_folder import SETTINGS

Damage = Callable[[Path, random.Random], None]


def _flipped(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _zeroed(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    first = chance.randrange(len(content))
    last = min(len(content), first + chance.choice([1, 64, 4096]))
    content[first:last] = bytes(last - first)
    path.write_bytes(content)


def _cut(path: Path, chance: random.Random) -> None:
    os.truncate(path, chance.randrange(path.stat().st_size))


def _longer(path: Path, chance: random.Random) -> None:
    with path.open("ab") as file:
        file.write(chance.randbytes(chance.choice([1, 100])))


def _turned(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    at = chance.randrange(len(content))
    path.write_bytes(content[at:] + content[:at])


def _of_another(path: Path, chance: random.Random) -> None:
    others = sorted(one for one in path.parent.rglob("*") if one.is_file() and one != path)
    if others:
        shutil.copyfile(chance.choice(others), path)


def _gone(path: Path, _: random.Random) -> None:
    path.unlink()


def _no_file(path: Path, chance: random.Random) -> None:
    path.unlink()
    match chance.randrange(3):
        case 0:
            path.mkdir()
        case 1:
            os.mkfifo(path)
        case _:
            path.symlink_to("/dev/zero")


DAMAGES: tuple[Damage, ...] = (_flipped, _zeroed, _cut, _longer, _turned, _of_another, _gone, _no_file)


def run(folder: Path, times: int, seed: int) -> Found:
    """Damages what is kept so many times, each time something else."""
    found = Found("damages")
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    docs, whole = filled(folder / "docs", seed), folder / "whole"
    library = Library(docs, SETTINGS, kept_in=whole / "docs.quoth")
    library.keep()
    history = History.open(whole / "history")
    history.record(library.librarian.documents[:5], datetime(2026, 1, 1, tzinfo=UTC))
    history.record(library.librarian.documents, datetime(2026, 1, 2, tzinfo=UTC))
    expected, texts = anew(docs), [history.texts_at(revision) for revision in history.revisions]
    kept = sorted(path.relative_to(whole) for path in whole.rglob("*") if path.is_file() and path.stat().st_size)
    for at in range(times):
        data = folder / "damaged"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(whole, data)
        damage = chance.choice(DAMAGES)
        path = data / (Path("docs.quoth") if at % 2 else chance.choice(kept))
        damage(path, chance)
        found.tried += 1
        what = f"{damage.__name__.strip('_')} {path.name} ({at})"
        found.expect(answers(Library(docs, SETTINGS, kept_in=data / "docs.quoth").librarian) == expected, what)
        try:
            read = History.open(data / "history")
            told = [read.texts_at(revision) for revision in read.revisions]
            found.expect(told in (texts, []), f"history: {what}")
        except HistoryError:
            found.seen["damages of the history told"] += 1
    return found
