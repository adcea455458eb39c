"""How is a file the database? By SQLite: with a log of its own beside it (WAL), for several processes of one machine.

All that only SQLite knows stands here. Source: https://www.sqlite.org/pragma.html, https://www.sqlite.org/wal.html
"""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.store.driver import Row, Value
from bot.store.errors import StoreError, Trouble
from retrieval import private_folder

WAIT_S = 5.0
"""How long it is waited for another process that writes."""
MOST_MB = 1_000.0
"""How large the file may get, in megabytes of 10^6 bytes; what needs more is told as full."""
_PAGE = 4096  # bytes, as SQLite has it by default

_TROUBLES: dict[int, Trouble] = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CANTOPEN: "unusable",
    sqlite3.SQLITE_READONLY: "unusable",
    sqlite3.SQLITE_IOERR: "unusable",
    sqlite3.SQLITE_PERM: "unusable",
    sqlite3.SQLITE_AUTH: "unusable",
}
"""By the primary code of SQLite, the last 8 bits. What is not here is a bug. Source: https://www.sqlite.org/rescode.html"""


class SQLite:
    """The driver for a file at `path`, which only its owner may read."""

    def __init__(self, path: Path, *, wait_s: float = WAIT_S, most_mb: float = MOST_MB) -> None:
        self.path = path
        self._wait_s = wait_s
        self._most_pages = max(1, int(most_mb * 1e6 / _PAGE))

    @property
    def place(self) -> str:
        """The path."""
        return str(self.path)

    @property
    def words(self) -> Mapping[str, str]:
        """A key that counts never gives a number twice."""
        return {"identity": "INTEGER PRIMARY KEY AUTOINCREMENT", "bytes": "BLOB"}

    def connect(self) -> "_Connection":
        """Open the file, and look through it for damage. Raises StoreError."""
        try:
            private_folder(self.path.parent)
            os.close(
                os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            )  # what SQLite puts beside it has the same rights
        except OSError as error:
            raise StoreError("unusable", self.place, error.strerror or str(error)) from error
        with _told(self.place):
            opened = sqlite3.connect(self.path, timeout=self._wait_s, isolation_level=None)
            try:
                opened.execute("PRAGMA journal_mode = WAL")
                opened.execute("PRAGMA synchronous = NORMAL")
                opened.execute("PRAGMA foreign_keys = ON")
                opened.execute(f"PRAGMA max_page_count = {self._most_pages}")
                if (found := opened.execute("PRAGMA quick_check(1)").fetchone()) != ("ok",):
                    raise StoreError("damaged", self.place, " ".join(str(found and found[0]).split()))
            except BaseException:
                opened.close()
                raise
            return _Connection(opened, self.place)


class _Connection:
    """The open file."""

    def __init__(self, opened: sqlite3.Connection, place: str) -> None:
        self._opened = opened
        self._place = place

    @contextmanager
    def transaction(self, *, writing: bool) -> Iterator["_Session"]:
        with _told(self._place):
            self._opened.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
            try:
                yield _Session(self._opened, self._place)
                self._opened.execute("COMMIT")
            except BaseException:
                if self._opened.in_transaction:  # SQLite itself undoes it where there is no room
                    with suppress(sqlite3.Error):
                        self._opened.execute("ROLLBACK")
                raise

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._opened.close()


class _Session:
    """Statements of one transaction."""

    def __init__(self, opened: sqlite3.Connection, place: str) -> None:
        self._opened = opened
        self._place = place

    def rows(self, sql: str, *values: Value) -> list[Row]:
        with _told(self._place):
            return self._opened.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Value) -> Row | None:
        found = self.rows(sql, *values)
        return found[0] if found else None

    def do(self, sql: str, *values: Value) -> int:
        with _told(self._place):
            return self._opened.execute(sql, values).rowcount


@contextmanager
def _told(place: str) -> Iterator[None]:
    """What SQLite says of the file, as a StoreError; what it says of a wrong statement stays what it is."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = _TROUBLES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if trouble is None:
            raise
        raise StoreError(trouble, place, str(error)) from error
