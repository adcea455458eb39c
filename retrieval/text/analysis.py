"""How does text become terms? One analysis a language, for questions and passages, keeping the place of every word."""

import re
import threading
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from retrieval.text.folding import PART_OF_LETTER, fold
from retrieval.text.forms import FORM, other_forms
from retrieval.text.languages.language import Language
from retrieval.text.mentions import NAMED, named_in
from retrieval.text.scripts import UNSPACED
from retrieval.text.span import Span

Phrase = tuple[str, ...]
"""The terms of a word or phrase, in order."""

_UNSPACED = f"[{UNSPACED}]"
# Signs that belong to the letter before them: accents and vowel points of Latin, Cyrillic, Hebrew and Arabic, the vowel
# signs of the scripts of India, which stand at the same places in each of their blocks of 128 signs, the soft hyphen,
# and what tells how letters are joined.
_SIGNS = (
    r"\u0300-\u036f\u00ad\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
    + "".join(
        f"{chr(block)}-{chr(block + 3)}{chr(block + 0x3A)}-{chr(block + 0x57)}{chr(block + 0x62)}{chr(block + 0x63)}"
        for block in range(0x900, 0xE00, 0x80)
    )
)
_APOSTROPHES = "'’\u05f3\u05f4"
_WORD = re.compile(
    rf"(?:[^\W\d_{UNSPACED}]|(?<!{_UNSPACED}){_UNSPACED})\.(?:[^\W\d_]\.)+"  # initials: U.S.
    rf"|(?<![\w{_SIGNS}])[^\W\d_{UNSPACED}](?:\+\+|\#)(?![\w+#])"  # C++ and F#
    r"|(?<!\w)[vV]\d+(?:\.\d+)+"  # v2.1
    r"|\d+(?:[.,]\d+)*"  # 150,000 and 3.5
    rf"|(?=({_UNSPACED}{{2}})){_UNSPACED}"  # of scripts without spaces every two signs, as is usual
    rf"|(?<!{_UNSPACED}){_UNSPACED}"  # none ends a run alone
    rf"|[^\W\d_{UNSPACED}][^\W_{UNSPACED}]*(?:(?:[{_SIGNS}]|[{_APOSTROPHES}](?=[^\W\d_]))[^\W_{UNSPACED}]*)*"
)
MIN_STEM = 3
"""Letters that are left at least where an ending is cut off."""
REMEMBERED = 200_000
"""Words whose normal form and term are remembered, at some 300 bytes each."""

_POSSESSIVE = re.compile(r"['’]s?$")
_LONE = re.compile(_UNSPACED)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_JOINS = "\u200c\u200d\u00ad"
_WITHOUT_APOSTROPHES = dict.fromkeys(map(ord, _APOSTROPHES))


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
            self._stem[name] = Stemmer.Stemmer(name, 0).stemWord  # words are remembered by `_normal`
        return self._stem[name](word)


_STEMMERS = _Stemmers()


@lru_cache(maxsize=REMEMBERED)
def _normal(surface: str, language: Language) -> tuple[str, str, bool]:
    """The word, its term and whether it is a function word."""
    if surface[0].isdigit() or (surface[0] in "vV" and "." in surface):
        number = unicodedata.normalize("NFKC", surface.lstrip("vV"))
        number = number if number.isascii() else "".join(str(unicodedata.decimal(char, char)) for char in number)
        number = number.replace(",", "" if _THOUSANDS.fullmatch(number) else ".")
        return number, number, False
    if surface[0] == ".":
        word, term, _ = _normal(surface[1:], language)
        return f".{word}", f".{term}", False
    initials = "." in surface
    word = _lowered(surface.replace(".", ""), language)
    is_plain = language.folds_first or language.keeps_accents or _LONE.match(word) is not None
    plain = word if is_plain else fold(word)
    term = _STEMMERS.stem(word, language.stemmer) if language.stemmer else _shortened(plain, language.endings)
    term = term if is_plain else fold(term)
    # "US" is a country, "us" is not; the same holds for IT, WHO and other names in capitals.
    is_name = initials or (len(surface) > 1 and surface.isupper())
    return plain, term, plain in language.function_words and not is_name


def _lowered(surface: str, language: Language) -> str:
    """The word in lower case, as the stemmer of the language wants it."""
    if language.dotless_i:
        surface = surface.replace("I", "ı").replace("İ", "i")
    if language.folds_first:
        word = fold(surface)
    elif _LONE.match(surface):
        return unicodedata.normalize("NFKC", surface)
    else:
        composed = unicodedata.normalize("NFKC", surface).casefold()
        # What is left of marks are accents that no letter has, and vowel points; Indic scripts need theirs.
        word = "".join(
            char for char in composed if unicodedata.combining(char) in PART_OF_LETTER and char not in _JOINS
        )
    if language.inflected_behind_apostrophe:
        word = re.split("['’]", word, maxsplit=1)[0] or word
    elided, apostrophe, rest = word.replace("’", "'").partition("'")
    if apostrophe and rest and elided in language.elisions:
        word = rest
    word = _POSSESSIVE.sub("", word)
    return word.translate(_WITHOUT_APOSTROPHES)


def _shortened(word: str, endings: tuple[str, ...]) -> str:
    """The word without the longest of the endings that leaves as many letters as a word needs."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            return word[: -len(ending)]
    return word


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

    def question(self, text: str) -> list[Token]:
        """The words of a question in order. In scripts without spaces it is cut at the words of its grammar.

        What is left of a single sign there is left out, but for a question of nothing else.
        """
        grammar = self.language.grammar
        if grammar is None:
            return list(self.tokens(text))
        content = list(text)
        for match in grammar.finditer(text):
            content[match.start() : match.end()] = " " * len(match.group())
        cut = list(self.tokens("".join(content)))
        telling = [token for token in cut if len(token.word) > 1 or not _LONE.match(token.word)]
        return telling or cut or list(self.tokens(text))

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

    def term(self, surface: str) -> str:
        """The term of a word that stands alone."""
        return self.normal(surface, shouted=False)[1]

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
        names = set(named_in(text, self.language.function_words, by_capital=not self.language.capitalised_nouns))
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
