"""Do all languages say the same things, with the same values in them?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from bot.wording import ENGLISH, GERMAN, Texts, answering, number, texts
from retrieval import SkipReason


def said(texts: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every sentence with its name. Discord's commands are not among them: English has no texts for them."""
    if isinstance(texts, str):
        yield path, texts
    elif isinstance(texts, tuple):
        for at, one in enumerate(texts):
            yield from said(one, f"{path}.{at}")
    elif isinstance(texts, Mapping):
        for key, one in texts.items():
            yield from said(one, f"{path}.{key}")
    elif is_dataclass(texts):
        for field in fields(texts):
            if not (isinstance(texts, Texts) and field.name == "commands"):
                yield from said(getattr(texts, field.name), f"{path}.{field.name}")


IN_ENGLISH, IN_GERMAN = dict(said(ENGLISH)), dict(said(GERMAN))


def test_every_text_is_there_in_both_languages() -> None:
    assert IN_ENGLISH.keys() == IN_GERMAN.keys()
    assert len(IN_ENGLISH) > 150
    assert all(IN_ENGLISH.values())
    assert all(IN_GERMAN.values())


@pytest.mark.parametrize("name", IN_ENGLISH)
def test_each_text_has_the_same_values_in_both_languages(name: str) -> None:
    english, german = (set(re.findall(r"{(\w+)", texts[name])) for texts in (IN_ENGLISH, IN_GERMAN))
    assert english == german


@pytest.mark.parametrize("language", [ENGLISH, GERMAN])
def test_every_reason_to_skip_a_file_has_its_words(language: Texts) -> None:
    assert language.skipped.keys() == set(SkipReason)


def test_the_language_and_the_number_hold_for_one_question() -> None:
    with answering("de", "1234"):
        assert (texts(), number()) == (GERMAN, "1234")
        with answering("en-GB", "5678"):
            assert (texts(), number()) == (ENGLISH, "5678")
    assert (texts(), number()) == (ENGLISH, "")


def test_a_language_that_is_not_spoken_is_answered_in_english() -> None:
    with answering("fi", ""):
        assert texts() is ENGLISH


def test_translated_names_of_commands_are_ones_that_discord_takes() -> None:
    for english, german in GERMAN.commands.items():
        if english.islower() and " " not in english:
            assert re.fullmatch(r"[-_\w]{1,32}", german)
            assert german == german.lower()
        assert 0 < len(german) <= 100
