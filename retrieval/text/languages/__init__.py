"""Which languages are known? One module each, with a `LANGUAGE`; a new one is a module here and its name below."""

from collections.abc import Mapping

from retrieval.text.languages import english
from retrieval.text.languages.language import Language

LANGUAGES: Mapping[str, Language] = {module.LANGUAGE.code: module.LANGUAGE for module in (english,)}
"""By code of ISO 639-1."""

DEFAULT = LANGUAGES["en"]


def language(tag: str) -> Language:
    """The language of a tag as in BCP 47 ("de", "de-AT"); the default for one that is not known."""
    return LANGUAGES.get(tag.partition("-")[0].lower(), DEFAULT)
