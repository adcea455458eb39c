"""Which values of a sentence does a front end show in its own way? A moment, in the zone of who reads, and a command.

A sentence with such values is a string like any other, with the values as plain text; who knows a better way to show
them takes its pieces.
"""

from dataclasses import dataclass
from datetime import datetime
from string import Formatter


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time; as text it is in the zone of this machine."""

    when: datetime

    def __str__(self) -> str:
        return f"{self.when.astimezone():%Y-%m-%d %H:%M}"


@dataclass(frozen=True, slots=True)
class Command:
    """A command, by the name that it has for who reads.

    `number` is its id where it can be clicked, and `key` its name there.
    """

    name: str
    key: str = ""
    number: int = 0

    def __str__(self) -> str:
        return f"/{self.name}"


Piece = str | Moment | Command


class Said(str):
    """A sentence as plain text, with the pieces that it is made of."""

    __slots__ = ("pieces",)
    pieces: tuple[Piece, ...]

    def __new__(cls, pieces: tuple[Piece, ...]) -> "Said":
        """The sentence of these pieces, one behind the other."""
        said = super().__new__(cls, "".join(map(str, pieces)))
        said.pieces = pieces
        return said


def said(form: str, **values: Piece | int) -> Said:
    """The sentence of this form, `{name}` being the place of a value.

    >>> said("{command} finds it", command=Command("ask")).pieces
    (Command(name='ask', key='', number=0), ' finds it')
    """
    pieces: list[Piece] = []
    for text, name, _, _ in Formatter().parse(form):
        pieces += [text] if text else []
        if name is not None:
            value = values[name]
            pieces.append(value if isinstance(value, str | Moment | Command) else str(value))
    return Said(tuple(pieces))
