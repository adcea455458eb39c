"""How does text become terms? One analysis a language, for questions and passages, keeping the place of every word."""

import re
import threading
import unicodedata
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from retrieval.text.languages.language import Language
from retrieval.text.span import Span

Phrase = tuple[str, ...]
"""The terms of a word or phrase, in order."""

_RANGES = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"  # Japanese, Chinese, Thai
_UNSPACED = f"[{_RANGES}]"
_WORD = re.compile(
    rf"(?:[^\W\d_{_RANGES}]|(?<!{_UNSPACED}){_UNSPACED})\.(?:[^\W\d_]\.)+"  # initials: U.S.
    r"|\d+(?:[.,]\d+)*"  # 150,000 and 3.5
    rf"|(?=({_UNSPACED}{{2}})){_UNSPACED}"  # of scripts without spaces every two signs, as is usual
    rf"|(?<!{_UNSPACED}){_UNSPACED}"  # none ends a run alone
    rf"|[^\W\d_{_RANGES}][^\W_{_RANGES}]*(?:(?:[\u0300-\u036f]|['’](?=[^\W\d_]))[^\W_{_RANGES}]*)*"
)
REMEMBERED = 200_000
"""Words whose normal form and term are remembered, at some 300 bytes each."""

_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text. `word` is it in lower case without accents, `term` its stem: what the index knows it by."""

    term: str
    word: str
    span: Span
    is_function_word: bool


class _Stemmers(threading.local):
    """The stemmers of the thread that asks: one works on the word in its own attributes, so no two may share it."""

    def __init__(self) -> None:
        self._stem: dict[str, Callable[[str], str]] = {"": str}

    def stem(self, word: str, name: str) -> str:
        """What the Snowball stemmer of this name makes of the word; the word itself for the name ""."""
        if name not in self._stem:
            self._stem[name] = snowballstemmer.stemmer(name).stemWord
        return self._stem[name](word)


_STEMMERS = _Stemmers()


@lru_cache(maxsize=REMEMBERED)
def _normal(surface: str, language: Language) -> tuple[str, str, bool]:
    """The word, its term and whether it is a function word."""
    if surface[0].isdigit():
        number = surface.replace(",", "")
        return number, number, False
    initials = "." in surface
    folded = unicodedata.normalize("NFKD", surface.replace(".", "")).casefold()
    word = "".join(c for c in folded if not unicodedata.combining(c))
    word = _POSSESSIVE.sub("", word).replace("'", "").replace("’", "")
    # "US" is a country, "us" is not; the same holds for IT, WHO and other names in capitals.
    is_name = initials or (len(surface) > 1 and surface.isupper())
    return word, _STEMMERS.stem(word, language.stemmer), word in language.function_words and not is_name


class Analysis:
    """Splits texts of one language into tokens. Safe to share between threads."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def tokens(self, text: str, offset: int = 0) -> Iterator[Token]:
        """The words of the text in order; `offset` is added to their places.

        Words of scripts without spaces are pairs of signs, each sharing one with the next; others never overlap.
        """
        shouted = text.isupper()
        for surface, (start, end) in zip(*surfaces(text), strict=True):
            word, term, is_function_word = self.normal(surface, shouted=shouted)
            if word:
                yield Token(term, word, Span(start + offset, end + offset), is_function_word)

    def terms(self, text: str) -> list[str]:
        """The terms of the text in order, without function words."""
        shouted = text.isupper()
        found = (self.normal(surface, shouted=shouted) for surface in surfaces(text)[0])
        return [term for word, term, is_function_word in found if word and not is_function_word]

    def places(self, text: str, terms: Container[str], offset: int = 0) -> Iterator[Span]:
        """Where words with one of the terms stand, function words too; `offset` is added to their places."""
        shouted = text.isupper()
        for surface, (start, end) in zip(*surfaces(text), strict=True):
            word, term, _ = self.normal(surface, shouted=shouted)
            if term in terms and word:
                yield Span(start + offset, end + offset)

    def normal(self, surface: str, *, shouted: bool) -> tuple[str, str, bool]:
        """A word as it stands in a text: in its normal form, which may be "", its term, and whether it tells nothing.

        It is `shouted` in a text without small letters.
        """
        return _normal(surface.lower() if shouted else surface, self.language)


class Analyzer:
    """The analysis of every language. One serves questions and passages, so that both speak of the same terms."""

    def __init__(self) -> None:
        self._of: dict[str, Analysis] = {}

    def of(self, language: Language) -> Analysis:
        """The analysis of this language."""
        found = self._of.get(language.code)
        return found or self._of.setdefault(language.code, Analysis(language))


def surfaces(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of the text as they stand there, and their places."""
    matches = list(_WORD.finditer(text))
    return [m[m.lastindex or 0] for m in matches], [m.span(m.lastindex or 0) for m in matches]
