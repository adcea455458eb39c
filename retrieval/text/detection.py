"""Which language is a text written in? Told by its script, and where several share one by their function words.

Small and sure rather than complete: what shows too little of any language counts as what it is thought to be.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from retrieval.text.folding import fold
from retrieval.text.languages import DEFAULT, LANGUAGES, UNKNOWN
from retrieval.text.languages.language import Language

LOOKED_AT = 400
"""Words of a text that are looked at."""

MEAN_LENGTH = 16
"""Characters in which a word stands at most on average, for looking at the beginning of a long text alone."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What it takes to call a text by a language.

    So many different function words of it must stand there that the language which the text is thought to be in has
    not, such a share of all words must be function words of it (by the short lists that are known running text has 0.25
    and more, a table of names almost none), and so many times as much must speak for it as for the other.
    """

    words: int
    share: float
    ahead: float


TEXT = Proof(3, 0.12, 1.25)
SECTION = Proof(5, 0.2, 2.0)
"""For a part of a text to be in another language than the whole."""
QUESTION = Proof(1, 0.0, 1.25)
"""For a question, which has few words, to be in another of the languages that the documents are in."""

SMALL = 0.75
"""What a word counts for a language of few texts that has a near relative with many."""
OWN_SCRIPT = 0.3
"""Share of the letters that a script other than Latin needs: its texts hold Latin names and addresses, but seldom the
other way round."""

SIGN = 3
"""Letters that a sign of a script counts for whose words are a sign or two."""
MIN_KANA = 0.05
"""Share of hiragana and katakana beside Chinese characters from which a text is Japanese; it has a half and more."""

_WORD = re.compile(r"[^\W\d_]+")
_OF_SIGNS = ("CJK", "HIRAGANA", "HANGUL")
_SAME_SCRIPT = {"KATAKANA": "HIRAGANA"}


def language_of(
    text: str, thought: Language = DEFAULT, among: Collection[Language] = (), proof: Proof = TEXT
) -> Language:
    """The language of the text; the one that it is `thought` to be in where it shows too little of another one.

    `among` are all that it can be, if not any.
    """
    words = Counter(_first_words(text))
    script = _script(words)
    if script is None:
        return thought
    possible = [language for language in _written_in(script) if not among or language in among]
    if not possible:
        return thought if among else UNKNOWN
    likely = thought if thought in possible or thought is UNKNOWN else possible[0]
    found = {word: codes for word in words if (codes := _speaking(script).get(_plain(word)))}
    votes: dict[str, float] = {}
    for word, codes in found.items():
        for code in codes:
            votes[code] = votes.get(code, 0.0) + words[word] / len(codes)
    for language in possible:
        if language.is_small:
            votes[language.code] = SMALL * votes.get(language.code, 0.0)
    best = max(possible, key=lambda language: (votes.get(language.code, 0.0), language is likely))
    own = [word for word, codes in found.items() if best.code in codes]
    is_sure = (
        sum(likely.code not in found[word] for word in own) >= proof.words
        and sum(words[word] for word in own) >= proof.share * words.total()
        and votes.get(best.code, 0.0) >= proof.ahead * votes.get(likely.code, 0.0)
    )
    return best if is_sure else likely


def _first_words(text: str) -> list[str]:
    """The words that are looked at, folded for comparison."""
    most = LOOKED_AT * MEAN_LENGTH
    found = _WORD.findall(text, 0, most) if len(text) > most else _WORD.findall(text)
    if len(found) < LOOKED_AT < len(text) // MEAN_LENGTH:  # a table, or code, of few letters
        found = [match.group() for match, _ in zip(_WORD.finditer(text), range(LOOKED_AT), strict=False)]
    return " ".join(found[:LOOKED_AT]).casefold().split()


def _plain(word: str) -> str:
    return word if word.isascii() else fold(word)


@cache
def _written_in(script: str) -> tuple[Language, ...]:
    """The languages of the script, the usual one first."""
    found = (language for language in LANGUAGES.values() if script in language.scripts)
    return tuple(sorted(found, key=lambda language: not language.is_usual))


@cache
def _speaking(script: str) -> Mapping[str, tuple[str, ...]]:
    """The languages of the script that have each function word."""
    found: dict[str, list[str]] = {}
    for language in _written_in(script):
        for word in language.function_words:
            if len(word) > 1:  # single letters stand in lists and in code as well
                found.setdefault(fold(word), []).append(language.code)
    return {word: tuple(codes) for word, codes in found.items()}


def _script(words: Mapping[str, int]) -> str | None:
    """The script of most letters, with a lower bar for any other than Latin; None without letters."""
    if not words:
        return None
    joined = "".join(words)
    if joined.isascii():
        return "LATIN"
    letters: Counter[str] = Counter()
    for char, count in Counter(joined).items():
        script = "LATIN" if char.isascii() else _script_of(char)
        letters[script] += count * (SIGN if script in _OF_SIGNS else 1)
    others = Counter({script: n for script, n in letters.items() if script != "LATIN"})
    if others.total() < OWN_SCRIPT * letters.total():
        return "LATIN"
    if others["HIRAGANA"] >= MIN_KANA * (others["CJK"] + others["HIRAGANA"]) > 0:
        return "HIRAGANA"
    return others.most_common(1)[0][0]


@lru_cache(maxsize=50_000)
def _script_of(char: str) -> str:
    name = unicodedata.name(char, "?").split()[0]
    return _SAME_SCRIPT.get(name, name)
