"""How does text become terms? The one analyzer for questions and passages, keeping the place of every word."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from retrieval.documents import Span
from retrieval.words import FUNCTION_WORDS

_UNSPACED = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]"  # Japanese, Chinese, Thai
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # initials: U.S.
    r"|\d+(?:[.,]\d+)*"  # 150,000 and 3.5
    rf"|{_UNSPACED}{{2}}|{_UNSPACED}"
    rf"|(?:(?!{_UNSPACED})[^\W\d_])(?:(?!{_UNSPACED})[^\W_]|[\u0300-\u036f]|['’](?=[^\W\d_]))*"
)
_PAIR = re.compile(rf"{_UNSPACED}{{2}}")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text. `word` is it in lower case without accents, `term` its stem: what the index knows it by."""

    term: str
    word: str
    span: Span
    is_function_word: bool


_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=200_000)
def _normal(surface: str) -> tuple[str, str, bool]:
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
    return word, str(_STEMMER.stemWord(word)), word in FUNCTION_WORDS and not is_name


class Analyzer:
    """Splits text into tokens. The same object serves questions and passages, so both speak of the same terms."""

    def tokens(self, text: str, offset: int = 0) -> Iterator[Token]:
        """The words of the text in order; `offset` is added to their places.

        Words of scripts without spaces are pairs of signs, each sharing one with the next; others never overlap.
        """
        shouted = text.isupper()
        at = 0
        while match := _WORD.search(text, at):
            word, term, is_function_word = _normal(match.group().lower() if shouted else match.group())
            if word:
                yield Token(term, word, Span(match.start() + offset, match.end() + offset), is_function_word)
            # Of scripts without spaces every two signs are a word, as is usual; pairs overlap, none ends a run alone.
            at = match.end()
            if _PAIR.fullmatch(match.group()) and _PAIR.match(text, at - 1):
                at -= 1

    def terms(self, text: str) -> list[str]:
        """The terms of the text in order, without function words."""
        return [token.term for token in self.tokens(text) if not token.is_function_word]
