"""What of a passage is shown?"""

from dataclasses import dataclass

from retrieval.documents.unit import Passage


@dataclass(frozen=True, slots=True)
class Shown:
    """A run of units to be shown, with the passage it stems from and its score."""

    run: Passage
    passage: int
    score: float
