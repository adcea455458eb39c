"""What must a database be able to do? The contract of a driver, and the SQL that every driver takes.

Statements are portable: values stand as `?`, columns have the types BIGINT, DOUBLE PRECISION and TEXT, a row is put in
place with `INSERT … ON CONFLICT (…) DO UPDATE SET x = excluded.x`, and what was given a number comes back with
`RETURNING`. What differs stands as a word in braces, in migrations alone: `{identity}` for a key that counts by itself
and `{bytes}` for a column of bytes.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Protocol

Value = int | float | str | bytes | None
"""What a column holds. Integers are from -2^63 to 2^63 - 1, which holds every id of Discord."""
Row = tuple[Value, ...]


class Session(Protocol):
    """A transaction: all that is done in it is kept, or nothing. Methods raise StoreError."""

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """What a statement gives; say LIMIT where there may be many."""

    def row(self, sql: str, *values: Value) -> Row | None:
        """The first of it, or None."""

    def do(self, sql: str, *values: Value) -> int:
        """How many rows a statement changed."""


class Connection(Protocol):
    """An open database, for one thread."""

    def transaction(self, *, writing: bool) -> AbstractContextManager[Session]:
        """A session that ends kept, or undone where something is raised.

        One that is `writing` waits at its beginning for others who write, one that is not sees the database as it is
        at its first statement. Raises StoreError.
        """

    def close(self) -> None:
        """Let go of the database."""


class Driver(Protocol):
    """A kind of database, and where it is."""

    @property
    def place(self) -> str:
        """What the admin knows it by."""

    @property
    def words(self) -> Mapping[str, str]:
        """What stands for the words in braces."""

    def connect(self) -> Connection:
        """Open it, which makes it where it is missing. Raises StoreError."""
