"""How does one ask in English for a date, a price, a duration …, and what does one look like in a text?"""

from retrieval.text.languages.language import Asking, Pattern

_WRITTEN = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|dozens?"
    r"|third|quarter|percent|once|twice|double)"
)
_AMOUNT = rf"(?:\d[\d.,]*|{_WRITTEN}|an?|half\s+an?)"
_CURRENCY = (
    r"(?:[€$£¥₹]|EUR|USD|GBP|CHF|euros?|dollars?|pounds?|cents?|francs?|yen|pence|bucks|crowns|rupees|roubles?|coins?"
    r"|gold)"
)
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

ASKING = Asking(
    when=frozenset(("when",)),
    which=frozenset(("what", "which")),
    how=frozenset(("how",)),
    times=frozenset("year years date day month century decade era".split()),
    measures=frozenset(
        (
            "many much far tall high large big old fast deep heavy wide hot cold number percentage percent amount size "
            "age population share"
        ).split()
    ),
    measured={"long": "duration", "soon": "duration", "often": "frequency", "frequently": "frequency"},
    counted={
        "time": "time of day",
        **dict.fromkeys(("price", "prices", "cost", "fee", "fees", "fare", "rent"), "price"),
    },
    first={
        **dict.fromkeys(("who", "whom", "whose"), "person"),
        **{"where": "place", "why": "reason", "how": "way"},
        **dict.fromkeys(
            "is are was were do does did can could may must should will would has have".split(), "yes or no"
        ),
    },
    much=frozenset(("much",)),
    being=frozenset("is are was were for it".split()),
    paying=frozenset("cost costs charge charged pay paid price worth sell owe".split()),
    silent=frozenset("much many far soon".split()),
    signs={
        "time of day": Pattern(_CLOCK, ignore_case=True),
        "duration": Pattern(
            rf"\b{_AMOUNT}[\s-]*{_UNIT}\b|\b(?:forever|overnight|permanent(?:ly)?|indefinitely)\b", ignore_case=True
        ),
        "frequency": Pattern(_FREQUENCY, ignore_case=True),
        "price": Pattern(
            rf"[€$£¥₹]\s?\d[\d.,]*|\b{_AMOUNT}\s?{_CURRENCY}(?!\w)|\b(?:EUR|USD|GBP|CHF)\s?\d[\d.,]*"
            r"|\b(?:free|gratis|for\s+nothing|no\s+charge|complimentary)\b",
            ignore_case=True,
        ),
    },
    date=Pattern(f"{_DATE}|(?i:{_CLOCK})"),
    number=Pattern(rf"\d+|\b{_WRITTEN}\b", ignore_case=True),
)
"""A time of day answers "when", too."""
