"""What may be wrong with a database, and what to do about it? Few kinds, the same for every driver."""

from typing import Literal

Trouble = Literal["locked", "full", "damaged", "newer", "unusable", "busy"]
"""Another process holds it; no room is left; its bytes are not those of a database; a newer version of Quoth made it;
it cannot be opened or written; more wait for it than may."""

_SAID: dict[Trouble, str] = {
    "locked": "another process has held it for too long; end that one, such as a backup or a tool that looks into it",
    "full": "there is no room left; free some on the disk, or in the database",
    "damaged": "it is damaged; stop Quoth and put a backup in its place, or move the file away to begin anew",
    "newer": "a newer version of Quoth made it; install that version again, or move the file away to begin anew",
    "unusable": "it cannot be opened or written; look at the rights of the file and of its folder",
    "busy": "more is waiting for it than it can do",
}


class StoreError(Exception):
    """The database cannot be used now; the message says why and what to do, for the admin.

    `trouble` is the kind of it, `place` the database, `detail` what the driver said.
    """

    def __init__(self, trouble: Trouble, place: str, detail: str = "") -> None:
        more = f" ({detail})" if detail else ""
        super().__init__(f"The database {place} cannot be used: {_SAID[trouble]}{more}.")
        self.trouble: Trouble = trouble
        self.place = place
        self.detail = detail
