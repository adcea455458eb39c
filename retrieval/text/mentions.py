"""Where is a function word a name? "In May we …", "the `with` statement": told by how it is written."""

import re
from collections.abc import Container, Iterator

NAMED = "\x02"
"""Before a function word that is a name, among the words of a text."""

# Each begins with a set of signs: `re` passes over the others at once, which it does not behind a look back.
_CAPITAL = re.compile(r"[A-Z](?<![\w'’][A-Z])[a-z]+(?![\w'’])")
_QUOTED = re.compile(r"[`“‘\"'](?<!\w[`“‘\"'])[`“‘\"']?([^\W\d_]{2,})[`”’\"']{1,2}(?!\w)")
_INSIDE = re.compile(r"(?:(?<![\w])[a-z][^\W_]*|\d+),?[ ]$")
_OPENED = re.compile(r"(?<![^\W_])([A-Z][a-z]*)[ ]$")
_BACK = 30
"""Characters before a word with a capital that are looked at: room for the word before it."""


def named_in(text: str, function_words: Container[str], *, by_capital: bool) -> Iterator[int]:
    """Where function words of the text begin that are written as names: in quotes, as code, or with a capital inside.

    A capital does not count behind the beginning of a sentence, and in a heading that has one in every word. With
    `by_capital` false, one tells no name: German nouns have it, too.
    """
    for match in _QUOTED.finditer(text):
        if match[1].casefold() in function_words:
            yield match.start(1)
    if not by_capital:
        return
    for match in _CAPITAL.finditer(text):
        start, end = match.span()
        if match.group().casefold() not in function_words:
            continue
        before = text[max(0, start - _BACK) : start]
        opened = _OPENED.search(before)
        if (
            _INSIDE.search(before)
            or (opened and opened[1].casefold() in function_words and text[end : end + 3].lstrip(", ")[:1].islower())
            or (text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit())
        ):
            yield start
