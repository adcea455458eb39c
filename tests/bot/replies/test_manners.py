"""What reads like a question?"""

import pytest

from bot.replies.manners import reads_like_question


@pytest.mark.parametrize(
    "text",
    [
        "How long do refunds take?",
        "how long do refunds take",
        "I was wondering. Who pays for it?",
        "Wer zahlt die Rückgabe?",
        "wie lange dauert das",
        "*What about this?*",
        "Does it work?\nI tried twice.",
        "退款需要多長時間？",
        "ما هي مدة الاسترداد؟",
    ],
)
def test_questions_are_told(text: str) -> None:
    assert reads_like_question(text)


@pytest.mark.parametrize("text", ["", "what?", "Thanks!", "It works now.", "https://x.example/?a=b", "ok ok ok", "???"])
def test_other_talk_is_left_alone(text: str) -> None:
    assert not reads_like_question(text)
