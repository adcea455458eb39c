"""Which words of the documents may a mistyped one mean? Only a word that no language has is mended."""

from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.index.vocabulary import Vocabulary
from retrieval.synonyms.thesaurus import Phrase
from retrieval.text.analysis import Analyzer
from retrieval.text.languages.english import FUNCTION_WORDS
from retrieval.text.languages.word_list import is_spelling, is_word

MENDED_WEIGHT = 0.8
"""What a word counts that may have been meant, 0 to 1."""
MIN_PARTS = (2, 5)
"""Least letters of each of two words that were typed as one, and of both together; "wifi" is known otherwise."""
MIN_MISTYPED = 5
"""Letters of the shortest function word that a mistyped one is taken for; shorter ones are near any name."""
_FUNCTION_WORDS = [word for word in sorted(FUNCTION_WORDS) if len(word) >= MIN_MISTYPED]


def corrections(word: str, vocabulary: Vocabulary, analyzer: Analyzer) -> dict[Phrase, float]:
    """What a word that the documents lack may stand for there, each with its weight; {} if it is spelled right.

    A spelling of one country may stand for that of another, and for nothing else.
    """
    if is_word(word):
        return {}
    if is_spelling(word):
        near = [form for form in vocabulary.near(word) if is_spelling(form)]
    else:
        near = vocabulary.near(word)
    if near:
        return {(vocabulary.term_of(form),): MENDED_WEIGHT for form in near}
    return next(_apart(word, vocabulary, analyzer), {})


def is_mistyped_function_word(word: str) -> bool:
    """Whether a word that the documents lack is one letter from a function word, and no word itself: "wher"."""
    if len(word) < MIN_MISTYPED - 1 or is_word(word) or is_spelling(word):
        return False
    return process.extractOne(word, _FUNCTION_WORDS, scorer=OSA.distance, score_cutoff=1) is not None


def _apart(word: str, vocabulary: Vocabulary, analyzer: Analyzer) -> Iterator[dict[Phrase, float]]:
    """The word as two of the documents' that were typed as one, those of like length first."""
    least, together = MIN_PARTS
    if len(word) < together or not word.isalpha():
        return
    for at in sorted(range(least, len(word) - least + 1), key=lambda at: abs(2 * at - len(word))):
        terms: list[str] = []
        for part in (word[:at], word[at:]):
            (token, *others) = analyzer.tokens(part)
            if others or not (token.is_function_word or (len(part) > 2 and vocabulary.knows((token.term,)))):
                break
            terms += [] if token.is_function_word else [token.term]
        else:
            if terms:
                yield {tuple(terms): MENDED_WEIGHT}
