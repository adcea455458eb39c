"""When are two letters the same to a search? Without case, accents and other marks, and in their plainest form."""

import unicodedata

_PLAIN = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ک": "ك",  # Persian and Arabic write the same letters differently
        "ی": "ي",
        "ى": "ي",
        "ة": "ه",
        "\xad": None,  # a soft hyphen
        "ـ": None,  # what stretches an Arabic word
    }
)
"""Letters that Unicode does not take apart."""


PART_OF_LETTER = (0, 7, 9)
"""Unicode's combining classes of what is no accent: of no mark, and of nukta and virama in Indic scripts."""


def fold(text: str) -> str:
    """The text in lower case without accents."""
    return without_marks(unicodedata.normalize("NFKD", text).casefold()).translate(_PLAIN)


def without_marks(text: str) -> str:
    """The text without accents and vowel points."""
    return "".join(char for char in text if unicodedata.combining(char) in PART_OF_LETTER)
