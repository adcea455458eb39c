"""What kind of answer does a question want, and does a sentence hold one? A date, a price, a duration …; English.

Only kinds that few sentences hold pay: a bonus for sentences with a name (who, where), a cause (why) or a way (how)
moved hit@1 of the development sets by less than half a point, since most sentences of an article hold one.
"""

import re
from collections.abc import Collection, Sequence
from enum import StrEnum
from itertools import pairwise


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

_TIMES = frozenset("year years date day month century decade era".split())
_PRICES = frozenset("price prices cost costs fee fees fare charge rent".split())
_PAYING = frozenset("cost costs charge charged pay paid price worth sell owe".split())
_MEASURES = frozenset(
    "many much long far tall high large big old fast deep heavy wide hot cold number percentage percent amount size age "
    "population share".split()
)
_BEING = frozenset("is are was were for it".split())
_HOW = {"long": Kind.DURATION, "soon": Kind.DURATION, "often": Kind.FREQUENCY, "frequently": Kind.FREQUENCY}
_FIRST = {
    **dict.fromkeys(("who", "whom", "whose"), Kind.PERSON),
    **{"where": Kind.PLACE, "why": Kind.REASON, "how": Kind.WAY},
    **dict.fromkeys(
        "is are was were do does did can could may must should will would has have had".split(), Kind.YES_NO
    ),
}

_WRITTEN = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|dozens?"
    r"|third|quarter|percent|once|twice|double)"
)
_AMOUNT = rf"(?:\d[\d.,]*|{_WRITTEN}|an?|half\s+an?)"
_CURRENCY = r"(?:[€$£¥₹]|EUR|USD|GBP|CHF|euros?|dollars?|pounds?|cents?|francs?|yen|pence|bucks|crowns|rupees|roubles?|coins?|gold)"
_CLOCK = (
    r"\b\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b|o['’]clock|h\b|Uhr)|\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b(?:noon|midday|midnight)\b"
    rf"|\b(?:half|quarter|ten|five|twenty)\s+(?:past|to)\s+{_WRITTEN}\b"
)
_DATE = (
    r"\b1\d{3}\b|\b20\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\bcentur(?:y|ies)\b|\b(?:BC|AD|BCE|CE)\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
)
_UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centuries|s|ms|h"
    r"|metres?|meters?|feet|foot|ft|inch(?:es)?|miles?|yards?|k?m|cm|mm|kilomet(?:er|re)s?|pages?|words?|characters?)"
)
_FREQUENCY = (
    r"\b(?:every|each|daily|weekly|monthly|yearly|annual(?:ly)?|hourly|nightly|once|twice|thrice|per|times|rarely|never|always"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)\b"
)
_NUMBER = re.compile(rf"\d+|\b{_WRITTEN}\b", re.IGNORECASE)
_PATTERNS = {
    Kind.DATE: re.compile(f"{_DATE}|(?i:{_CLOCK})"),
    Kind.TIME: re.compile(_CLOCK, re.IGNORECASE),
    Kind.DURATION: re.compile(
        rf"\b{_AMOUNT}[\s-]*{_UNIT}\b|\b(?:forever|overnight|permanent(?:ly)?|indefinitely)\b", re.IGNORECASE
    ),
    Kind.FREQUENCY: re.compile(_FREQUENCY, re.IGNORECASE),
    Kind.PRICE: re.compile(
        rf"[€$£¥₹]\s?\d[\d.,]*|\b{_AMOUNT}\s?{_CURRENCY}(?!\w)|\b(?:EUR|USD|GBP|CHF)\s?\d[\d.,]*"
        r"|\b(?:free|gratis|for\s+nothing|no\s+charge|complimentary)\b",
        re.IGNORECASE,
    ),
    Kind.NUMBER: _NUMBER,
}
_PLAIN = frozenset((Kind.TIME, Kind.DURATION, Kind.PRICE))
_WORD = re.compile(r"\w+")


def wanted(words: Sequence[str]) -> Kind:
    """The kind of answer that a question of these words (in lower case) wants."""
    for at, (word, following) in enumerate(pairwise([*words, ""])):
        behind = words[at + 2] if at + 2 < len(words) else ""
        if word in ("what", "which") and following == "time":
            return Kind.TIME
        if word == "when" or (word in ("what", "which") and following in _TIMES):
            return Kind.DATE
        if word == "how" and following == "much" and (behind in _BEING or not _PAYING.isdisjoint(words)):
            return Kind.PRICE
        if word == "how" and following in _HOW:
            return _HOW[following]
        if word in ("what", "which") and (following in _PRICES or (at == 0 and words[-1] in ("cost", "costs"))):
            return Kind.PRICE
        if word in ("how", "what", "which") and following in _MEASURES:
            return Kind.NUMBER
    return next((_FIRST[word] for word in words[:1] if word in _FIRST), Kind.OTHER)


def is_told(kind: Kind) -> bool:
    """Whether a text shows by its signs that it holds an answer of the kind, and most texts do not."""
    return kind in _PATTERNS


def fit(text: str, kind: Kind, asked: Collection[str]) -> float:
    """How far the text holds an answer of the kind that does not stand in the question (`asked`, in lower case), 0 to 1.

    1 for a kind that no sign tells. A plain number is NEAR a price, a time or a duration.
    """
    if kind not in _PATTERNS:
        return 1.0
    if _is_new(_PATTERNS[kind], text, asked):
        return 1.0
    return NEAR if kind in _PLAIN and _is_new(_NUMBER, text, asked) else 0.0


def _is_new(pattern: re.Pattern[str], text: str, asked: Collection[str]) -> bool:
    return any(
        any(word not in asked for word in _WORD.findall(match.group().casefold())) for match in pattern.finditer(text)
    )
