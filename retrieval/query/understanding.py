"""What does a question ask for? Its words as terms of the corpus, typing errors mended by the corpus's own words.

After another question its own words come first, and those of the one before count less.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from retrieval.documents.labels import label_term
from retrieval.index.vocabulary import Vocabulary
from retrieval.query.answer_types import Kind, asking, wanted
from retrieval.query.corrections import corrections, is_mistyped_function_word
from retrieval.query.items import Item, items, named_by_order
from retrieval.query.noise import is_courtesy, without_noise
from retrieval.synonyms.thesaurus import Synonyms
from retrieval.text.analysis import Analysis, Analyzer, Phrase, Token
from retrieval.text.detection import QUESTION, language_of
from retrieval.text.languages import DEFAULT
from retrieval.text.languages.language import Language

MAX_MENDED = 20
"""Words of one question that are looked at for typing errors, the first ones that the documents lack."""
WEAK = 0.4
"""What a word counts that asks, such as "long" behind "how": where the documents have it, it may tell, and where they
do not, nothing is missing."""
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
    how much of it is expected to match, 0 to 1: less than 1 for a word that only asks, and for one that `is_carried`
    over from the question before.
    """

    word: str
    own: Phrase | None
    variants: Mapping[Phrase, float]
    is_name: bool
    share: float = 1.0
    is_carried: bool = False


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


def language_asked(question: str, vocabulary: Vocabulary) -> Language:
    """The language of the question, one of those that the corpus is written in."""
    main, *others = vocabulary.languages
    return language_of(question, main, vocabulary.languages, QUESTION) if others else main


def understand(
    question: str, vocabulary: Vocabulary, synonyms: Synonyms, analyzer: Analyzer, *, mends: bool = True
) -> Query:
    """The question in terms of the corpus. A word counts as well in the other languages that the corpus has.

    What was mistyped is taken for what may have been meant, if it `mends`.
    """
    language = language_asked(question, vocabulary)
    analysis = analyzer.of(language)
    heard = without_noise(question)
    tokens = analysis.question(heard)
    words = [token.word for token in tokens if not token.is_form]
    found = items(heard, tokens, vocabulary.knows, analysis)
    others = [analyzer.of(other) for other in vocabulary.languages if other is not language]
    wording = _Wording(
        vocabulary, synonyms, [analysis, *others], _Names(heard, found, language), MAX_MENDED if mends else 0
    )
    terms, order = wording.terms(_topics(found, vocabulary, synonyms, language))
    if not any(term.variants for term in terms):  # nothing else is left: function words as far as they are named
        named = [item for item in found if vocabulary.knows(item.terms)]
        if named:
            terms, order = wording.terms([i for i in found if i in named or not i.is_function_word])
    return Query(
        question,
        terms,
        frozenset(pairwise(order)),
        frozenset(words),
        wanted(heard, words, language),
        asks_author=language.authorship.is_asked_by(frozenset(words)),
        is_talk=not terms or is_courtesy(question) or _is_talk(tokens, language),
    )


def with_earlier(query: Query, earlier: Query, weight: float = EARLIER_WEIGHT) -> Query:
    """The question with what it lacks of the earlier one, whose words count so much beside its own, from 0 to 1.

    Words of the earlier one that stand nowhere are left out.
    """
    own = {variant for term in query.terms for variant in term.variants}
    words = {term.word for term in query.terms}
    taken = tuple(
        replace(
            term,
            variants={variant: weight * given for variant, given in term.variants.items()},
            is_name=False,
            share=weight * term.share,
            is_carried=True,
        )
        for term in earlier.terms
        if term.variants and term.word not in words and own.isdisjoint(term.variants)
    )
    return replace(query, terms=(*query.terms, *taken), is_talk=query.is_talk and not taken)


def _is_talk(tokens: Sequence[Token], language: Language) -> bool:
    """Whether the words greet or thank, in a language whose courtesy is known by nothing but them."""
    if language is DEFAULT:
        return False
    return all(token.word in language.conversation or token.is_function_word for token in tokens)


def _topics(found: Sequence[Item], vocabulary: Vocabulary, synonyms: Synonyms, language: Language) -> list[Item]:
    """The items that a question is about: its content words, and function words that stand there as names."""
    words = [item.word for item in found]
    known = {at for at, item in enumerate(found) if vocabulary.knows(item.terms)}
    named = named_by_order(words, language)
    shares: dict[int, float] = {}
    for at in asking(words, language):
        tells = at in known or any(map(vocabulary.knows, synonyms.of(found[at].terms)))
        shares[at] = WEAK if tells and words[at] not in language.asking.silent else 0.0
    for at, item in enumerate(found):
        if item.is_function_word:
            shares[at] = 1.0 if at in named and at in known else 0.0
        elif at not in known and (words[at] in language.chatter or is_mistyped_function_word(words[at], language)):
            shares[at] = 0.0
    return [replace(item, share=shares.get(at, 1.0)) for at, item in enumerate(found) if shares.get(at, 1.0)]


class _Names:
    """Which items of a question are names or numbers. In capitals throughout, or as a heading, it tells of none."""

    def __init__(self, question: str, found: Sequence[Item], language: Language) -> None:
        self._question = question
        self._language = language
        self._first = found[0].start if found else 0
        others = [item for item in found if item.start != self._first and question[item.start].isalpha()]
        small = sum(question[item.start].islower() for item in others if item.is_function_word or len(item.word) > 3)
        self._is_heading = question.isupper() or (len(others) > 1 and not small)

    def written(self, token: Token) -> str:
        """The word as it stands in the question."""
        return token.span.of(self._question)

    def has(self, item: Item) -> bool:
        first = self._question[item.start]
        if self._language.capitalised_nouns:
            surface = item.said[0].span.of(self._question)
            return first.isdigit() or (len(surface) > 1 and surface.isupper() and not self._is_heading)
        return first.isdigit() or (first.isupper() and item.start != self._first and not self._is_heading)

    def goes_by(self, number: Item) -> bool:
        """Whether something goes by the number ("rule 7", "§ 3"), so that it is no amount ("7 days", "in 7")."""
        before = re.search(r"([^\W\d_]*)([\s#§.]*)$", self._question[: number.start])
        behind = re.match(r"[\s-]+([^\W\d_]+)", self._question[number.said[-1].span.end :])
        if before is None or not before[2].isspace() or before[1].casefold() in self._language.numbered:
            return True
        tells = (found[1].casefold() not in self._language.function_words for found in (before, behind) if found)
        return next(tells) and not next(tells, False)


class _Wording:
    """What the items of a question are in the words of the corpus."""

    def __init__(
        self, vocabulary: Vocabulary, synonyms: Synonyms, analyses: Sequence[Analysis], names: _Names, may_mend: int
    ) -> None:
        """`analyses` are those of the languages of the corpus, that of the question first; it mends so many words."""
        self._vocabulary = vocabulary
        self._synonyms = synonyms
        self._analysis, *self._others = analyses
        self._names = names
        self._may_mend = may_mend

    def terms(self, content: Sequence[Item]) -> tuple[tuple[QueryTerm, ...], list[int]]:
        """The items as terms without repetition, and the place of each item's term among them."""
        found: list[QueryTerm] = []
        places: dict[Phrase, int] = {}
        order: list[int] = []
        at = 0
        while at < len(content):
            length = self._phrase_length(content, at)
            said = content[at : at + length]
            phrase = tuple(term for item in said for term in item.terms)
            if phrase not in places:
                places[phrase] = len(found)
                found.append(self._term(phrase, said))
            order.append(places[phrase])
            at += length
        return tuple(found), order

    def _phrase_length(self, content: Sequence[Item], at: int) -> int:
        """How many of the items from there on are one phrase that has synonyms; 1 if none is."""
        for length in range(min(self._synonyms.longest, len(content) - at), 1, -1):
            if self._synonyms.of(tuple(term for item in content[at : at + length] for term in item.terms)):
                return length
        return 1

    def _term(self, phrase: Phrase, said: Sequence[Item]) -> QueryTerm:
        word, share = " ".join(item.word for item in said), max(item.share for item in said)
        others = {**self._synonyms.of(phrase), **(said[0].others if len(said) == 1 else {})}
        variants = {other: weight for other, weight in others.items() if self._vocabulary.knows(other)}
        known = [form for form in (phrase, *self._elsewhere(said)) if self._vocabulary.knows(form)]
        variants |= dict.fromkeys(known, 1.0)
        own = known[0] if known else None
        if not variants and len(said[0].said) == 1 and self._may_mend > 0:
            self._may_mend -= 1
            variants = corrections(word, self._vocabulary, self._analysis)
        is_name = self._names.has(said[0])
        weight = share * (NAME_WEIGHT if is_name else 1.0)
        if own and _NUMBER.fullmatch(word) and self._names.goes_by(said[0]):
            variants[(label_term(word),)] = LABEL_WEIGHT / NAME_WEIGHT
        return QueryTerm(word, own, {other: w * weight for other, w in variants.items()}, is_name, share)

    def _elsewhere(self, said: Sequence[Item]) -> Iterator[Phrase]:
        """What the items are in other languages of the corpus, and where accents were left out."""
        tokens = [token for item in said for token in item.said]
        if all(item.terms == tuple(token.term for token in item.said) for item in said):
            for other in self._others:
                yield tuple(other.term(self._names.written(token)) for token in tokens)
            yield tuple(self._vocabulary.term_of(token.word) for token in tokens)
