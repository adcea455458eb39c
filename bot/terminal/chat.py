"""How does a chat in the terminal go? A welcome, then a reply to every line, until /quit or the end of the input."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from bot.app import App
from bot.replies.model import Reply
from bot.terminal.commands import reply_to, welcome
from bot.terminal.screen import is_terminal, show


def run(app: App, first: str = "", *, data: Path) -> int:
    """Chat until the end and give the exit code. `data` is the folder where what was typed is kept for the next time.

    `first` is a line that was typed before the chat began.

    Read from a pipe, the lines are answered without a prompt, and only answers go to standard output.
    """
    is_person = is_terminal(sys.stdin) and is_terminal(sys.stdout)
    show(welcome(app), sys.stdout if is_person else sys.stderr)
    before: Reply | None = None
    for line in chain([first], _typed(app, data) if is_person else sys.stdin):
        line = line.strip().removeprefix("\ufeff")
        if not line:
            continue
        try:
            reply = reply_to(app, line, before)
        except KeyboardInterrupt:
            if is_person:
                continue
            raise
        if reply is None:
            break
        before = reply if reply.question else before
        if is_person:
            sys.stdout.write("\n")
            if reply.title == line:  # the question stands just above
                reply = replace(reply, title="")
        show(reply)
        sys.stdout.write("\n")
    return 0


def _typed(app: App, data: Path) -> Iterator[str]:
    from bot.terminal.prompt import typed_lines  # here: a pipe needs no prompt_toolkit

    return typed_lines(app, data)
