"""How does text become terms? One analysis a language, for questions and passages, keeping the place of every word."""

import re
import threading
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from retrieval.text.forms import FORM, other_forms
from retrieval.text.languages.language import Language
from retrieval.text.mentions import NAMED, named_in
from retrieval.text.span import Span

Phrase = tuple[str, ...]
"""The terms of a word or phrase, in order."""

_RANGES = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"  # Japanese, Chinese, Thai
_UNSPACED = f"[{_RANGES}]"
_SIGNS = r"\u0300-\u036f\u00ad"  # accents that stand alone, and the soft hyphen
_WORD = re.compile(
    rf"(?:[^\W\d_{_RANGES}]|(?<!{_UNSPACED}){_UNSPACED})\.(?:[^\W\d_]\.)+"  # initials: U.S.
    rf"|(?<![\w{_SIGNS}])[^\W\d_{_RANGES}](?:\+\+|\#)(?![\w+#])"  # C++ and F#
    r"|(?<!\w)[vV]\d+(?:\.\d+)+"  # v2.1
    r"|\d+(?:[.,]\d+)*"  # 150,000 and 3.5
    rf"|(?=({_UNSPACED}{{2}})){_UNSPACED}"  # of scripts without spaces every two signs, as is usual
    rf"|(?<!{_UNSPACED}){_UNSPACED}"  # none ends a run alone
    rf"|[^\W\d_{_RANGES}][^\W_{_RANGES}]*(?:(?:[{_SIGNS}]|['’](?=[^\W\d_]))[^\W_{_RANGES}]*)*"
)
REMEMBERED = 200_000
"""Words whose normal form and term are remembered, at some 300 bytes each."""

_POSSESSIVE = re.compile(r"['’]s?$")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "\xad": None}
)
"""Letters that are no others with an accent, in letters that any keyboard has; a soft hyphen is none."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text. `word` is it in lower case without accents, `term` its stem: what the index knows it by.

    `is_form` holds for another form of the words that stand at the same place, see `retrieval.text.forms`.
    """

    term: str
    word: str
    span: Span
    is_function_word: bool
    is_form: bool = False


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
    if surface[0].isdigit() or (surface[0] in "vV" and "." in surface):
        number = unicodedata.normalize("NFKC", surface.lstrip("vV"))
        number = number.replace(",", "" if _THOUSANDS.fullmatch(number) else ".")
        return number, number, False
    if surface[0] == ".":
        word, term, _ = _normal(surface[1:], language)
        return f".{word}", f".{term}", False
    initials = "." in surface
    folded = unicodedata.normalize("NFKD", surface.replace(".", "")).casefold()
    word = "".join(c for c in folded.translate(_LETTERS) if not unicodedata.combining(c))
    word = _POSSESSIVE.sub("", word).replace("'", "").replace("’", "")
    # "US" is a country, "us" is not; the same holds for IT, WHO and other names in capitals.
    is_name = initials or (len(surface) > 1 and surface.isupper())
    return word, _STEMMERS.stem(word, language.stemmer), word in language.function_words and not is_name


class Analysis:
    """Splits texts of one language into tokens. Safe to share between threads."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def tokens(self, text: str, offset: int = 0) -> Iterator[Token]:
        """The words of the text in order, each with its other forms behind it; `offset` is added to their places.

        Words of scripts without spaces are pairs of signs, each sharing one with the next; others never overlap.
        """
        shouted = text.isupper()
        for surface, (start, end) in zip(*self.surfaces(text), strict=True):
            word, term, is_function_word = self.normal(surface, shouted=shouted)
            if word:
                span = Span(start + offset, end + offset)
                yield Token(term, word, span, is_function_word, surface.startswith(FORM))

    def terms(self, text: str) -> list[str]:
        """The terms of the text in order, without function words and without other forms."""
        return [token.term for token in self.tokens(text) if not token.is_function_word and not token.is_form]

    def all_terms(self, text: str) -> tuple[list[str], int]:
        """The terms of the text in order, without function words, with other forms; and how many are such forms."""
        found = [token for token in self.tokens(text) if not token.is_function_word]
        return [token.term for token in found], sum(token.is_form for token in found)

    def places(self, text: str, terms: Container[str], offset: int = 0) -> Iterator[Span]:
        """Where words with one of the terms stand, function words too; `offset` is added to their places."""
        shouted = text.isupper()
        for surface, (start, end) in zip(*self.surfaces(text), strict=True):
            word, term, _ = self.normal(surface, shouted=shouted)
            if term in terms and word:
                yield Span(start + offset, end + offset)

    def normal(self, surface: str, *, shouted: bool) -> tuple[str, str, bool]:
        """A word as `surfaces` gives it: in its normal form, which may be "", its term, and whether it tells nothing.

        It is `shouted` in a text without small letters.
        """
        if surface.startswith(NAMED):
            word, term, _ = _normal(surface.removeprefix(NAMED), self.language)
            return word, term, False
        surface = surface.removeprefix(FORM)
        return _normal(surface.lower() if shouted else surface, self.language)

    def surfaces(self, text: str) -> tuple[list[str], list[tuple[int, int]]]:
        """The words of the text as they stand there, and their places.

        Behind the sign FORM come other forms of them, and behind the sign NAMED function words that are names there.
        """
        matches = list(_WORD.finditer(text))
        said = [m[m.lastindex or 0] for m in matches]
        places = [m.span(m.lastindex or 0) for m in matches]
        names = set(named_in(text, self.language.function_words))
        if names:
            said = [NAMED + word if start in names else word for word, (start, _) in zip(said, places, strict=True)]
        return _with_forms(said, places, list(other_forms(text)))


class Analyzer:
    """The analysis of every language. One serves questions and passages, so that both speak of the same terms."""

    def __init__(self) -> None:
        self._of: dict[str, Analysis] = {}

    def of(self, language: Language) -> Analysis:
        """The analysis of this language."""
        found = self._of.get(language.code)
        return found or self._of.setdefault(language.code, Analysis(language))


def _with_forms(
    said: list[str], places: list[tuple[int, int]], forms: list[tuple[str, int, int]]
) -> tuple[list[str], list[tuple[int, int]]]:
    """Words and their places, with each of the forms behind the last word that ends where it does or before."""
    ends = [end for _, end in places]
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for form, start, end in forms:
        behind = bisect_right(ends, end, at)
        words += said[at:behind]
        spans += places[at:behind]
        words.append(FORM + form)
        spans.append((start, end))
        at = behind
    return words + said[at:], spans + places[at:]
