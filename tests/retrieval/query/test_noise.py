"""What of a message is no question."""

import time

import pytest

from retrieval.query.noise import is_courtesy, without_noise


def left(message: str) -> str:
    return " ".join(without_noise(message).split())


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("<@400000000000000001> when is the ferry due?", "when is the ferry due?"),
        ("when is the ferry due? <a:boat:400000000000000002> :wave:", "when is the ferry due?"),
        ("when is the ferry due? (see https://example.org/a?b=c)", "when is the ferry due?"),
        ("Hello everyone, quick question: when is the ferry due? Thanks a lot in advance!", "when is the ferry due?"),
        ("hey Mara, does anyone know when the ferry is due lol", "when the ferry is due"),
        (
            "Sorry if this was asked before, but when is the ferry due? Any help is appreciated.",
            "when is the ferry due?",
        ),
        ("could someone tell me when the ferry is due pls", "when the ferry is due"),
        ("HI ALL! WHEN IS THE FERRY DUE?? THX", "WHEN IS THE FERRY DUE??"),
    ],
)
def test_mentions_emoji_links_and_courtesy_are_taken_out(message: str, question: str) -> None:
    assert left(message) == question


@pytest.mark.parametrize(
    "question",
    [
        "how do I say thank you in Danish?",
        "what does the help command print?",
        "who can help me?",
        "is there a job for me?",
        "what is the hello packet?",
        "who is the best rower?",
        "mail to info@example.org bounces",
    ],
)
def test_words_of_courtesy_stay_where_they_are_the_topic(question: str) -> None:
    assert left(question) == question


def test_what_stays_keeps_its_place() -> None:
    message = "hi there! where is the key?"
    assert without_noise(message).index("where") == message.index("where")


@pytest.mark.parametrize(
    "message", ["Hi!", "thanks a lot 🙏", "how are you doing?", "lol ok", "good night all", "?!", ""]
)
def test_a_message_of_nothing_else_is_courtesy(message: str) -> None:
    assert is_courtesy(message)


@pytest.mark.parametrize(
    "message", ["who can help me?", "good morning, when is the ferry due?", "what's up with the lift?"]
)
def test_a_message_that_asks_something_is_none(message: str) -> None:
    assert not is_courtesy(message)


@pytest.mark.parametrize(
    "words", ["hi ", "thanks ", "sorry for ", "any one ", "a quick ", "<@1> ", "@", "https://", "good "]
)
def test_long_messages_take_no_long_time(words: str) -> None:
    begun = time.process_time()
    is_courtesy(words * 4000)
    assert time.process_time() - begun < 1
