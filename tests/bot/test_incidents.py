"""Where does an error end?"""

import logging

import pytest

from bot.incidents import of_error
from bot.replies.model import Failure, Paragraph
from bot.wording import answering
from retrieval import HistoryError, UnknownDocument


def test_a_bug_is_told_with_the_number_under_which_the_log_has_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    with answering("en", "cafe1234"):
        reply = of_error(ZeroDivisionError("of nothing"), "summary")
    assert (reply.failure, reply.private) == (Failure.FAULT, True)
    assert "cafe1234" in str(reply.parts)
    (record,) = caplog.records
    assert (record.levelno, record.getMessage()) == (logging.ERROR, "summary failed, incident cafe1234")
    assert "of nothing" in caplog.text


def test_a_name_that_is_wrong_is_told_in_a_sentence_and_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    reply = of_error(UnknownDocument("rules", ("rules.md",)), "summary")
    assert reply.failure is Failure.WRONG_NAME
    assert reply.parts == (Paragraph("There is no document named “rules”. Did you mean rules.md?"),)
    assert caplog.records == []


def test_what_no_asker_can_mend_is_no_wrong_name() -> None:
    assert of_error(HistoryError("The history is damaged."), "changes").failure is Failure.UNABLE
