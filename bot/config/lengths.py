"""How much is shown, and how long may a question be? The numbers that several front ends share."""

from typing import Literal

EXCERPTS, MAX_EXCERPTS = 3, 10
"""Excerpts of an answer, and the most that may be set or asked for."""
MAX_SENTENCES = 30
"""Sentences of a summary that may be asked for at most."""
WORDS, MIN_WORDS, MAX_WORDS = 150, 40, 600
"""Words of a medium summary, and the least and the most that may be set for it."""
MAX_QUESTION = 250
"""Characters of a question that a message shows, and so keeps for the buttons below it."""
MAX_ASKED = 4000
"""Characters of a question that a command takes, as many as a message has at most."""

Length = Literal["short", "medium", "long"]
LENGTHS: tuple[Length, ...] = ("short", "medium", "long")


def words_of(length: Length, medium: int) -> int:
    """How many words the length has, where a medium summary has `medium`: 60, 150 and 400 where nobody sets it."""
    return {"short": medium * 2 // 5, "medium": medium, "long": medium * 8 // 3}[length]
