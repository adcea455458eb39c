"""Where does an error end?"""

import logging
from pathlib import Path

import pytest

from bot.incidents import of_error
from bot.replies.model import Failure, Paragraph
from bot.wording import answering
from retrieval import HistoryError, NothingToSummarize, UnknownDocument


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
    assert of_error(HistoryError("damaged", Path("history"), "revisions.json"), "changes").failure is Failure.UNABLE


def test_a_german_member_gets_german_where_there_is_nothing_to_summarize() -> None:
    error = NothingToSummarize("Vulkane", ("vulkan.md", "wal.md"))
    assert of_error(error, "summary").parts == (Paragraph(str(error)),)
    with answering("de", ""):
        (said,) = of_error(error, "summary").parts
    assert said == Paragraph(
        "Kein Dokument heißt „Vulkane“, und keines spricht in ganzen Sätzen von diesem Thema. "
        "Meintest du vulkan.md oder wal.md?"
    )


def test_a_damaged_history_is_told_in_the_words_of_the_library_and_in_german() -> None:
    error = HistoryError("damaged", Path("kept"), "revisions.json")
    assert of_error(error, "changes").parts == (Paragraph(str(error)),)
    with answering("de", ""):
        assert "Verlauf der Dokumente ist beschädigt: revisions.json" in str(of_error(error, "changes").parts)
