"""The questions of a message, and the story around them."""

import pytest

from retrieval.query.parts import leans, questions, story


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("when is the ferry due and how much is a crossing?", ["when is the ferry due", "how much is a crossing?"]),
        ("Is there a lift? Where are the stairs?", ["Is there a lift?", "Where are the stairs?"]),
        ("WHAT IS A BOLLARD AND WHO PAINTS IT", ["WHAT IS A BOLLARD", "WHO PAINTS IT"]),
        ("I lost my ticket at the pier. Who gives me another?", ["Who gives me another?"]),
    ],
)
def test_each_question_of_a_message_is_one(message: str, asked: list[str]) -> None:
    assert questions(message) == asked


@pytest.mark.parametrize(
    "message",
    [
        "what is the difference between where and when?",
        "who was born and who died in 1820?",
        "what did the crew say and do?",
        "ferry timetable",
        "Ferry timetable and fares",
        "how do I use node.js 2.1 and npm?",
    ],
)
def test_one_question_is_not_cut(message: str) -> None:
    assert questions(message) == [message]


def test_what_stands_around_a_question_is_its_story() -> None:
    assert story("I lost my ticket at the pier. Who gives me another?") == "I lost my ticket at the pier."
    assert story("Who gives me another ticket?") == story("My ticket is lost.") == ""


def test_a_question_leans_on_what_it_does_not_name() -> None:
    assert leans("who paints it?")
    assert not leans("who paints the bollard?")
