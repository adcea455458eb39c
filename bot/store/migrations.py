"""Which tables are there, and how did they come to be? Numbered steps, each done once, forward alone.

**To add a table**: add a step with the next number at the end, never change one that was released, and add a module
beside this one with functions over a session, as `settings_table.py`.
"""

from dataclasses import dataclass

from bot.store.driver import Connection, Driver
from bot.store.errors import StoreError


@dataclass(frozen=True, slots=True)
class Migration:
    """A step from one version of the tables to the next: what it brings, and its statements."""

    version: int
    brings: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration(
        1,
        "what is set for servers and channels",
        (
            """
            CREATE TABLE server_settings (
                server BIGINT NOT NULL,
                channel BIGINT NOT NULL,
                name TEXT NOT NULL,
                value TEXT,
                changed_by BIGINT NOT NULL,
                changed_at DOUBLE PRECISION NOT NULL,
                change BIGINT NOT NULL,
                PRIMARY KEY (server, channel, name)
            )
            """,
            "CREATE INDEX server_settings_change ON server_settings (change)",
        ),
    ),
    Migration(
        2,
        "which answers helped members",
        (
            """
            CREATE TABLE votes (
                message BIGINT NOT NULL,
                member BIGINT NOT NULL,
                server BIGINT NOT NULL,
                is_good BIGINT NOT NULL,
                reason TEXT NOT NULL,
                places TEXT NOT NULL,
                at DOUBLE PRECISION NOT NULL,
                PRIMARY KEY (message, member)
            )
            """,
            "CREATE INDEX votes_at ON votes (at)",
            "CREATE INDEX votes_member ON votes (member)",
        ),
    ),
)
"""All steps, by their number from 1."""


def migrate(driver: Driver, connection: Connection, migrations: tuple[Migration, ...] = MIGRATIONS) -> int:
    """Do the steps that are still to be done, each wholly or not at all; gives how many. Raises StoreError.

    A database of a newer version is left as it is.
    """
    done = 0
    with connection.transaction(writing=True) as session:  # of two processes the second one finds it done
        session.do("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)")
        found = session.row("SELECT MAX(version) FROM schema_version")
        version = found[0] if found and isinstance(found[0], int) else 0
        if version > migrations[-1].version:
            known = migrations[-1].version
            raise StoreError("newer", driver.place, f"its tables are of version {version}, known are up to {known}")
        for step in migrations:
            if step.version > version:
                for statement in step.statements:
                    session.do(statement.format(**driver.words))
                session.do("INSERT INTO schema_version (version) VALUES (?)", step.version)
                done += 1
    return done
