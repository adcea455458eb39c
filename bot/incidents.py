"""Where does an error end? With the asker as a sentence; in the log under a number, if it is a bug."""

import logging
import secrets

from bot.replies.model import Failure, Paragraph, Reply
from bot.wording import number, texts
from retrieval import HistoryError, NothingToSummarize, RetrievalError, UnknownDocument, UnknownRevision

log = logging.getLogger(__name__)


def refused(sentence: str, failure: Failure = Failure.WRONG_NAME) -> Reply:
    """The reply, to the asker alone, that something did not work, and why."""
    return Reply(texts().failed, (Paragraph(sentence),), private=True, failure=failure)


def of_error(error: Exception, doing: str) -> Reply:
    """The reply to whoever asked for what `doing` names: the error in a sentence, or the number of the bug that it is.

    >>> of_error(UnknownDocument("rules", ("rules.md",)), "summary").parts[0].text
    'There is no document named “rules”. Did you mean rules.md?'
    """
    match error:
        case UnknownDocument():
            said = texts().unknown_document.format(name=_in_line(error.name))
            if error.nearest:
                said += " " + texts().did_you_mean_one_of.format(names=", ".join(map(_in_line, error.nearest)))
            return refused(said)
        case UnknownRevision():
            return refused(
                texts().unknown_revision.format(typed=_in_line(error.typed), first=error.first, last=error.last)
            )
        case NothingToSummarize():
            said = texts().nothing_to_summarize.format(target=_in_line(error.target))
            if error.nearest:
                said += " " + texts().did_you_mean_one_of.format(
                    names=texts().any_of.join(map(_in_line, error.nearest))
                )
            return refused(said)
        case HistoryError():
            troubles = {
                "damaged": texts().history_damaged,
                "unreadable": texts().history_unreadable,
                "unwritable": texts().history_unwritable,
            }
            said = troubles[error.trouble].format(folder=error.folder, detail=error.detail)
            return refused(said, Failure.UNABLE)
        case RetrievalError():
            return refused(str(error))
        case _:
            return incident(f"{doing} failed", error)


def _in_line(name: str) -> str:
    """A name as it stands within a sentence: its line ends are spaces."""
    return " ".join(name.split()) if not name.isprintable() else name


def incident(what: str, error: Exception, *, is_bug: bool = True) -> Reply:
    """The reply with the number under which the log has what happened, with its traceback if `is_bug`."""
    known_as = number() or secrets.token_hex(4)
    if is_bug:
        log.error("%s, incident %s", what, known_as, exc_info=error)
    else:
        log.warning("%s, incident %s: %s", what, known_as, error)
    return refused(texts().incident.format(number=known_as), Failure.FAULT)
