"""What does a question ask for? Its words as terms of the corpus, typing errors mended by the corpus's own words.

After another question its own words come first, and those of the one before count less.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from retrieval.documents.labels import label_term
from retrieval.index.vocabulary import Vocabulary
from retrieval.query.answer_types import Kind, wanted
from retrieval.synonyms.thesaurus import Synonyms
from retrieval.text.analysis import Analyzer, Phrase, Token
from retrieval.text.detection import language_of

MENDED_WEIGHT = 0.8
NAME_WEIGHT = 1.2
"""What a name or number in the question counts against another word. Measured: +0.3 points of AUROC."""
LABEL_WEIGHT = 1.5
"""What a number counts where something goes by it ("rule 7"), against the same number in a text. Without labels, 2
questions of 298 to documentation and communities are lost at hit@1."""
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})*")
EARLIER_WEIGHT = 0.4
"""How much a word of an earlier question counts beside a word of the question itself, above 0 and below 1."""


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word or phrase of the question and what stands for it in the corpus, each with its weight (0 to 1.2).

    `own` is what was asked for, if the corpus has it. `variants` holds it and what means the same or may have been
    meant; it is empty for a word that stands nowhere in the corpus. `is_name` holds for names and numbers. `share` is
    how much of it is expected to match, 0 to 1: less than 1 for a word that is only carried over.
    """

    word: str
    own: Phrase | None
    variants: Mapping[Phrase, float]
    is_name: bool
    share: float = 1.0

    @property
    def is_carried(self) -> bool:
        """Whether it stems from the question before."""
        return self.share < 1


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the index understands it.

    `terms` are its words in order without repetition; empty where it has only function words. `phrases` are pairs of
    positions in `terms` that follow each other in the question. `words` are all its words in lower case.
    """

    text: str
    terms: tuple[QueryTerm, ...]
    phrases: frozenset[tuple[int, int]]
    words: frozenset[str]
    kind: Kind
    asks_author: bool
    is_talk: bool

    @property
    def parts(self) -> frozenset[str]:
        """All terms that stand for a word of the question."""
        return frozenset(part for term in self.terms for variant in term.variants for part in variant)


def understand(question: str, vocabulary: Vocabulary, synonyms: Synonyms, analyzer: Analyzer) -> Query:
    """The question in terms of the corpus."""
    language = language_of(question)
    tokens = list(analyzer.of(language).tokens(question))
    content = [token for token in tokens if not token.is_function_word]
    terms: dict[Phrase, QueryTerm] = {}
    order: list[int] = []
    while content:
        length = _phrase_length(content, synonyms)
        said, content = content[:length], content[length:]
        phrase = tuple(token.term for token in said)
        if phrase not in terms:
            first = question[said[0].span.start]
            is_name = first.isdigit() or (first.isupper() and said[0] is not tokens[0])
            terms[phrase] = _term(phrase, " ".join(token.word for token in said), is_name, vocabulary, synonyms)
        order.append(list(terms).index(phrase))
    words = [token.word for token in tokens]
    return Query(
        question,
        tuple(terms.values()),
        frozenset(pairwise(order)),
        frozenset(words),
        wanted(words, language),
        asks_author=language.authorship.is_asked_by(frozenset(words)),
        is_talk=all(token.word in language.conversation or token.is_function_word for token in tokens),
    )


def with_earlier(query: Query, earlier: Query) -> Query:
    """The question with what it lacks of the earlier one. Words of the earlier one that stand nowhere are left out."""
    own = {variant for term in query.terms for variant in term.variants}
    words = {term.word for term in query.terms}
    taken = tuple(
        replace(
            term,
            variants={variant: weight * EARLIER_WEIGHT for variant, weight in term.variants.items()},
            is_name=False,
            share=EARLIER_WEIGHT,
        )
        for term in earlier.terms
        if term.variants and term.word not in words and own.isdisjoint(term.variants)
    )
    return replace(query, terms=(*query.terms, *taken), is_talk=query.is_talk and not taken)


def _phrase_length(content: Sequence[Token], synonyms: Synonyms) -> int:
    """How many of the first words are one phrase that has synonyms; 1 if none is."""
    for length in range(min(synonyms.longest, len(content)), 1, -1):
        if synonyms.of(tuple(token.term for token in content[:length])):
            return length
    return 1


def _term(phrase: Phrase, word: str, is_name: bool, vocabulary: Vocabulary, synonyms: Synonyms) -> QueryTerm:
    own = phrase if vocabulary.knows(phrase) else None
    variants = {phrase: 1.0} if own else {}
    variants |= {other: weight for other, weight in synonyms.of(phrase).items() if vocabulary.knows(other)}
    if not variants:
        variants = {(term,): MENDED_WEIGHT for term in sorted(vocabulary.mended(word))}
    heavier = NAME_WEIGHT if is_name else 1.0
    if own and _NUMBER.fullmatch(word):
        variants[(label_term(word),)] = LABEL_WEIGHT / heavier
    return QueryTerm(word, own, {variant: weight * heavier for variant, weight in variants.items()}, is_name)
