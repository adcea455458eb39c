"""By what is an excerpt cited that stands in a file whose lines nobody sees?"""

import json
from pathlib import Path

import pytest

from bot.replies.model import Quote
from retrieval import Librarian, RetrievalSettings
from tests.fakes.written_manual import as_pdf

CHAT = {
    "channel": {"name": "help"},
    "messages": [
        {
            "id": "1",
            "timestamp": "2024-03-12T12:03:04+00:00",
            "content": "Walruses eat clams.",
            "author": {"name": "ann"},
        }
    ],
}


@pytest.mark.parametrize(
    ("name", "content", "question", "place"),
    [
        ("a.pdf", as_pdf(), "Who takes bookings with the quartermaster?", "page 1"),
        ("a.csv", b"animal,food\nwalrus,clams\nseal,fish\n", "What does the seal eat, which food?", "rows 1-3"),
        ("a.json", json.dumps(CHAT).encode(), "What do walruses eat?", "2024-03-12 12:03"),
        ("a.txt", b"Walruses eat clams.\n", "What do walruses eat?", "line 1"),
    ],
)
def test_an_excerpt_is_cited_by_what_people_find_it_by(
    tmp_path: Path, name: str, content: bytes, question: str, place: str
) -> None:
    (tmp_path / name).write_bytes(content)
    best = Librarian.open(tmp_path, RetrievalSettings()).ask(question).excerpts[0]
    assert place in Quote(best).citation
