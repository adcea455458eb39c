"""What can be told from the shape of a line alone? Signs that hold in any topic and most languages."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_SENTENCE_END = re.compile(r"[.!?…。！？｡।॥؟۔։።။។]['\"”’»)\]\u3009\u300b\u300d\u300f]*$")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_DATE = re.compile(
    r"\b\d{1,2}\.?\s+[^\W\d_]{3,9}\.?,?\s+\d{4}\b"  # 16 March 2025
    r"|\b[^\W\d_]{3,9}\.?\s+\d{1,2},\s+\d{4}\b"  # Mar. 16, 2025
    r"|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+|https?://|\bwww\.\w|[©®]")


def words(text: str) -> list[str]:
    """The words of the text, numbers included."""
    return _WORD.findall(text)


def ends_as_sentence(text: str) -> bool:
    """Whether the text closes with a full stop or its like, quotes and brackets aside."""
    return _SENTENCE_END.search(text.rstrip()) is not None


def is_prose(text: str) -> bool:
    """Whether a line reads as running text: a closed sentence of four words, or twelve words however they end."""
    count = max(len(words(text)), len(_UNSPACED.findall(text)) // 2)  # without spaces: about two characters a word
    return count >= 12 or (count >= 4 and ends_as_sentence(text))


def has_date(text: str) -> bool:
    """Whether a full date stands in the text."""
    return _DATE.search(text) is not None


def without_dates(text: str) -> str:
    """The text without the full dates in it."""
    return _DATE.sub(" ", text)


def has_address(text: str) -> bool:
    """Whether a mail or web address, or a copyright sign, stands in the text."""
    return _ADDRESS.search(text) is not None


def capitalised_share(text: str) -> float:
    """Which share of the words with letters begins with a capital, 0 to 1."""
    lettered = [word for word in words(text) if word[0].isalpha()]
    return sum(word[0].isupper() for word in lettered) / len(lettered) if lettered else 0.0


@lru_cache(maxsize=50_000)
def _script_of(char: str) -> str:
    return unicodedata.name(char, "?").split()[0]


def script_shares(text: str) -> dict[str, float]:
    """Which share of the letters belongs to which script, as Unicode names them ("LATIN", "CJK" …)."""
    letters = Counter(_script_of(char) for char in text if char.isalpha())
    return {name: count / letters.total() for name, count in letters.items()}
