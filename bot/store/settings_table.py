"""What is set for which server and channel? The rows of the table `server_settings`.

What is unset stays as a row without a value, so that other processes learn of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.store.driver import Session

WHOLE_SERVER = 0
"""Stands for a channel in rows that hold for the server."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A setting by its name, its value as JSON; None where it is unset. `change` numbers the changes of the table."""

    server: int
    channel: int
    name: str
    value: str | None
    change: int


def changed_since(session: Session, change: int) -> list[Stored]:
    """The settings that were changed after this change, in their order; all of them after 0."""
    sql = "SELECT server, channel, name, value, change FROM server_settings WHERE change > ? ORDER BY change"
    found = session.rows(sql, change)
    return [
        Stored(int(server or 0), int(channel or 0), str(name), None if value is None else str(value), int(number or 0))
        for server, channel, name, value, number in found
    ]


def put(session: Session, server: int, values: Mapping[tuple[int, str], str | None], *, by: int, at: float) -> None:
    """Set what is named by channel and name, for a server, as one change. `by` is a member, `at` Unix time."""
    last = session.row("SELECT MAX(change) FROM server_settings")
    change = int((last and last[0]) or 0) + 1
    for (channel, name), value in values.items():
        session.do(
            "INSERT INTO server_settings (server, channel, name, value, changed_by, changed_at, change) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (server, channel, name) DO UPDATE SET value = excluded.value, "
            "changed_by = excluded.changed_by, changed_at = excluded.changed_at, change = excluded.change",
            *(server, channel, name, value, by, at, change),
        )
