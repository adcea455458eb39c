"""FTS5 of SQLite, which Python brings along. k1 and b are its own, 1.2 and 0.75, and so is its idf."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from benchmarks.speed.engines import Hits


class Fts5:
    """A table in a file, with SQLite's default settings: a commit waits until it is on disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def build(cls, passages: Path, folder: Path) -> None:
        """One transaction, then all its segments merged into one."""
        connection = sqlite3.connect(folder / "passages.db")
        with connection, passages.open(encoding="utf-8") as lines:
            connection.execute(
                'CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = "unicode61 remove_diacritics 0 '
                "categories 'L* N* Co M*'\")"
            )
            rows = ((number, line.rstrip("\n")) for number, line in enumerate(lines))
            connection.executemany("INSERT INTO passages(rowid, text) VALUES (?, ?)", rows)
            connection.execute("INSERT INTO passages(passages) VALUES ('optimize')")
        connection.close()

    @classmethod
    def open(cls, folder: Path) -> Self:
        """A connection to the file."""
        return cls(sqlite3.connect(folder / "passages.db"))

    def search(self, question: str, k: int) -> Hits:
        """Best passages first, any word of the question."""
        wanted = " OR ".join(f'"{word}"' for word in question.split())
        rows = self._connection.execute(
            "SELECT rowid, -rank FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?", (wanted, k)
        )
        return [(int(number), float(score)) for number, score in rows]

    def replace(self, old: Sequence[int], texts: Sequence[str]) -> list[int]:
        """One transaction."""
        with self._connection:
            self._connection.executemany("DELETE FROM passages WHERE rowid = ?", [(number,) for number in old])
            insert = "INSERT INTO passages(text) VALUES (?)"
            numbers = [self._connection.execute(insert, (text,)).lastrowid for text in texts]
        return [number for number in numbers if number is not None]
