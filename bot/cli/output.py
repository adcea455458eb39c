"""How does a command end? With a reply on standard output or standard error, and an exit code."""

import json
import sys
from dataclasses import replace

from bot.cli import as_json
from bot.replies.model import Failure, Reply
from bot.terminal.screen import show

DONE, FAILED, WRONG_USE = 0, 1, 2

_EXIT_CODES = {None: DONE, Failure.WRONG_NAME: WRONG_USE, Failure.UNABLE: FAILED, Failure.FAULT: FAILED}


def tell(reply: Reply, *, with_json: bool = False) -> int:
    """Show the reply, or what it tells as JSON, and give the exit code.

    Where there is nothing to tell but why it failed, that goes to standard error.
    """
    if reply.failure and reply.value is None:
        show(replace(reply, title=""), sys.stderr)
        if reply.failure is Failure.FAULT:
            sys.stderr.write("Run the same command again with --verbose to see where.\n")
    elif with_json:
        write_json(as_json.of_reply(reply))
    else:
        show(reply)
    return _EXIT_CODES[reply.failure]


def fail(sentence: str) -> int:
    """Tell what is wrong with what was typed or set, and give the exit code."""
    sys.stderr.write(f"{sentence}\n")
    return WRONG_USE


def write_json(value: dict[str, object]) -> None:
    """One object on a line of standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
