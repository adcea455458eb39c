"""What is particular to a language, as far as search goes? One value, of which each part may be missing.

A language whose parts are all missing is searched all the same, by its words as they stand.
"""

import re
from dataclasses import dataclass, field

Words = frozenset[str]
"""Words in lower case, without accents and apostrophes."""

_YEAR = re.compile(r"\b1\d{3}\b|\b20\d{2}\b")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Asking:
    """How one asks for a date or a number, and what one looks like in an answer.

    A word of `when` alone asks for a date; one of `which` does together with one of `times` behind it, and one of
    `which` or `how` together with one of `measures` asks for a number.
    """

    when: Words = frozenset()
    which: Words = frozenset()
    how: Words = frozenset()
    times: Words = frozenset()
    measures: Words = frozenset()
    date: re.Pattern[str] = _YEAR
    number: re.Pattern[str] = _DIGITS


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
    impersonal: re.Pattern[str]
    named_behind: re.Pattern[str]
    nameless_speaker: re.Pattern[str]
    early_adverb: re.Pattern[str]


NOTHING = re.compile(r"(?!)")
"""Matches nowhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language.

    `code` is its code of ISO 639-1, by which the splitter of sentences knows it, too. `stemmer` is the name of a
    Snowball stemmer, "" for none. `function_words` are those that a question is never about. `conversation` are words
    of greeting and thanks: a question of nothing else is talk. `leaning` are first words of a sentence that leans on
    the one before it. `denials` matches words that turn a statement into its opposite, `sounds` what a speaker begins
    with before anything is said, `points_away` words that only tell where to read on. `page_labels` are words of what
    web pages have for their readers to press.
    """

    code: str
    stemmer: str = ""
    function_words: Words = frozenset()
    conversation: Words = frozenset()
    leaning: Words = frozenset()
    authorship: Authorship = field(default_factory=Authorship)
    asking: Asking = field(default_factory=Asking)
    anaphora: Anaphora | None = None
    denials: re.Pattern[str] = NOTHING
    sounds: re.Pattern[str] = NOTHING
    points_away: re.Pattern[str] = NOTHING
    page_labels: Words = frozenset()
