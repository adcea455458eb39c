"""The same manual is answered from alike, whatever format it is written in."""

from pathlib import Path

from retrieval import Librarian, RetrievalSettings
from tests.fakes.manual import QUESTIONS
from tests.fakes.written_manual import WRITERS

MIN_EQUAL = 0.97
"""Share of the questions, over all formats, whose outcome is that of the plain text."""
MIN_RIGHT = 0.65


def right(folder: Path, name: str, content: bytes) -> list[bool]:
    """Of each question, whether the first excerpt of the manual in this format has what was asked for."""
    folder.mkdir()
    (folder / name).write_bytes(content)
    librarian = Librarian.open(folder, RetrievalSettings())
    assert not librarian.skipped
    found = []
    for question, word in QUESTIONS:
        excerpts = librarian.ask(question).excerpts
        found.append(bool(excerpts) and word.casefold() in " ".join(excerpts[0].text.split()).casefold())
    return found


def test_a_manual_is_answered_from_alike_in_every_format(tmp_path: Path) -> None:
    outcomes = {name: right(tmp_path / name, name, write()) for name, write in WRITERS.items()}
    text = outcomes["manual.txt"]
    same = [own == plain for found in outcomes.values() for own, plain in zip(found, text, strict=True)]
    differing = {
        name: [QUESTIONS[at][0] for at in range(len(text)) if found[at] != text[at]] for name, found in outcomes.items()
    }
    assert sum(same) >= MIN_EQUAL * len(same), differing
    assert all(sum(found) >= MIN_RIGHT * len(found) for found in outcomes.values()), outcomes
