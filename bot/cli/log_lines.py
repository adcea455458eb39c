"""How does a line of the log look, so that none can be forged and no secret stands in it?"""

import logging
import re

from bot.terminal.harmless import harmless, one_line

_SECRETS = re.compile(
    r"[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}"  # a bot's token
    r"|(?<=/webhooks/)(\d+)/[\w-]{20,}|(?<=/interactions/)(\d+)/[\w-]{20,}"  # with which Discord takes late answers
)


class LogLines(logging.Formatter):
    """One line a record, whatever is in it; the lines of a traceback are set in below it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and those of the traceback."""
        before, record.exc_text = record.exc_text, None
        first, *below = super().format(record).replace("\r\n", "\n").split("\n")
        record.exc_text = before
        return "\n".join([_shown(first), *(f"    {_shown(line)}" for line in below)])

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - of the base class
        """The line as one."""
        return one_line(super().formatMessage(record))


def _shown(line: str) -> str:
    return _SECRETS.sub(lambda found: f"{found.group(1) or found.group(2) or ''}…", one_line(harmless(line)))
