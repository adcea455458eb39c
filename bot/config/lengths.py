"""How long is a short, a medium and a long summary?"""

from typing import Literal

Length = Literal["short", "medium", "long"]
LENGTHS: tuple[Length, ...] = ("short", "medium", "long")
MAX_SENTENCES = 30


def sentences_of(length: Length, medium: int) -> int:
    """How many sentences the length has, where a medium summary has `medium`: short is half of it, long twice."""
    return {"short": max(1, medium // 2), "medium": medium, "long": min(MAX_SENTENCES, 2 * medium)}[length]
