"""Where does a reply go? To standard output: styled and wrapped in a terminal, plain in a pipe or file."""

import os
import shutil
import sys
from typing import TextIO

from bot.replies.model import Reply
from bot.terminal.render import fragments

_STYLES = {"title": "bold", "heading": "bold", "match": "bold underline", "citation": "dim", "bar": "dim"}
_WIDEST = 100  # cells; longer lines are hard to read


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at it, with a terminal that understands styles."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def show(reply: Reply, stream: TextIO | None = None) -> None:
    """Write the reply to the stream (default: standard output) at once."""
    stream = stream or sys.stdout
    if not is_terminal(stream):
        stream.write("".join(text for _, text in fragments(reply)))
        stream.flush()
        return
    from prompt_toolkit import (
        print_formatted_text,
    )  # here: its import takes longer than an answer, and a pipe has no use
    from prompt_toolkit.formatted_text import FormattedText
    from prompt_toolkit.styles import Style
    from prompt_toolkit.utils import get_cwidth

    width = min(shutil.get_terminal_size().columns, _WIDEST)
    plain = bool(os.environ.get("NO_COLOR"))  # https://no-color.org: any value but an empty one
    shown = FormattedText(fragments(reply, width=width, measure=get_cwidth))
    print_formatted_text(shown, style=Style.from_dict({} if plain else _STYLES), file=stream, end="")
