"""How do I bring passages into an order of my own? Here the newest come first, of those that fit about as well.

A re-ranker is a class with one method, which scores the best passages of a question anew. It decides neither whether
the documents answer, nor what is quoted: only what is shown first.

    python -m examples.own_reranker FOLDER QUESTION
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from retrieval import Librarian, RankedPassage, RetrievalSettings

BONUS = 0.3
"""What the newest document's passages get more, as a share of their scores; the oldest one's get nothing."""


class NewestFirst:
    """Favours documents by the year in their names, as in `minutes-2024.md`."""

    def scores(self, _question: str, passages: Sequence[RankedPassage], /) -> list[float]:
        """The score of the words, and up to BONUS of it more."""
        years = [_year(passage) for passage in passages]
        first, span = min(years), max(max(years) - min(years), 1)
        return [
            passage.score * (1 + BONUS * (year - first) / span) for passage, year in zip(passages, years, strict=True)
        ]


def _year(passage: RankedPassage) -> int:
    found = re.search(r"(?:19|20)\d\d", passage.document.id)
    return int(found.group()) if found else 0


if __name__ == "__main__":
    librarian = Librarian.open(Path(sys.argv[1]), RetrievalSettings(), reranker=NewestFirst())
    for excerpt in librarian.ask(" ".join(sys.argv[2:])).excerpts:
        print(f"{excerpt.document.id}: {excerpt.text}")
