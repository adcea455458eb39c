"""What do all tortures share? A small folder that changes, and whether a librarian answers as one made anew."""

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from retrieval import Librarian
from tests.fakes.changing_folder import NAMES, SETTINGS, change

QUESTIONS = ("who lit the lamp of the harbour?", "what did the keeper sell in 1874", "walrus", "clams bridge")


@dataclass
class Found:
    """What a torture found: how often it tried, what was wrong, and what else is worth telling."""

    name: str
    tried: int = 0
    wrong: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)

    def expect(self, is_right: object, what: str) -> None:
        """Notes what is wrong unless it is right."""
        if not is_right:
            self.wrong.append(what)


def filled(folder: Path, seed: int) -> Path:
    """The folder, with some documents."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for name in NAMES:
        change(folder / name, chance)
    return folder


def answers(librarian: Librarian) -> object:
    """What it has and what it says, to be held against another one's."""
    found = [librarian.ask(question) for question in QUESTIONS]
    return (
        librarian.documents,
        [[(e.document.id, e.span, e.highlights) for e in answer.excerpts] for answer in found],
        [round(answer.confidence, 9) for answer in found],
    )


def anew(folder: Path) -> object:
    """What a librarian says that was made of the files just now."""
    return answers(Librarian.open(folder, SETTINGS))
