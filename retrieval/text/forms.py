"""In which other forms may one thing be written? What stands in a text, and how else somebody may ask for it.

Texts and questions get the same forms at the same places, so that either meets the other: "Wi-Fi" is also "wifi",
"node.js" also "nodejs", "maxConnections" also "max" and "connections", "5 pm" also "17:00", "10.000" also "10000", "€"
also "euro", ".NET" is no net, and a word that a hyphen divides at the end of a line is also whole.
"""

import re
from collections.abc import Iterator

from retrieval.text.scripts import UNSPACED

FORM = "\x01"
"""Before another form of what stands in a text, among the words that do stand there."""

_SIGN = rf"[^\W_{UNSPACED}]"
_LETTER = rf"[^\W\d_{UNSPACED}]"
_JOINERS = r"_.\u2010\u2011-"
_OTHER = re.compile(
    rf"(?P<divided>(?<!\w){_LETTER}{{2,}}[-\u2010](?:\r\n|\r|\n)[ \t]*(?=[^\W\d_A-Z]){_LETTER}{{2,}})"  # secre-⏎tary
    rf"|(?P<version>(?<![\w.])[vV]?\d+(?:\.\d+){{2,}}(?!\w))"
    rf"|(?P<short>(?<![\w.])[vV]\d+(?![\w.]))"
    rf"|(?P<joined>(?<![\w{_JOINERS}]){_LETTER}{_SIGN}*(?:(?!(?<=[a-z])\.[A-Z])[{_JOINERS}]{_SIGN}+)+)"
    rf"|(?P<dotted>(?<![\w./\\]){re.escape('.')}{_LETTER}{{2,}}\b(?!\.))"  # .NET
    rf"|(?P<camel>(?<!\w)[a-z]+[A-Z][a-zA-Z0-9]*[a-z][a-zA-Z0-9]*\b)"
    rf"|(?P<hour>(?<![\w.:,])\d{{1,2}}(?:[:.][0-5]\d)?[ \u00a0]?[aApP](?:\.[mM]\.|[mM]\b))"
    rf"|(?P<clock>(?<![\w.:,])(?:[01]?\d|2[0-3]):[0-5]\d(?![:\d]))"
    rf"|(?P<grouped>(?<![\w.,])[1-9]\d{{0,2}}(?:\.\d{{3}})+(?![\w.]))"  # 10.000
    rf"|(?P<spaced>(?<![\w.,])[1-9]\d{{0,2}}(?:[\u00a0\u2009\u202f'’]\d{{3}})+(?!\d))"  # 10 000
    rf"|(?P<money>[€£¥₹]|\$(?=\s?\d)|(?<=\d)\s?\$(?![\w{{])|\b(?:EUR|USD|GBP|CHF|JPY)\b)"
)
_SIGNAL = re.compile(
    rf"[A-Z€£¥₹$\d{_JOINERS}](?:"
    rf"(?<=\w[{_JOINERS}])(?=[\w\r\n])|(?<=[a-z][A-Z])|(?<=[€£¥₹$\d])|(?<=(?<![\w./\\])\.)(?=\w)"
    rf"|(?<=\bE)UR\b|(?<=\bU)SD\b|(?<=\bG)BP\b|(?<=\bC)HF\b|(?<=\bJ)PY\b)"
)
"""What stands in everything that has another form: looking for it first takes a quarter of the time.

It begins with one set of signs: `re` passes over the others without trying each alternative.
"""
_BREAK = re.compile(r"(?<![\d\r\n ]) ")
"""What nothing with another form goes beyond."""
_PIECE = re.compile(rf"[{_JOINERS}]")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_NO_NAME = re.compile(r"[vV]\d+(?:\.\d+)+|(?:[^\W\d_]\.)+[^\W\d_]")
"""Versions and initials, which are one word as they stand."""
_MONEY = {
    **{"€": "euro", "EUR": "euro", "$": "dollar", "USD": "dollar", "£": "pound", "GBP": "pound", "CHF": "franc"},
    **{"¥": "yen", "JPY": "yen", "₹": "rupee"},
}


def other_forms(text: str) -> Iterator[tuple[str, int, int]]:
    """Each other form of something in the text, with where that begins and ends, ordered by the end.

    A thing in several parts ("maxConnections") gives them one after the other, all with the place of the whole.
    """
    done = 0
    for signal in _SIGNAL.finditer(text):
        if signal.start() < done:
            continue
        begin = max(done, text.rfind(" ", done, signal.start()) + 1)
        behind = _BREAK.search(text, signal.end())
        done = behind.start() if behind else len(text)
        for match in _OTHER.finditer(text, begin, done):
            for form in _forms(match.lastgroup or "", match.group()):
                yield form, *match.span()


def _forms(kind: str, found: str) -> list[str]:
    """The forms of what was found, by the name of the pattern that found it."""
    if kind == "joined":
        return [] if _NO_NAME.fullmatch(found) else [_PIECE.sub("", found)]
    if kind == "divided":
        return [re.sub(r"[-\u2010][\r\n]+[ \t]*", "", found)]
    if kind == "dotted":
        return [found]
    if kind == "camel":
        parts = _CAMEL.findall(found)
        return parts if len(parts) > 1 and any(len(part) > 1 for part in parts[1:]) else []
    if kind in ("hour", "clock"):
        return [_time(found)]
    if kind in ("grouped", "spaced"):
        return [re.sub(r"\D", "", found)]
    if kind == "version":
        return _of_version(found.lstrip("vV"))
    return [found[1:]] if kind == "short" else [_MONEY[found.strip()]]


def _time(found: str) -> str:
    """A time of day as a clock of 24 hours shows it: 17:00."""
    hour, *minute = re.findall(r"\d+", found)
    half = re.search(r"[aApP]", found)
    hours = int(hour) % 12 + 12 * (half.group() in "pP") if half else int(hour)
    return f"{hours}:{minute[0] if minute else '00'}"


def _of_version(version: str) -> list[str]:
    """2.1.0 is also 2.1; 2.1.4 is one of the series 2.1, which `series` finds."""
    parts = version.split(".")
    return [".".join(parts[:-1])] if parts[-1] == "0" else [series(".".join(parts[:2]))]


def series(version: str) -> str:
    """What all versions that begin with these two numbers are known by, beside their own."""
    return f"{version}.x"
