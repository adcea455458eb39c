"""Is this a word of the language? Of English, by SCOWL (languages/data/LICENSE-scowl.txt) up to its level 60.

`words-en` are words spelled alike everywhere, `spellings-en` those that differ between America, Britain, Canada and
Australia; inflected forms are in them, names are not, nor are words of three letters or fewer. Both stem from SCOWL
2020.12.07, https://wordlist.aspell.net.
"""

import gzip
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib import resources

LISTED = frozenset(("en",))
"""Codes of the languages of which there are lists."""


class WordList:
    """Words in small letters, in order: a list takes half the memory of a set."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def __contains__(self, word: str) -> bool:
        at = bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word


def is_word(word: str, code: str) -> bool:
    """Whether a word in small letters is one of the language of this code, spelled alike everywhere.

    No word is one of a language of which there is no list.
    """
    return code in LISTED and word in _read(f"words-{code}")


def is_spelling(word: str, code: str) -> bool:
    """Whether a word in small letters is one of that language that is spelled otherwise elsewhere: "colour"."""
    return code in LISTED and word in _read(f"spellings-{code}")


@cache
def _read(name: str) -> WordList:
    packed = (resources.files("retrieval.text.languages") / "data" / f"{name}.txt.gz").read_bytes()
    return WordList(gzip.decompress(packed).decode("ascii").split())
