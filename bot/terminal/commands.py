"""What can be typed in the chat? One line in, one reply out."""

import difflib
import shlex

from bot.app import App
from bot.config.lengths import LENGTHS
from bot.replies.help import of_help
from bot.replies.model import Paragraph, Reply

COMMANDS = {
    "/summary": "the most telling sentences of a document or on a topic (--length long); alone, of all documents",
    "/compare": "two documents side by side; type both names behind it",
    "/changes": "what changed in the documents since a date or a revision; alone, the last change",
    "/check": "whether each sentence behind it stands in the documents",
    "/sources": "the documents I search, and what I do not search",
    "/help": "this list",
    "/quit": "end the chat",
}
"""The commands as they are typed, with what each gives."""

_QUIT = ("/quit", "/exit")


def welcome(app: App) -> Reply:
    """What Quoth is, and what to type first."""
    documents = app.librarian.documents
    about = "Ask me a question, and I show the passages of your documents that answer it, word for word."
    if not documents:
        return Reply("Quoth", (Paragraph(f"{about} There is nothing to search yet: the folder holds no documents."),))
    count = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
    example = f"Type a question in your own words, or for example: /summary {documents[0].id}"
    return Reply("Quoth", (Paragraph(f"{about} I have read {count}."), Paragraph(f"{example}\n/help shows the rest.")))


def reply_to(app: App, line: str) -> Reply | None:
    """The reply to a line with something on it; None when the chat is over."""
    if not line.startswith("/"):
        return app.ask(line)
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
        return Reply("Check what?", (Paragraph("Type one or more sentences behind it."),))
    if command == "/sources":
        return app.sources()
    if command in ("/help", "/"):
        return of_help((("a question, in your own words", "the passages that answer it"), *COMMANDS.items()))
    return _unknown(command)


def _compare(app: App, typed: str) -> Reply:
    """The comparison of two names, which are quoted where they hold spaces."""
    try:
        names = shlex.split(typed)
    except ValueError:
        names = []
    if len(names) != 2:
        return Reply("Compare what?", (Paragraph("Type two documents behind it, in quotes if a name has spaces."),))
    return app.compare(*names)


def _summary(app: App, typed: str) -> Reply:
    """The summary of what was typed, which may end with a length as in the command line."""
    target, option, length = typed.rpartition("--length")
    if not option:
        return app.summary(typed)
    wanted = next((known for known in LENGTHS if known == length.strip().lower()), None)
    if wanted is None:
        return Reply("Which length?", (Paragraph(f"Behind --length type one of: {', '.join(LENGTHS)}."),))
    return app.summary(target.strip(), wanted)


def _unknown(command: str) -> Reply:
    nearest = difflib.get_close_matches(command, [*COMMANDS, *_QUIT], 1, cutoff=0.5)
    hint = f"Did you mean {nearest[0]}?" if nearest else "/help shows the commands."
    return Reply(f"There is no command {command}", (Paragraph(f"{hint} To ask a question, type it without the /."),))
