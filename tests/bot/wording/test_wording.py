"""Do all languages say the same things, with the same values in them?"""

import re
from dataclasses import fields

import pytest

from bot.wording import ENGLISH, GERMAN, Texts, answering, number, texts

NAMES = [field.name for field in fields(Texts) if field.name != "commands"]


@pytest.mark.parametrize("name", NAMES)
def test_each_text_has_the_same_values_in_both_languages(name: str) -> None:
    said = [getattr(language, name) for language in (ENGLISH, GERMAN)]
    assert all(said)
    values = [sorted(set(re.findall(r"{\w+}", str(one)))) for one in said]
    assert values[0] == values[1]


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
