"""Which abbreviations do the documents explain? "Nuclear Forces (NF)" and "NF (Nuclear Forces)", as synonyms.

Only an explanation that a reader would call certain is taken: every word of the long form gives its initial, in order.
Function words may be skipped ("Department of Defense (DOD)"), and so may what follows a hyphen ("Intermediate-Range
Nuclear Forces (INF)"); the first word is no function word. Where initials alone do not do, a word may give further
letters of its own ("adenosine triphosphate (ATP)", "tuberculosis (TB)").
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from retrieval.synonyms.thesaurus import SYNONYM_WEIGHT, Synonyms, phrase
from retrieval.text.analysis import Analysis, Phrase
from retrieval.text.languages.language import Language

_SHORT = r"(?:[^\W\d_]\.){2,8}|[^\W\d_]{2,8}"
_AFTER = re.compile(rf"[\(\[](?:the\s+)?[\"“']?({_SHORT})[\"”']?(?=\s*[\)\];,])")  # the long form stands before it
_BEFORE = re.compile(
    rf"(?<![\w.-])({_SHORT})\s+[\(\[](?:the\s+)?[\"“']?([^()\[\];,:\"“”]{{4,120}}?)[\"”']?(?=[\)\];,])"
)
_WORD = re.compile(r"(?P<hyphen>[-‐‑–]?)(?P<word>[^\W_]+(?:['’][^\W_]+)?)")
_BREAK = re.compile(r"[.!?;:()\[\]\"“”\n]")
_PER_LETTER = 24
"""Characters before a bracket that are looked at for each letter in it: room for a long word and a function word."""
MIN_SINGLE = 10
"""Shortest single word, in letters, that has an abbreviation of its own; shorter ones have the letters by chance."""


class _Word(NamedTuple):
    text: str
    start: int
    is_function_word: bool
    follows_hyphen: bool


def abbreviations(texts: Iterable[str], analysis: Analysis) -> Synonyms:
    """Every abbreviation that a text explains, and its long form, each as a way to say the other."""
    return Synonyms((said, meant, SYNONYM_WEIGHT) for text in texts for said, meant in explained(text, analysis))


def explained(text: str, analysis: Analysis) -> Iterator[tuple[Phrase, Phrase]]:
    """The same as pairs (said, also meant)."""
    for short, long in _explained(text, analysis.language):
        other = phrase(long, analysis)
        forms = dict.fromkeys((phrase(short, analysis), phrase(_singular(short), analysis)))
        for one in forms:  # no rule of endings joins NGOs
            if one != other:
                yield from ((one, other), (other, one))


def _explained(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """Abbreviations with their long forms, as they stand in the text."""
    for match in _AFTER.finditer(text):
        letters = _letters(match[1])
        before = _BREAK.split(text[max(0, match.start() - _PER_LETTER * len(letters)) : match.start()])[-1].rstrip()
        start = _start(_words(before, language), letters)
        if start is not None and _is_long(before[start:]):
            yield match[1], before[start:]
    for match in _BEFORE.finditer(text):
        if _start(_words(match[2], language), _letters(match[1])) == 0 and _is_long(match[2]):
            yield match[1], match[2]


def _is_long(form: str) -> bool:
    return len(_WORD.findall(form)) > 1 or len(form) >= MIN_SINGLE


def _letters(short: str) -> str:
    """The letters that must be initials, in lower case; "" if it is written like a common word."""
    plain = _singular(short.replace(".", ""))
    capitals = sum(char.isupper() for char in plain)
    return plain.lower() if len(plain) > 1 and capitals > len(plain) / 2 and plain[0].isupper() else ""


def _singular(short: str) -> str:
    return short[:-1] if short.endswith("s") and short[:-1].isupper() else short


def _words(text: str, language: Language) -> list[_Word]:
    return [
        _Word(
            match["word"].lower(), match.start("word"), match["word"] in language.function_words, bool(match["hyphen"])
        )
        for match in _WORD.finditer(text)
    ]


def _start(words: list[_Word], letters: str) -> int | None:
    """Where the long form of these letters begins that ends with the last word; None if there is none."""
    initials = _shortest(words, letters, most=1)
    return initials if initials is not None else _shortest(words, letters, most=len(letters))


def _shortest(words: list[_Word], letters: str, *, most: int) -> int | None:
    """Where the shortest long form begins if a word gives no more than `most` of the letters."""
    open_letters = {len(letters)} if letters else set()  # how many may still lie to the left
    for word in reversed(words):
        taken = {
            left - count
            for left in open_letters
            for count in range(1, min(most, left) + 1)
            if _gives(word.text, letters[left - count : left])
        }
        if 0 in taken and not word.is_function_word:
            return word.start
        open_letters = taken | open_letters if word.is_function_word or word.follows_hyphen else taken
    return None


def _gives(word: str, letters: str) -> bool:
    """Whether the letters are the word's initial and perhaps further letters of it, in order."""
    rest = iter(word[1:])
    return word[0] == letters[0] and all(letter in rest for letter in letters[1:])
