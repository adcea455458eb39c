"""Which words of the documents may mean the same? Proposals for a file of synonyms, for a person to accept.

Three kinds are mostly right: names spelled in two ways, words of one family that no rule of endings joins, and
abbreviations that nobody explains. The fourth, words that stand between the same words, is right about one time in
three, so it is marked as a guess.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from retrieval.documents.model import Document
from retrieval.documents.passages import units
from retrieval.synonyms.abbreviations import explained
from retrieval.synonyms.cooccurrence import Company, exchangeable
from retrieval.synonyms.thesaurus import SYNONYM_WEIGHT, Synonyms, phrase
from retrieval.text.analysis import Analyzer, Token
from retrieval.text.languages import DEFAULT, language

MIN_NAME = 5
"""Shortest name, in letters, of which two spellings are looked for; shorter names differ in a letter by nature."""
NAME_LIKENESS, FAMILY_LIKENESS, GUESS_LIKENESS = 0.12, 0.2, 0.2
"""How much company words must share, 0 to 1. Seen in encyclopedia articles: spellings of one name have 0.13 or more,
and below 0.2 words of other meaning (public, published) begin to stand among the families."""
FAMILY_COUNT, GUESS_COUNT, GUESS_SHARED = 3, 8, 10
"""Least occurrences of each word, and the least number of contexts that guessed words share."""
MOST_ALIKE = 100
"""Of words that are spelled or begin alike, so many, the commonest, are held against each other."""
_LONGEST_SHORT = 6
_VOWELS = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"(.)\1+")
_ROMAN = re.compile(r"[IVXLCDM]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words or phrases that may mean the same, why it looks so, and whether that is no more than a guess."""

    words: tuple[str, str]
    evidence: str
    is_guess: bool = False


def suggest_synonyms(documents: Sequence[Document], known: Synonyms, analyzer: Analyzer) -> tuple[Suggestion, ...]:
    """Proposals by kind and likeness, guesses last; none that `known` or the documents' own explanations have."""
    known |= Synonyms(
        (said, meant, SYNONYM_WEIGHT)
        for document in documents
        for said, meant in explained(document.text, analyzer.of(language(document.language)))
    )
    words = _Words(documents, analyzer)
    found = [*_names(words), *_families(words), *_abbreviations(words), *_guesses(words)]
    suggestions: dict[frozenset[tuple[str, ...]], Suggestion] = {}
    for suggestion in found:
        one, other = (phrase(text, analyzer.of(DEFAULT)) for text in suggestion.words)
        if one != other and other not in known.of(one) and one not in known.of(other):
            suggestions.setdefault(frozenset((one, other)), suggestion)
    return tuple(suggestions.values())


class _Words:
    """The words of the documents sentence by sentence, and how they are written."""

    def __init__(self, documents: Sequence[Document], analyzer: Analyzer) -> None:
        self.sentences = [
            [
                (token, token.span.of(unit.text))
                for token in analyzer.of(unit.language).tokens(unit.text)
                if not token.is_form
            ]
            for document in documents
            for unit in units(document)
        ]
        self.count: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.written: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for token, surface in self.telling():
            self.count[token.term] += 1
            self.capital[token.term] += surface[0].isupper()
            self.written[token.term][surface.removesuffix("'s").removesuffix("’s")] += 1
        terms = [[token.term for token, _ in sentence if not token.is_function_word] for sentence in self.sentences]
        self.company = Company(terms)

    def telling(self) -> Iterator[tuple[Token, str]]:
        return (pair for sentence in self.sentences for pair in sentence if not pair[0].is_function_word)

    def usual(self, term: str) -> str:
        """The term as it is mostly written."""
        return min(self.written[term], key=lambda surface: (-self.written[term][surface], surface))

    def pairs(self, terms: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Each two of the terms, of very many only the commonest; in alphabetical order."""
        return combinations(sorted(sorted(terms, key=lambda term: (-self.count[term], term))[:MOST_ALIKE]), 2)

    def alike(self, pairs: Iterator[tuple[str, str]], least: float) -> list[tuple[str, str]]:
        """The pairs that keep the same company, the most alike first."""
        likeness = {pair: self.company.likeness(*pair) for pair in pairs}
        return sorted((pair for pair in likeness if likeness[pair] >= least), key=lambda pair: (-likeness[pair], pair))

    def counted(self, one: str, other: str) -> str:
        return f"{self.count[one]}× and {self.count[other]}×"


def _names(words: _Words) -> Iterator[Suggestion]:
    """Names that differ in their vowels and doubled letters only."""
    spelled: defaultdict[str, list[str]] = defaultdict(list)
    for term in sorted(words.count):
        written = words.usual(term)
        if words.capital[term] == words.count[term] and len(term) >= MIN_NAME and not written.isupper():
            spelled[_DOUBLED.sub(r"\1", term[0] + _VOWELS.sub("", term[1:]))].append(term)
    pairs = (
        pair
        for consonants, terms in spelled.items()
        for pair in words.pairs(terms)
        if len(consonants) > 2 and OSA.distance(*pair) <= 2
    )
    for one, other in words.alike(pairs, NAME_LIKENESS):
        yield Suggestion((words.usual(one), words.usual(other)), f"spelled alike, {words.counted(one, other)}")


def _families(words: _Words) -> Iterator[Suggestion]:
    """Words that begin alike and keep the same company."""
    begins: defaultdict[str, list[str]] = defaultdict(list)
    for term in sorted(words.count):
        if words.count[term] >= FAMILY_COUNT and len(term) >= 4 and term.isalpha():
            begins[term[:4]].append(term)
    pairs = (pair for terms in begins.values() for pair in words.pairs(terms) if _is_family(*pair))
    for one, other in words.alike(pairs, FAMILY_LIKENESS):
        evidence = f"one family and the same company, {words.counted(one, other)}"
        yield Suggestion((words.usual(one), words.usual(other)), evidence)


def _is_family(one: str, other: str) -> bool:
    """Whether seven tenths of the longer term are the beginning of both."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same >= max(4, 0.7 * max(len(one), len(other)))


def _abbreviations(words: _Words) -> Iterator[Suggestion]:
    """Capitals that are the initials of just one name of several words in the documents."""
    short: Counter[str] = Counter()
    for _, surface in words.telling():
        if (
            3 <= len(surface) <= _LONGEST_SHORT
            and surface.isalpha()
            and surface.isupper()
            and not _ROMAN.fullmatch(surface)
        ):
            short[surface] += 1
    long: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in words.sentences:
        for run in _capitalised(sentence):
            heads = [at for at, surface in enumerate(run) if surface[0].isupper()]
            for first in range(len(heads)):
                for last in range(first + 1, min(first + _LONGEST_SHORT, len(heads))):
                    initials = "".join(run[at][0] for at in heads[first : last + 1])
                    if initials in short:
                        long[initials][" ".join(run[heads[first] : heads[last] + 1])] += 1
    for initials in sorted(long):
        names = {name: n for name, n in long[initials].items() if n > 1}
        if len(names) == 1 and short[initials] > 1:
            ((name, n),) = names.items()
            yield Suggestion((initials, name), f"the initials, {short[initials]}× and {n}×")


def _capitalised(sentence: Sequence[tuple[Token, str]]) -> Iterator[list[str]]:
    """Runs of words with a capital, as long as they go, and the function words among them."""
    run: list[str] = []
    for token, surface in sentence:
        if (surface[0].isupper() and not surface.isupper()) or (token.is_function_word and run):
            run.append(surface)
        else:
            yield run
            run = []
    yield run


def _guesses(words: _Words) -> Iterator[Suggestion]:
    """Common words that stand between the same words and never in one sentence."""
    function_words = {token.term for s in words.sentences for token, _ in s if token.is_function_word}
    candidates = [
        term
        for term, n in words.count.items()
        if n >= GUESS_COUNT and len(term) > 2 and term.isalpha() and words.capital[term] < n / 2
    ]
    sentences = [[token.term for token, _ in sentence] for sentence in words.sentences]
    usable = [term for term in candidates if term not in function_words]
    for one, other, shared in exchangeable(sentences, usable, likeness=GUESS_LIKENESS, shared=GUESS_SHARED):
        evidence = f"between the same words in {shared} places, {words.counted(one, other)}"
        yield Suggestion((words.usual(one), words.usual(other)), evidence, is_guess=True)
