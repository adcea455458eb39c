"""How are lines typed? With a history over all chats, and completion of commands and of documents' names."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document as Typed
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.styles import Style

from bot.app import App
from bot.terminal.harmless import harmless, one_line
from bot.wording import texts
from retrieval import private_folder, read_file, write_whole

log = logging.getLogger(__name__)

MOST_KEPT = 1_000_000
"""Bytes of what was typed that are kept, some 10,000 questions; of more, the newer half."""
_STYLE = Style.from_dict({"bottom-toolbar": "noreverse dim"})


class _Completer(Completer):
    """Offers the commands after "/", and the documents after "/summary " and "/compare "."""

    def __init__(self, app: App) -> None:
        self._app = app

    def get_completions(self, document: Typed, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002 - the base class names it
        typed = document.text_before_cursor.lstrip()
        command, space, rest = typed.partition(" ")
        if not space and command.startswith("/"):
            for name, does in texts().terminal.commands.items():
                if name.startswith(command.lower()):
                    yield Completion(name, -len(command), display_meta=does)
        elif command.lower() in ("/summary", "/compare"):
            begun = rest.lstrip() if command.lower() == "/summary" else rest.rpartition(" ")[2]
            for name in self._app.complete(begun):
                yield Completion(name, -len(begun), display=harmless(one_line(name)))


def typed_lines(app: App, data: Path) -> Iterator[str]:
    """Lines as a person types them, until Ctrl-D; Ctrl-C drops the line. `data` is the folder of the history."""
    session: PromptSession[str] = PromptSession(
        "> ", history=typed_before(data), completer=_Completer(app), bottom_toolbar=texts().terminal.hint, style=_STYLE
    )
    while True:
        try:
            line = session.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        yield line


def typed_before(data: Path) -> History:
    """What was typed in earlier chats; only in memory where it cannot be kept."""
    path = data / "history"
    try:
        private_folder(data)
        path.touch(mode=0o600)  # questions are nobody else's business
        typed = read_file(path)
        if len(typed) > MOST_KEPT:
            write_whole(path, typed[typed.find(b"\n\n#", len(typed) - MOST_KEPT // 2) + 1 :])
        with path.open("ab"):
            return FileHistory(path)
    except OSError as error:
        log.info("what is typed is not kept: %s", error)
        return InMemoryHistory()
