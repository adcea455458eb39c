"""Which languages are known? One module each, with a `LANGUAGE`: a new module here is a new language."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping

from retrieval.text.languages.language import Language


def _all() -> Iterator[Language]:
    for found in pkgutil.iter_modules(__path__, f"{__name__}."):
        language = getattr(importlib.import_module(found.name), "LANGUAGE", None)
        if isinstance(language, Language):
            yield language


LANGUAGES: Mapping[str, Language] = {language.code: language for language in _all()}
"""By code of ISO 639-1."""

DEFAULT = LANGUAGES["en"]
"""What a text counts as that shows no language, such as a table of names."""

UNKNOWN = Language("und", scripts=())
"""Any other language: searched by its words as they stand."""

_OTHER_CODES = {
    "nb": "no",
    "nn": "no",
    "hr": "sr",
    "bs": "sr",
    "sh": "sr",
    "ms": "id",
    "in": "id",
    "iw": "he",
    "cmn": "zh",
}
"""Languages that are near enough to share the rules of another one, and older codes."""


def language(tag: str) -> Language:
    """The language of a tag as in BCP 47 ("de", "de-AT"); the default for none."""
    code = tag.partition("-")[0].lower()
    return LANGUAGES.get(_OTHER_CODES.get(code, code), UNKNOWN) if code else DEFAULT
