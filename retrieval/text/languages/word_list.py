"""Is this a word of the language? Of English, by the lists of SCOWL (data/LICENSE-scowl.txt) up to its level 60.

`words-en` are words spelled alike everywhere, `spellings-en` those that differ between America, Britain, Canada and
Australia; inflected forms are in them, names are not, nor are words of three letters or fewer. Both stem from SCOWL
2020.12.07, https://wordlist.aspell.net.
"""

import gzip
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib import resources

SHORTEST = 4
"""Letters of the shortest words that the lists have."""


class WordList:
    """Words in small letters, in order: a list takes half the memory of a set."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def __contains__(self, word: str) -> bool:
        at = bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word


def is_word(word: str) -> bool:
    """Whether a word in small letters is one that English has, spelled alike everywhere."""
    return word in _read("words-en")


def is_spelling(word: str) -> bool:
    """Whether a word in small letters is one that is spelled otherwise elsewhere: "colour", "color"."""
    return word in _read("spellings-en")


@cache
def _read(name: str) -> WordList:
    packed = (resources.files("retrieval.text.languages") / "data" / f"{name}.txt.gz").read_bytes()
    return WordList(gzip.decompress(packed).decode("ascii").split())
