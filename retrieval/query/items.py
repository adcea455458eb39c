"""Which things does a question name? Its words as items, those that are one thing together as one, with other forms.

"Wi-Fi", "wi fi" and "wifi" are one thing, and so are "max connections" and "maxConnections", as far as the documents
have the one word that they make.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from retrieval.text.analysis import Analysis, Phrase, Token
from retrieval.text.forms import series
from retrieval.text.languages.language import Language

Knows = Callable[[Phrase], bool]
"""Whether all terms stand in the corpus."""

FORM_WEIGHT = 0.75
"""What another form of a thing counts, 0 to 1: below the form that was asked for, which is so ahead. On documentation,
0.45 to 0.75 find the same, 0.9 a question less."""
PART_WEIGHT, SERIES_WEIGHT = 0.7, 0.7
"""The same for a word of which a particle was left out ("check" for "check-in"), and for a version of a series."""
MIN_JOINED = 4
"""Shortest word, in letters, that two words are looked for as."""
MAX_JOINED = 60
"""Words of a question of which two are looked for as one, the first ones."""

_SPACE = re.compile(r"[ \u00a0]")
_DECIMAL = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a question names: its terms, its words, the tokens that say it, and other ways to write it.

    `share` is what it counts beside other words of the question, 0 to 1.
    """

    terms: Phrase
    word: str
    said: tuple[Token, ...]
    others: Mapping[Phrase, float] = field(default_factory=dict)
    share: float = 1.0

    @property
    def is_function_word(self) -> bool:
        """Whether it is nothing but a function word."""
        return len(self.said) == 1 and self.said[0].is_function_word

    @property
    def start(self) -> int:
        """Where it begins in the question."""
        return self.said[0].span.start


def items(question: str, tokens: Iterable[Token], knows: Knows, analysis: Analysis) -> list[Item]:
    """The things that the tokens of the question name, in order; function words are items too."""
    found: list[Item] = []
    forms: dict[int, list[str]] = {}
    for token in tokens:
        if not token.is_form:
            found.append(Item((token.term,), token.word, (token,), dict(_said_otherwise(token))))
            continue
        covered = [
            item for item in found[-8:] if item.start >= token.span.start and item.said[-1].span.end <= token.span.end
        ]
        if not covered:
            found.append(Item((token.term,), token.word, (token,)))
        elif len(covered) == 1 and covered[0].said[0].span == token.span:
            forms.setdefault(len(found) - 1, []).append(token.term)
        elif knows((token.term,)):
            found[-len(covered) :] = _compound(covered, token.term)
    for at, terms in forms.items():
        if not terms[0].endswith(".x"):  # who asks for one version does not mean the others of its series
            found[at] = replace(found[at], others={**found[at].others, tuple(terms): FORM_WEIGHT})
    return _joined(question, _counted(found, analysis), knows, analysis)


def _said_otherwise(token: Token) -> Iterator[tuple[Phrase, float]]:
    """What the thing that a single word names is written as elsewhere, where the analyzer cannot know."""
    if _DECIMAL.fullmatch(token.term):
        yield (series(token.term),), SERIES_WEIGHT
    if token.term.startswith("dot") and len(token.term) > 4:  # dotnet, dotenv
        yield (token.term[2:].replace("t", ".", 1),), FORM_WEIGHT


def _counted(found: Sequence[Item], analysis: Analysis) -> list[Item]:
    """The items, of which numbers are also found in words and the other way round: "ten days" and "10 days".

    A figure behind a word is its number, which no document writes out: rule 3 is not about three of anything.
    """
    figures = analysis.language.numbers
    words = {figure: word for word, figure in figures.items()}
    counted = list(found)
    for at, item in enumerate(found):
        if item.word in figures:
            counted[at] = _also(item, figures[item.word])
        elif item.word in words and at + 1 < len(found) and not (found[at + 1].is_function_word):
            before = found[at - 1] if at else None
            if before is None or before.is_function_word or before.word in analysis.language.chatter:
                counted[at] = _also(item, *analysis.terms(words[item.word]))
    return counted


def _compound(parts: Sequence[Item], joined: str) -> list[Item]:
    """Items that another form, which the documents have, takes together: each may be met by it.

    Where function words are among them ("check-in"), it stands for them all.
    """
    content = [part for part in parts if not part.is_function_word]
    if len(content) == len(parts) > 1:
        return [_also(part, joined) for part in parts]
    terms = tuple(term for part in content for term in part.terms)
    said = tuple(token for part in parts for token in part.said)
    return [Item((joined,), " ".join(part.word for part in parts), said, {terms: PART_WEIGHT} if terms else {})]


def _also(item: Item, term: str) -> Item:
    return replace(item, others={**item.others, (term,): FORM_WEIGHT})


def _joined(question: str, found: Sequence[Item], knows: Knows, analysis: Analysis) -> list[Item]:
    """The items; two words with a space between also stand for the one word that the documents have of them."""
    joined = list(found)
    for at, (before, item) in enumerate(pairwise(found[:MAX_JOINED])):
        word = before.word + item.word
        if (
            len(before.said) == len(item.said) == 1
            and not before.is_function_word
            and _SPACE.fullmatch(question, before.said[0].span.end, item.start)
            and len(word) >= MIN_JOINED
            and not word.isdigit()
        ):
            together = analysis.terms(word)
            if len(together) == 1 and knows((together[0],)):
                joined[at] = _also(joined[at], together[0])
                if not item.is_function_word:
                    joined[at + 1] = _also(joined[at + 1], together[0])
    return joined


def named_by_order(words: Sequence[str], language: Language) -> set[int]:
    """The places of function words among the words of a question that their neighbours show to be names."""
    rules = language.naming
    return {
        at
        for at, word in enumerate(words)
        if word in rules.never_behind
        and at + 1 < len(words)
        and (words[at + 1] in rules.nouns or (at and words[at - 1] in rules.determiners))
    }
