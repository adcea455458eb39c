"""Where is a function word a name? "In May we …", "the `with` statement": told by how it is written or stands.

English in its rules of order; capitals, quotes and code are signs in any language.
"""

import re
from collections.abc import Container, Iterator, Sequence

NAMED = "\x02"
"""Before a function word that is a name, among the words of a text."""

_CAPITAL = re.compile(r"(?<![\w'’])[A-Z][a-z]+(?![\w'’])")
_QUOTED = re.compile(r"(?<!\w)[`“‘\"']{1,2}([^\W\d_]{2,})[`”’\"']{1,2}(?!\w)")
_INSIDE = re.compile(r"(?:(?<![\w])[a-z][^\W_]*|\d+),?[ ]$")
_OPENED = re.compile(r"(?<![^\W_])([A-Z][a-z]*)[ ]$")
_BACK = 30
"""Characters before a word with a capital that are looked at: room for the word before it."""
_DETERMINERS = frozenset(("the", "a", "an"))
_NEVER_BEHIND = frozenset(
    (
        "for if while with not and or do is in as from import else try with until unless when where switch case by of on to "
        "at into off up down may will can might shall must should would could has have had be am are was were does did"
    ).split()
)
"""Prepositions, conjunctions and auxiliaries, which no determiner stands before unless they are named."""
_NAMING = frozenset(
    "statement statements keyword keywords operator operators clause clauses loop loops command commands block blocks "
    "expression expressions function functions".split()
)
"""What a function word before it is the name of: an if statement, a for loop."""


def named_in(text: str, function_words: Container[str]) -> Iterator[int]:
    """Where function words of the text begin that are written as names: in quotes, as code, or with a capital inside.

    A capital does not count behind the beginning of a sentence, and in a heading that has one in every word.
    """
    for match in _QUOTED.finditer(text):
        if match[1].casefold() in function_words:
            yield match.start(1)
    for match in _CAPITAL.finditer(text):
        start, end = match.span()
        if match.group().casefold() not in function_words:
            continue
        before = text[max(0, start - _BACK) : start]
        opened = _OPENED.search(before)
        if (
            _INSIDE.search(before)
            or (opened and opened[1].casefold() in function_words and text[end : end + 2].strip().islower())
            or (text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit())
        ):
            yield start


def named_function_words(text: str, words: Sequence[tuple[str, int]]) -> set[int]:
    """The same of a question by the order of its words, each given with where it begins: "the with statement"."""
    found: set[int] = set()
    for at, (word, start) in enumerate(words):
        before = words[at - 1][0] if at else ""
        behind = words[at + 1][0] if at + 1 < len(words) else ""
        if word in _NEVER_BEHIND and (behind in _NAMING or (before in _DETERMINERS and behind)):
            found.add(start)
    return found
