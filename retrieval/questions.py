"""What does a question ask for? Its words as terms of the corpus, typing errors mended by the corpus's own words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.analysis import Analyzer, Token
from retrieval.words import AUTHORSHIP, CONVERSATION

MIN_MENDED = 5
"""Shortest word, in letters, that is taken for a typing error; a name may have one less."""
TWO_EDITS = 8
"""Length, in letters, from which two edits may lie between what was typed and what was meant."""
MENDED_WEIGHT = 0.8


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of the question and the terms of the corpus that stand for it, the likelier the heavier (0 to 1).

    `variants` is empty for a word that stands nowhere in the corpus. `is_name` holds for names and numbers.
    """

    word: str
    variants: Mapping[str, float]
    is_name: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the index understands it. `terms` is empty where it has only function words."""

    text: str
    terms: tuple[QueryTerm, ...]
    asks_author: bool
    is_chat: bool


class Vocabulary:
    """The words of a corpus: their terms, how often they stand there, and which are names."""

    def __init__(self, texts: Iterable[str], analyzer: Analyzer) -> None:
        count: Counter[str] = Counter()
        capital: Counter[str] = Counter()
        self._terms: dict[str, str] = {}
        for text in texts:
            for token in analyzer.tokens(text):
                if not token.is_function_word:
                    count[token.word] += 1
                    capital[token.word] += text[token.span.start].isupper()
                    self._terms[token.word] = token.term
        self._names = {word for word, n in capital.items() if n == count[word]}
        # Word forms and stems: "widthdraw" is nearer to the stem of "withdrawing" than to the word.
        self._forms = {**{term: term for term in self._terms.values()}, **self._terms}
        self._known = set(self._terms.values())

    @property
    def spellings(self) -> Mapping[str, str]:
        """Every word of the corpus, as it is spelt there, with its term."""
        return self._terms

    def variants(self, token: Token) -> dict[str, float]:
        """The terms of the corpus that a word of a question stands for; {} if there is none."""
        if token.term in self._known:
            return {token.term: 1.0}
        near = {self._forms[form] for form in self._near(token.word)}
        return dict.fromkeys(sorted(near), MENDED_WEIGHT)

    def _near(self, word: str) -> list[str]:
        """The forms of the corpus that may have been meant: the nearest, all with the same first letter."""
        if len(word) < MIN_MENDED - 1 or any(char.isdigit() for char in word):
            return []
        edits = 2 if len(word) >= TWO_EDITS else 1
        found = process.extract(word, self._forms.keys(), scorer=OSA.distance, score_cutoff=edits, limit=20)
        near = [
            (distance, form)
            for form, distance, _ in found
            if form[0] == word[0] and (len(word) >= MIN_MENDED or (form in self._names and len(form) >= MIN_MENDED))
        ]
        best = min((distance for distance, _ in near), default=0)
        return [form for distance, form in near if distance == best]


def understand(question: str, vocabulary: Vocabulary, analyzer: Analyzer) -> Query:
    """The question in terms of the corpus."""
    tokens = list(analyzer.tokens(question))
    terms: dict[str, QueryTerm] = {}
    for token in tokens:
        if token.is_function_word or token.term in terms:
            continue
        first = question[token.span.start]
        is_name = first.isdigit() or (first.isupper() and token is not tokens[0])
        terms[token.term] = QueryTerm(token.word, vocabulary.variants(token), is_name)
    return Query(
        question,
        tuple(terms.values()),
        asks_author=any(token.word in AUTHORSHIP for token in tokens),
        is_chat=all(token.word in CONVERSATION or token.is_function_word for token in tokens),
    )
