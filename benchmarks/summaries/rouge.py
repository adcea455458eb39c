"""How much of a reference does a summary say? ROUGE-1, ROUGE-2 and ROUGE-L, each as F1 from 0 to 1.

Source: Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", ACL Workshop 2004. Words are runs of ASCII
letters and digits in lower case, those of more than three letters as Porter stems, as the package rouge-score counts
with `use_stemmer=True`. An own version, since that package draws in nltk and others for these few lines.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import Stemmer
from rapidfuzz.distance import LCSseq

_WORD = re.compile(r"[a-z0-9]+")
_STEMMER = Stemmer.Stemmer("porter")


class Rouge(NamedTuple):
    """F1 over single words, over pairs of neighbours, and over the longest common subsequence; 0 to 1."""

    one: float
    two: float
    longest: float


def rouge(summary: str, references: Sequence[str]) -> Rouge:
    """The scores against the reference that each score likes best."""
    said = _words(summary)
    scores = [_against(said, _words(reference)) for reference in references]
    return Rouge(*(max(values) for values in zip(*scores, strict=True)))


def _against(said: list[str], wanted: list[str]) -> Rouge:
    return Rouge(
        _ngrams(said, wanted, 1),
        _ngrams(said, wanted, 2),
        _f1(LCSseq.similarity(said, wanted), len(said), len(wanted)),
    )


def _ngrams(said: list[str], wanted: list[str], n: int) -> float:
    one, other = (Counter(zip(*(words[at:] for at in range(n)), strict=False)) for words in (said, wanted))
    return _f1((one & other).total(), one.total(), other.total())


def _f1(shared: int, said: int, wanted: int) -> float:
    return 2 * shared / (said + wanted) if said + wanted else 0.0


def _words(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(text.lower())]


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word)) if len(word) > 3 else word
