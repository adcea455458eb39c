"""Which language is a text written in?"""

from retrieval.text.languages import DEFAULT
from retrieval.text.languages.language import Language


def language_of(_: str) -> Language:
    """The language of the text. Only English is known yet."""
    return DEFAULT
