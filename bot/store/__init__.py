"""Where is kept what members and admins do? In tables, behind an interface that a server database could serve, too."""

from pathlib import Path

from bot.store.sqlite import SQLite
from bot.store.store import Store

FILE = "quoth.sqlite3"
"""The name of the database in the data folder."""


def store_in(data: Path) -> Store:
    """The store in the data folder. Nothing is opened before it is used."""
    return Store(SQLite(data / FILE))
