"""What kind of answer does a question want, and does a sentence hold one? Dates and numbers.

Only these two pay: a bonus for sentences with a name (who, where) or a cause (why) moved hit@1 of the development sets
by less than half a point, since most sentences of an article hold a name.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from retrieval.text.languages.language import Language


class Kind(StrEnum):
    """What an answer must hold."""

    DATE = "date"
    NUMBER = "number"
    OTHER = "other"


def wanted(words: Sequence[str], language: Language) -> Kind:
    """The kind of answer that a question of these words (in lower case) wants."""
    asking = language.asking
    for word, following in pairwise([*words, ""]):
        if word in asking.when or (word in asking.which and following in asking.times):
            return Kind.DATE
        if (word in asking.how or word in asking.which) and following in asking.measures:
            return Kind.NUMBER
    return Kind.OTHER


def holds(text: str, kind: Kind, asked: frozenset[str], language: Language) -> bool:
    """Whether the text holds an answer of the kind that does not stand in the question (`asked`, in lower case)."""
    if kind is Kind.OTHER:
        return False
    pattern = language.asking.date if kind is Kind.DATE else language.asking.number
    return any(match.group().casefold() not in asked for match in pattern.finditer(text))
