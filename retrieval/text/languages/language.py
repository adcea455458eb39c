"""What is particular to a language, as far as search goes? One value, of which each part may be missing.

A language whose parts are all missing is searched all the same, by its words as they stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from retrieval.text.folding import fold

Words = frozenset[str]
"""Words in lower case, without accents and apostrophes."""


class Pattern:
    """A regular expression, made when it is first used: of most languages none ever is."""

    def __init__(self, source: str, *, ignore_case: bool = False) -> None:
        self._source, self._flags = source, re.IGNORECASE if ignore_case else re.NOFLAG

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def match(self, text: str) -> re.Match[str] | None:
        """Where it matches the beginning of the text."""
        return self._compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Where it matches the whole text."""
        return self._compiled.fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Where it matches first."""
        return self._compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Wherever it matches."""
        return self._compiled.finditer(text)


NOTHING = Pattern(r"(?!)")
"""Matches nowhere."""

_YEARS = r"\b1\d{3}\b|\b20\d{2}\b"
_YEAR, _DIGITS = Pattern(_YEARS), Pattern(r"\d+")


def words(text: str, *, folded: bool = True) -> Words:
    """The words of a list; a language that keeps its accents wants them not `folded`."""
    return frozenset(fold(word) if folded else word for word in text.split())


def year_or(names: str) -> Pattern:
    """Matches a year, or one of these names: months and the like."""
    return Pattern(rf"{_YEARS}|\b(?:{any_of(names.split())})\b", ignore_case=True)


def numerals(names: str) -> Pattern:
    """Matches digits, or one of these numerals."""
    return Pattern(rf"\d+|\b(?:{any_of(names.split())})\b", ignore_case=True)


def strings(text: str) -> Pattern:
    """Matches any of the strings of a list, the longest that fits."""
    return Pattern(any_of(text.split()))


def any_of(strings: Iterable[str]) -> str:
    """A pattern for any of the strings, the longest that fits."""
    return "|".join(sorted(map(re.escape, strings), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Asking:
    """How one asks for a kind of answer, and what one looks like.

    A word of `when` alone asks for a date; one of `which` does together with one of `times` behind it, and one of
    `which` or `how` together with one of `measures` asks for a number, as does one of `how_many` alone. `measured`
    gives the kinds that other words behind `how` ask for, `counted` those behind `which`, `first` those that the first
    word of a question asks for where nothing else does; kinds are known by name, see `retrieval.query.answer_types`. A
    word of `much` behind `how` asks for a price where one of `being` follows or one of `paying` stands in the question.
    `signs` match what shows that a text holds an answer of a kind, beside `date` and `number`. Words of `silent` behind
    `how` stand in no answer. Where words are not told apart by spaces, `for_date` and `for_number` match what asks for
    them in the question.
    """

    when: Words = frozenset()
    which: Words = frozenset()
    how: Words = frozenset()
    times: Words = frozenset()
    measures: Words = frozenset()
    how_many: Words = frozenset()
    measured: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, str] = field(default_factory=dict)
    first: Mapping[str, str] = field(default_factory=dict)
    much: Words = frozenset()
    being: Words = frozenset()
    paying: Words = frozenset()
    silent: Words = frozenset()
    signs: Mapping[str, Pattern] = field(default_factory=dict)
    for_date: Pattern = NOTHING
    for_number: Pattern = NOTHING
    date: Pattern = _YEAR
    number: Pattern = _DIGITS


@dataclass(frozen=True, slots=True)
class Authorship:
    """Words that ask who wrote a document: those of `nouns` alone, those of `verbs` together with one of `asking`."""

    nouns: Words = frozenset()
    verbs: Words = frozenset()
    asking: Words = frozenset()

    def is_asked_by(self, words: frozenset[str]) -> bool:
        """Whether a question of these words asks for an author, which a byline answers."""
        return not self.nouns.isdisjoint(words) or not (self.verbs.isdisjoint(words) or self.asking.isdisjoint(words))


@dataclass(frozen=True, slots=True)
class Naming:
    """How the order of words tells that a function word is a name.

    One of `never_behind` is, behind one of `determiners` ("the with statement") or before one of `nouns` ("for loops").
    """

    determiners: Words = frozenset()
    never_behind: Words = frozenset()
    nouns: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Anaphora:
    """Words by which a sentence points back to what was said before it.

    `persons` are pronouns that need a name before them in the sentence, `things` those that lean among its first words,
    `pointing` the demonstratives. `openings` are beginnings of a sentence, in lower case. `following_those` are words
    that define a demonstrative, `times` and `such_as` what one may stand before, `being` the verbs behind "there".
    `impersonal` matches a sentence whose "it" points to nothing, `named_behind` one whose pronoun stands for a name
    further on, `nameless_speaker` words in the mouth of "he" or "she", and `early_adverb` an opening such as "This,
    however,". `joining` is the "and" behind which a pronoun stands for what is before it.
    """

    persons: Words
    things: Words
    pointing: Words
    first_words: Words
    openings: tuple[str, ...]
    being: Words
    following_those: Words
    times: Words
    joining: str
    impersonal: Pattern
    named_behind: Pattern
    nameless_speaker: Pattern
    early_adverb: Pattern


@dataclass(frozen=True, slots=True)
class Defining:
    """How one asks what something is, and how a sentence opens that tells it; group 1 of both is the thing."""

    asked: Pattern = NOTHING
    told: Pattern = NOTHING


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language.

    `code` is its code of ISO 639-1, by which the splitter of sentences knows it, too. `scripts` are those that it is
    written in, as Unicode names them; `is_usual` holds for the one of several in a script that a text is taken to be in
    where its words do not tell, `is_small` for one of few texts that has a near relative with many.

    How its words are written: `stemmer` is the name of a Snowball stemmer, "" for none; in its place the longest of the
    `endings` is cut off. `folds_first` holds where the stemmer wants words without accents, `keeps_accents` where they
    tell words apart, `dotless_i` where "I" is the capital of "ı", `inflected_behind_apostrophe` where a name is
    followed by one and its ending. `elisions` are what stands before an apostrophe and is no part of the word.
    `capitalised_nouns` holds where a capital does not tell a name. `grammar` matches what a question is cut at, in
    scripts without spaces. `spaced_sentences` holds where a space is all that is between two sentences.

    What its words are: `function_words` are those that a question is never about. `conversation` are words
    of greeting and thanks: a question of nothing else is talk. `chatter` are words that questions are full of, whatever
    they are about, and so nothing is missing where the documents lack them. What goes by a number ("rule 7") is one of
    `numbered`; `numbers` are written numbers with their figures. `leaning` are first words of a sentence that leans on
    the one before it. `denials` matches words that turn a statement into its opposite, `sounds` what a speaker
    begins with before anything is said, `points_away` words that only tell where to read on or what comes later,
    `binding` those of rules, limits, warnings, defaults and decisions, `conclusion` a heading, or a label before a
    colon, of what a text comes to: a summary, a decision, a task, a warning. `page_labels` are words of what web pages
    have for their readers to press, `unfinished` those that no sentence ends with.
    """

    code: str
    scripts: tuple[str, ...] = ("LATIN",)
    is_usual: bool = False
    is_small: bool = False
    stemmer: str = ""
    endings: tuple[str, ...] = ()
    folds_first: bool = False
    keeps_accents: bool = False
    dotless_i: bool = False
    inflected_behind_apostrophe: bool = False
    elisions: Words = frozenset()
    capitalised_nouns: bool = False
    grammar: Pattern | None = None
    spaced_sentences: bool = False
    function_words: Words = frozenset()
    conversation: Words = frozenset()
    chatter: Words = frozenset()
    numbered: Words = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    leaning: Words = frozenset()
    authorship: Authorship = field(default_factory=Authorship)
    asking: Asking = field(default_factory=Asking)
    naming: Naming = field(default_factory=Naming)
    anaphora: Anaphora | None = None
    denials: Pattern = NOTHING
    sounds: Pattern = NOTHING
    points_away: Pattern = NOTHING
    binding: Pattern = NOTHING
    conclusion: Pattern = NOTHING
    page_labels: Words = frozenset()
    unfinished: Words = frozenset()
    defining: Defining = field(default_factory=Defining)
