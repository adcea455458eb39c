"""What can be typed in the chat? One line in, one reply out."""

import difflib
import shlex

from bot.app import App
from bot.config.lengths import LENGTHS, Length
from bot.replies.following import earlier_of
from bot.replies.help import of_help
from bot.replies.model import Paragraph, Reply
from bot.replies.sources import skipped_totals
from bot.wording import counted, texts

_QUIT = ("/quit", "/exit")
_PLAIN = {"quit": "/quit", "exit": "/quit", "bye": "/quit", ":q": "/quit", "help": "/help", "?": "/help"}
"""What people type in other programs, alone on a line."""


def welcome(app: App) -> Reply:
    """What Quoth is, and what to type first."""
    documents = app.librarian.documents
    said = texts().terminal
    if not documents:
        empty = " ".join(filter(None, (said.empty, skipped_totals(app.librarian.skipped))))
        return Reply("Quoth", (Paragraph(f"{said.about} {empty}"),))
    read = counted(said.has_read, len(documents))
    read = " ".join(filter(None, (read, skipped_totals(app.librarian.skipped))))
    example = Paragraph(said.example.format(file=documents[0].id))
    return Reply("Quoth", (Paragraph(f"{said.about} {read}"), example))


def reply_to(app: App, line: str, before: Reply | None = None) -> Reply | None:
    """The reply to a line with something on it; None when the chat is over.

    A question follows on from that of the reply `before`, if it cannot be understood without it.
    """
    if line.casefold() in _PLAIN:
        line = _PLAIN[line.casefold()]
    if not line.startswith("/"):
        return app.ask(line, earlier=earlier_of(before.question, before.earlier) if before else "")
    command, _, rest = line.partition(" ")
    command, rest = command.lower(), rest.strip()
    if command in _QUIT:
        return None
    if command == "/summary":
        return _summary(app, rest)
    if command == "/compare":
        return _compare(app, rest)
    if command == "/changes":
        return app.changes(rest)
    if command == "/check" and rest:
        return app.check(rest)
    if command == "/check":
        return Reply(texts().terminal.check_what, (Paragraph(texts().terminal.check_what_how),))
    if command == "/reload":
        return app.reload()
    if command == "/sources":
        return app.sources()
    if command in ("/help", "/"):
        return of_help((texts().terminal.question, *texts().terminal.commands.items()))
    return _unknown(command)


def _compare(app: App, typed: str) -> Reply:
    """The comparison of two names, which are quoted where they hold spaces."""
    try:
        names = shlex.split(typed)
    except ValueError:
        names = []
    if len(names) != 2:
        return Reply(texts().terminal.compare_what, (Paragraph(texts().terminal.compare_what_how),))
    return app.compare(*names)


def _summary(app: App, typed: str) -> Reply:
    """The summary of what was typed, which may end with a length as in the command line."""
    target, option, length = typed.rpartition("--length")
    if not option:
        return _summarized(app, typed)
    wanted = next((known for known in LENGTHS if known == length.strip().lower()), None)
    if wanted is None:
        how = texts().terminal.which_length_how.format(lengths=", ".join(LENGTHS))
        return Reply(texts().terminal.which_length, (Paragraph(how),))
    return _summarized(app, target.strip(), wanted)


def _summarized(app: App, target: str, length: Length = "medium") -> Reply:
    """Of the target; "new" and a date or revision stand for what came since."""
    first, _, since = target.partition(" ")
    return app.news(since, length) if first == "new" else app.summary(target, length)


def _unknown(command: str) -> Reply:
    said = texts().terminal
    nearest = difflib.get_close_matches(command, [*said.commands, *_QUIT], 1, cutoff=0.5)
    hint = said.did_you_mean.format(command=nearest[0]) if nearest else said.see_help
    return Reply(said.no_command.format(command=command), (Paragraph(f"{hint} {said.ask_without_slash}"),))
