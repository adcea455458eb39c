"""Which answers helped whom, and if not, why? The rows of the table `votes`: ids and digests, no text.

At most MOST of them are kept; the oldest give way.
"""

from dataclasses import dataclass

from bot.store.driver import Row, Session

MOST = 100_000
"""Votes that are kept."""

_COLUMNS = "message, member, server, is_good, reason, places, at"


@dataclass(frozen=True, slots=True)
class Vote:
    """What a member thinks of the answer in a message. `server` is 0 for a direct message, `at` Unix time.

    `reason` is a key of the texts, "" where none was chosen; `places` are references to what the answer quoted.
    """

    message: int
    member: int
    server: int
    is_good: bool
    places: tuple[str, ...]
    at: float
    reason: str = ""


def cast(session: Session, vote: Vote, most: int = MOST) -> bool:
    """Put the vote in the place of the member's earlier one on this message; the same once more takes it back.

    Gives whether there is a vote now.
    """
    known = session.row("SELECT is_good FROM votes WHERE message = ? AND member = ?", vote.message, vote.member)
    session.do("DELETE FROM votes WHERE message = ? AND member = ?", vote.message, vote.member)
    if known and bool(known[0]) == vote.is_good:
        return False
    session.do(
        f"INSERT INTO votes ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - of constants
        *(vote.message, vote.member, vote.server, int(vote.is_good), vote.reason, " ".join(vote.places), vote.at),
    )
    session.do("DELETE FROM votes WHERE at <= (SELECT at FROM votes ORDER BY at DESC LIMIT 1 OFFSET ?)", most)
    return True


def give_reason(session: Session, message: int, member: int, reason: str) -> bool:
    """Note why the answer did not help; gives whether the member has such a vote."""
    sql = "UPDATE votes SET reason = ? WHERE message = ? AND member = ? AND is_good = 0"
    return session.do(sql, reason, message, member) > 0


def count_of(session: Session, member: int) -> int:
    """How many votes the member has."""
    found = session.row("SELECT COUNT(*) FROM votes WHERE member = ?", member)
    return int((found and found[0]) or 0)


def forget(session: Session, member: int) -> int:
    """Remove the votes of the member; gives how many there were."""
    return session.do("DELETE FROM votes WHERE member = ?", member)


def all_votes(session: Session) -> list[Vote]:
    """All votes, latest first."""
    return list(map(_vote, session.rows(f"SELECT {_COLUMNS} FROM votes ORDER BY at DESC")))  # noqa: S608 - as above


def _vote(row: Row) -> Vote:
    message, member, server, is_good, reason, places, at = row
    return Vote(
        message=int(message or 0),
        member=int(member or 0),
        server=int(server or 0),
        is_good=bool(is_good),
        places=tuple(str(places).split()),
        at=float(at or 0),
        reason=str(reason),
    )
