"""Which words of the documents may a mistyped one mean? Only a word that the language has not is mended."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.text.analysis import Analysis, Phrase
from retrieval.text.languages.language import Language
from retrieval.text.word_list import is_spelling, is_word

MENDED_WEIGHT, GUESSED_WEIGHT = 0.95, 0.8
"""What a word counts that was plainly meant, and what each of several counts that may have been, 0 to 1. At 0.8 for
both, one typing error in each of 569 questions costs 18 first excerpts, at 0.95 about 10."""
MIN_PART, MIN_JOINED = 2, 5
"""Least letters of each of two words that were typed as one, and of both together; "wifi" is known otherwise."""
MAX_MISTYPED = 64
"""Letters of a mistyped word, at most: longer ones are none, and to take them apart would take long."""
MIN_MISTYPED = 5
"""Letters of the shortest function word that a mistyped one is taken for; shorter ones are near any name."""


class Words(Protocol):
    """The words that the documents use, as `Vocabulary` knows them."""

    def knows(self, phrase: Phrase) -> bool:
        """Whether all terms stand in the corpus."""
        ...

    def near(self, word: str) -> Sequence[str]:
        """The words or stems that may have been meant by a mistyped one."""
        ...

    def term_of(self, form: str) -> str:
        """The term of such a word or stem."""
        ...


def corrections(word: str, vocabulary: Words, analysis: Analysis) -> dict[Phrase, float]:
    """What a word that the documents lack may stand for there, each with its weight; {} if it is spelled right.

    A spelling of one country may stand for that of another, and for nothing else.
    """
    code = analysis.language.code
    if len(word) > MAX_MISTYPED:
        return {}
    if is_word(word, code):
        return {}
    near = vocabulary.near(word)
    if is_spelling(word, code):
        near = [form for form in near if is_spelling(form, code)]
    if near:
        meant = dict.fromkeys((vocabulary.term_of(form),) for form in near)
        return dict.fromkeys(meant, MENDED_WEIGHT if len(meant) == 1 else GUESSED_WEIGHT)
    return next(_apart(word, vocabulary, analysis), {})


def is_mistyped_function_word(word: str, language: Language) -> bool:
    """Whether a word that the documents lack is one letter from a function word, and no word itself: "wher"."""
    if len(word) < MIN_MISTYPED - 1 or is_word(word, language.code) or is_spelling(word, language.code):
        return False
    return process.extractOne(word, _long(language), scorer=OSA.distance, score_cutoff=1) is not None


@cache
def _long(language: Language) -> tuple[str, ...]:
    """The function words that are long enough to be mistyped."""
    return tuple(known for known in language.function_words if len(known) >= MIN_MISTYPED)


def _apart(word: str, vocabulary: Words, analysis: Analysis) -> Iterator[dict[Phrase, float]]:
    """The word as two of the documents' that were typed as one, those of like length first."""
    if len(word) < MIN_JOINED or not word.isalpha():
        return
    for at in sorted(range(MIN_PART, len(word) - MIN_PART + 1), key=lambda at: abs(2 * at - len(word))):
        terms: list[str] = []
        for part in (word[:at], word[at:]):
            tokens = list(analysis.tokens(part))
            if len(tokens) != 1 or not (
                tokens[0].is_function_word or (len(part) > MIN_PART and vocabulary.knows((tokens[0].term,)))
            ):
                break
            terms += [] if tokens[0].is_function_word else [tokens[0].term]
        else:
            if terms:
                yield {tuple(terms): MENDED_WEIGHT}
