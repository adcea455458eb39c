"""Which addresses in a text become links in Discord? Whole ones of the web, which are shown as they are written.

A link is `<https://…>`: Discord shows all of it, hides nothing behind other words, and adds no preview. An address that
a reader could take for another, or that Discord might show otherwise, stays a text without effect: one with a user
before its host, with a host that is not plain lower case, with letters that are joined or run from right to left.
"""

import re
from collections.abc import Iterator

MAX_ADDRESS = 500
"""Characters of a link at most; a longer address stays text."""

# Up to what ends every address: white space, quotation marks, angles, and the punctuation of scripts without spaces.
_RUN = re.compile(r"(?<![A-Za-z0-9_+.@/\\-])https?://[^\s<>\"`|“”„«»‹›。，、；：！？（）「」『』【】]+")
_TRAILING = ".,;:!?'’*…"
_PAIRS = {")": "(", "]": "["}
# Letters up to Armenian: each is shown by itself, from left to right.
_ADDRESS = re.compile(
    r"https?://(?!(?:[^/?#]*\.)?xn--)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::[0-9]{1,5})?"
    r"(?:[/?#](?:(?!@everyone|@here)[\w.~/?#&=%+,;:!$@()'\[\]-])*)?"
)
_LAST_LETTER = "\u058f"


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """The places (start, end) of what becomes a link, in order."""
    for found in _RUN.finditer(text):
        address = _trimmed(found.group())
        if len(address) <= MAX_ADDRESS and max(address) <= _LAST_LETTER and _ADDRESS.fullmatch(address):
            yield found.start(), found.start() + len(address)


def _trimmed(run: str) -> str:
    """The run without the punctuation of the sentence around it: a closing bracket belongs to it if it opens one."""
    open_ones = {sign: run.count(sign) for sign in "()[]"}
    end = len(run)
    while end:
        last = run[end - 1]
        if last in _PAIRS and open_ones[last] > open_ones[_PAIRS[last]]:
            open_ones[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return run[:end]
