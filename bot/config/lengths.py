"""How much is shown, and how long may a question be? The numbers that several front ends share."""

from typing import Literal

EXCERPTS, MAX_EXCERPTS = 3, 10
"""Excerpts of an answer, and the most that may be set or asked for."""
SENTENCES, MAX_SENTENCES = 6, 30
"""Sentences of a medium summary, and the most that any has."""
MAX_QUESTION = 250
"""Characters of a question that a message shows, and so keeps for the buttons below it."""
MAX_ASKED = 4000
"""Characters of a question that a command takes, as many as a message has at most."""

Length = Literal["short", "medium", "long"]
LENGTHS: tuple[Length, ...] = ("short", "medium", "long")


def sentences_of(length: Length, medium: int) -> int:
    """How many sentences the length has, where a medium summary has `medium`: short is half of it, long twice."""
    return {"short": max(1, medium // 2), "medium": medium, "long": min(MAX_SENTENCES, 2 * medium)}[length]
