"""What kind of answer does a question want, and does a sentence hold one? Dates, numbers, prices and more.

Only kinds that few sentences hold pay: a bonus for sentences with a name (who, where), a cause (why) or a way (how)
moved hit@1 of the development sets by less than half a point, since most sentences of an article hold one.
"""

import re
from collections.abc import Collection, Sequence
from enum import StrEnum
from itertools import pairwise

from retrieval.text.languages.language import Language, Pattern


class Kind(StrEnum):
    """What an answer must hold."""

    DATE = "date"
    TIME = "time of day"
    DURATION = "duration"
    FREQUENCY = "frequency"
    PRICE = "price"
    NUMBER = "number"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    WAY = "way"
    YES_NO = "yes or no"
    OTHER = "other"


NEAR = 0.5
"""What a plain number is worth where a price, a time or a duration is asked for, 0 to 1: tables give no units."""

_PLAIN = frozenset((Kind.TIME, Kind.DURATION, Kind.PRICE))
_WORD = re.compile(r"\w+")


def wanted(question: str, words: Sequence[str], language: Language) -> Kind:
    """The kind of answer that a question of these words (in lower case) wants."""
    asking = language.asking
    if asking.for_date.search(question):
        return Kind.DATE
    if asking.for_number.search(question):
        return Kind.NUMBER
    for at, (word, following) in enumerate(pairwise([*words, ""])):
        measured = following in asking.measures
        if word in asking.when:
            return Kind.DATE
        if word in asking.how_many:
            return Kind.NUMBER
        if word in asking.which and (following in asking.counted or following in asking.times or measured):
            kind = Kind.DATE if following in asking.times else Kind.NUMBER
            return Kind(asking.counted.get(following, kind))
        if word in asking.how and following in asking.much:
            behind = words[at + 2] if at + 2 < len(words) else ""
            return Kind.PRICE if behind in asking.being or not asking.paying.isdisjoint(words) else Kind.NUMBER
        if word in asking.how and (following in asking.measured or measured):
            return Kind(asking.measured.get(following, Kind.NUMBER))
    return Kind(asking.first.get(words[0], Kind.OTHER)) if words else Kind.OTHER


def asking(words: Sequence[str], language: Language) -> set[int]:
    """The places of those among the words of a question (in lower case) that tell only the kind of the answer."""
    how = {*language.asking.measured, *language.asking.measures, *language.asking.much}
    which = {*language.asking.times, "time"} & {*language.asking.counted, *language.asking.times}
    return {
        at + 1
        for at, (word, following) in enumerate(pairwise(words))
        if (word in language.asking.how and following in how) or (word in language.asking.which and following in which)
    }


def fit(text: str, kind: Kind, asked: Collection[str], language: Language) -> float | None:
    """How far the text holds an answer of the kind, 0 to 1, that does not stand in the question.

    `asked` are the question's words in lower case. None for a kind that no sign tells. A plain number is NEAR a price,
    a time or a duration.
    """
    pattern = _sign(kind, language)
    if pattern is None:
        return None
    if _has_new(pattern, text, asked):
        return 1.0
    return NEAR if kind in _PLAIN and _has_new(language.asking.number, text, asked) else 0.0


def _sign(kind: Kind, language: Language) -> Pattern | None:
    if kind is Kind.DATE:
        return language.asking.date
    return language.asking.number if kind is Kind.NUMBER else language.asking.signs.get(kind)


def _has_new(pattern: Pattern, text: str, asked: Collection[str]) -> bool:
    return any(
        any(word not in asked for word in _WORD.findall(match.group().casefold())) for match in pattern.finditer(text)
    )
