"""What kind of answer does a question want, and does a sentence hold one? Dates and numbers; English.

Only these two pay: a bonus for sentences with a name (who, where) or a cause (why) moved hit@1 of the development sets
by less than half a point, since most sentences of an article hold a name.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise


class Kind(StrEnum):
    """What an answer must hold."""

    DATE = "date"
    NUMBER = "number"
    OTHER = "other"


_TIMES = frozenset("year years date day month century decade era time".split())
_MEASURES = frozenset(
    "many much long far tall high large big often old fast deep heavy wide number percentage percent amount size age "
    "population share price cost".split()
)
_DATE = re.compile(
    r"\b1\d{3}\b|\b20\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\bcentur(?:y|ies)\b|\b(?:BC|AD|BCE|CE)\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_NUMBER = re.compile(
    r"\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?"
    r"|thousands?|millions?|billions?|half|dozens?|third|quarter|percent|once|twice|double)\b",
    re.IGNORECASE,
)


def wanted(words: Sequence[str]) -> Kind:
    """The kind of answer that a question of these words (in lower case) wants."""
    for word, following in pairwise([*words, ""]):
        if word == "when" or (word in ("what", "which") and following in _TIMES):
            return Kind.DATE
        if (word == "how" or word in ("what", "which")) and following in _MEASURES:
            return Kind.NUMBER
    return Kind.OTHER


def holds(text: str, kind: Kind, asked: frozenset[str]) -> bool:
    """Whether the text holds an answer of the kind that does not stand in the question (`asked`, in lower case)."""
    if kind is Kind.OTHER:
        return False
    pattern = _DATE if kind is Kind.DATE else _NUMBER
    return any(match.group().casefold() not in asked for match in pattern.finditer(text))
