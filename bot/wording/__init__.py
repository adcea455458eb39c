"""In which language does Quoth speak? One folder per language, and the one that the present asker reads.

The present asker is told by a context variable, which a front end sets once for every question; where it sets none
(the terminal, scripts) Quoth speaks English.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py

from bot.wording.english import ENGLISH
from bot.wording.german import GERMAN
from bot.wording.others.chinese import CHINESE
from bot.wording.others.french import FRENCH
from bot.wording.others.japanese import JAPANESE
from bot.wording.others.polish import POLISH
from bot.wording.others.portuguese import PORTUGUESE
from bot.wording.others.russian import RUSSIAN
from bot.wording.others.spanish import SPANISH
from bot.wording.others.ukrainian import UKRAINIAN
from bot.wording.texts import Forms, Texts

BY_LANGUAGE = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "pt": PORTUGUESE,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "pl": POLISH,
    "zh": CHINESE,
    "ja": JAPANESE,
}
"""The texts by the codes of their languages in ISO 639-1."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who is being answered: the language they read, and the number under which the log knows their question."""

    language: str = "en"
    number: str = ""


_ASKER: ContextVar[Asker] = ContextVar("asker", default=Asker())  # noqa: B039 - the default is frozen


@contextmanager
def answering(locale: str, number: str) -> Iterator[None]:
    """Speak the language of this locale (`de`, `en-US` …; English for an unknown one) inside the block."""
    token = _ASKER.set(Asker(locale.partition("-")[0], number))
    try:
        yield
    finally:
        _ASKER.reset(token)


def begin_answer(locale: str, number: str) -> None:
    """Speak the language of this locale from now on, to the end of the present task."""
    _ASKER.set(Asker(locale.partition("-")[0], number))


def texts() -> Texts:
    """The texts in the language of the present asker."""
    return BY_LANGUAGE.get(_ASKER.get().language, ENGLISH)


def form_of(forms: Forms, count: int) -> str:
    """The form that goes with this number in the language of the present asker."""
    return forms[_plural(texts().plural)(count)]


def counted(forms: Forms, count: int) -> str:
    """The same, with the number in it."""
    return form_of(forms, count).format(count=f"{count:,}")


@lru_cache
def _plural(rule: str) -> Callable[[int], int]:
    return c2py(rule)


def number() -> str:
    """The number of the question that is being answered, or ""."""
    return _ASKER.get().number


__all__ = [
    "BY_LANGUAGE",
    "ENGLISH",
    "GERMAN",
    "Asker",
    "Texts",
    "answering",
    "begin_answer",
    "counted",
    "form_of",
    "number",
    "texts",
]
