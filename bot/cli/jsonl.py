"""How is a file of questions answered? Line by line, each answer written at once, no line lost over a broken one."""

import json
import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from bot.app import App
from bot.cli import as_json
from bot.replies.model import Paragraph
from retrieval import Answer

log = logging.getLogger(__name__)


@contextmanager
def questions(name: str) -> Iterator[BinaryIO]:
    """The lines of this file, or of standard input for "-". Raises OSError where it cannot be opened."""
    if name == "-":
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as stream:
            yield stream


def answer_all(app: App, lines: Iterable[bytes], limit: int | None) -> bool:
    """Answer every line on standard output, report each broken one on standard error; whether none was broken."""
    all_well = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given = _read(line)
            answer = _answer(app, given["question"], limit)
            written = json.dumps(
                {"id": given.get("id")} | as_json.of_answer(answer), ensure_ascii=False, allow_nan=False
            )
        except Exception as error:  # whatever is wrong with one question, the others are answered
            all_well = False
            log.debug("line %d", number, exc_info=True)
            sys.stderr.write(f"line {number} is not answered: {_plain(error)}\n")
            continue
        sys.stdout.write(written + "\n")
        sys.stdout.flush()
    return all_well


def _answer(app: App, question: str, limit: int | None) -> Answer:
    reply = app.showing(limit).ask(question)
    if isinstance(reply.value, Answer):
        return reply.value
    raise ValueError(" ".join(part.text for part in reply.parts if isinstance(part, Paragraph)))


def _read(line: bytes) -> dict[str, Any]:
    given = json.loads(line.decode("utf-8-sig"))
    if not isinstance(given, dict) or not isinstance(given.get("question"), str):
        raise ValueError('expected an object like {"id": 1, "question": "who …?"}')
    return given


def _plain(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON ({error.msg}, column {error.colno})"
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    return str(error)
