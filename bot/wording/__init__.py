"""In which language does Quoth speak? One folder per language, and the one that the present asker reads.

The present asker is told by a context variable, which a front end sets once for every question; where it sets none
(the terminal, scripts) Quoth speaks English.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from bot.wording.english import ENGLISH
from bot.wording.german import GERMAN
from bot.wording.texts import Texts

_BY_LANGUAGE = {"en": ENGLISH, "de": GERMAN}


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
    return _BY_LANGUAGE.get(_ASKER.get().language, ENGLISH)


def number() -> str:
    """The number of the question that is being answered, or ""."""
    return _ASKER.get().number


__all__ = ["ENGLISH", "GERMAN", "Asker", "Texts", "answering", "begin_answer", "number", "texts"]
