"""Do all languages say the same things, with the same values in them?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from bot.wording import BY_LANGUAGE, ENGLISH, GERMAN, Texts, answering, counted, number, texts
from retrieval import SkipReason

OTHERS = {code: language for code, language in BY_LANGUAGE.items() if language is not ENGLISH}


def said(texts: object, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every sentence with its name, in its forms. Discord's commands are not among them: English has none for them."""
    if isinstance(texts, str):
        yield path, [texts]
    elif isinstance(texts, tuple) and all(isinstance(one, str) for one in texts):
        yield path, list(texts)
    elif isinstance(texts, tuple):
        for at, one in enumerate(texts):
            yield from said(one, f"{path}.{at}")
    elif isinstance(texts, Mapping):
        for key, one in texts.items():
            yield from said(one, f"{path}.{key}")
    elif is_dataclass(texts):
        for field in fields(texts):
            if not (isinstance(texts, Texts) and field.name in ("commands", "plural")):
                yield from said(getattr(texts, field.name), f"{path}.{field.name}")


IN_ENGLISH = dict(said(ENGLISH))


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_is_missing_and_each_has_the_same_values(code: str) -> None:
    own = dict(said(OTHERS[code]))
    assert own.keys() == IN_ENGLISH.keys()
    assert len(own) > 150
    for name, forms in own.items():
        assert all(forms), name
        english = {value for form in IN_ENGLISH[name] for value in re.findall(r"{(\w+)", form)}
        assert {value for form in forms for value in re.findall(r"{(\w+)", form)} == english, name


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_left_in_english(code: str) -> None:
    own = dict(said(OTHERS[code]))
    same = [name for name, forms in own.items() if forms == IN_ENGLISH[name] and len(forms[0].split()) > 2]
    assert same == []


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_of_a_command_is_missing(code: str) -> None:
    commands = OTHERS[code].commands
    assert commands.keys() == GERMAN.commands.keys()
    for english, own in commands.items():
        if english.islower() and " " not in english:
            assert re.fullmatch(r"[-_\w]{1,32}", own), own
            assert own == own.lower()
        assert 0 < len(own) <= 100


@pytest.mark.parametrize("code", BY_LANGUAGE)
def test_every_number_has_its_form(code: str) -> None:
    language = BY_LANGUAGE[code]
    with answering(code, ""):
        counts = [language.documents, language.searching, language.unsaid, language.left_out, language.left_out_all]
        counts += [language.changes_new, language.changes_gone, language.changes_left_out, *language.rest.values()]
        for forms in [*counts, language.lines_not_quoted, language.covered, language.covered_topic]:
            for count in (0, 1, 2, 5, 11, 21, 22, 101, 1_000_000):
                assert counted(tuple(form.replace("{quoted}", "1") for form in forms), count)


def test_plural_forms_are_those_of_the_language() -> None:
    for code, expected in {
        "ru": ["ещё 1 шаг", "ещё 3 шага", "ещё 5 шагов", "ещё 21 шаг"],
        "pl": ["jeszcze 1 krok", "jeszcze 3 kroki", "jeszcze 5 kroków", "jeszcze 21 kroków"],
        "fr": ["1 étape de plus", "3 étapes de plus", "5 étapes de plus", "21 étapes de plus"],
        "ja": ["あと 1 手順", "あと 3 手順", "あと 5 手順", "あと 21 手順"],
    }.items():
        with answering(code, ""):
            steps = next(iter(texts().rest.values()))
            assert [counted(steps, count) for count in (1, 3, 5, 21)] == expected


@pytest.mark.parametrize("language", BY_LANGUAGE.values(), ids=BY_LANGUAGE)
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
