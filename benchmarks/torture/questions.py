"""Does any question make Quoth fail, wait, or quote what does not stand there?"""

import random
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.torture.common import Found
from retrieval import Librarian, RetrievalError
from tests.fakes.changing_folder import SETTINGS
from tests.fakes.nasty_texts import SHAPES
from tests.fakes.written_documents import FILES, put

SLOWEST_S = 2.0
_PIECES = [
    "walrus",
    "Refund?",
    "who",
    "1874",
    "harbor",
    "海象",
    "🦭",
    "\x1b[31m",
    "\u202e",
    "\ud83e",
    "“",
    "**",
    "<@1>",
    "\0",
    "x" * 300,
]


def run(folder: Path, times: int, seed: int) -> Found:
    """Puts so many questions."""
    found = Found("questions")
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for name, text in FILES.items():
        put(folder / "docs" / name, text.encode())
    librarian = Librarian.open(folder / "docs", SETTINGS)
    slowest = 0.0
    for _ in range(times):
        question = _question(chance)
        found.tried += 1
        began = time.perf_counter()
        try:
            _put(librarian, question, chance, found)
        except RetrievalError:
            found.seen["refused with a reason"] += 1
        except Exception as error:
            found.wrong.append(f"{type(error).__name__}: {error} at {question[:60]!r}")
        slowest = max(slowest, time.perf_counter() - began)
    found.seen["slowest, ms"] = round(slowest * 1000)
    found.expect(slowest < SLOWEST_S, f"a question took {slowest:.1f} s")
    return found


def _put(librarian: Librarian, question: str, chance: random.Random, found: Found) -> None:
    excerpts: list[object] = []
    commands: tuple[Callable[[], object], ...] = (
        lambda: excerpts.extend(librarian.ask(question).excerpts),
        lambda: librarian.explain(question),
        lambda: excerpts.extend(checked.excerpt for checked in librarian.check(question) if checked.excerpt),
        lambda: excerpts.extend(librarian.ask(question, earlier="walrus").excerpts),
        lambda: librarian.find(question),
    )
    chance.choice(commands)()
    for excerpt in excerpts:
        text = excerpt.document.text[excerpt.span.start : excerpt.span.end]  # type: ignore[attr-defined]
        found.expect(excerpt.text == text, f"not verbatim at {question[:60]!r}")  # type: ignore[attr-defined]


def _question(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.1:
        return chance.choice(list(SHAPES.values()))(chance.choice([1, 30, 300]))[:20_000]
    if kind < 0.3:
        return "".join(chr(chance.choice([chance.randrange(32, 127), chance.randrange(0x110000)])) for _ in range(30))
    words = [*_PIECES, *chance.choice(list(FILES.values())).split()]
    return chance.choice([" ", "", "\n"]).join(chance.choices(words, k=chance.choice([1, 3, 10, 200])))
