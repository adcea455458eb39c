"""What does `quoth score` read and print? Files of questions with gold quotations, and a table of figures."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from retrieval import KnownQuestion, Span


class BadFile(Exception):
    """A file of questions or of forbidden places that cannot be used; the message says where and why."""


_NEVER_QUOTED = ("chrome", "captions", "disclaimers")
_QUESTION = TypeAdapter(KnownQuestion)
_PLACES = TypeAdapter(dict[str, dict[str, Any]])
_SPANS = TypeAdapter(list[Span])


def questions(path: Path) -> list[KnownQuestion]:
    """The questions of a file, a JSON object a line. Raises BadFile with the number of the first bad line."""
    found: list[KnownQuestion] = []
    for number, line in enumerate(_read(path).splitlines(), 1):
        if line.strip():
            try:
                found.append(_QUESTION.validate_json(line))
            except ValidationError as error:
                first = error.errors()[0]
                place = ".".join(map(str, first["loc"])) or "the line"
                raise BadFile(f"{path}:{number}: {place}: {first['msg']}") from None
    return found


def forbidden(path: Path | None) -> dict[str, Sequence[Span]]:
    """By document the places listed as chrome, captions or disclaimers; none without a path. Raises BadFile."""
    if path is None:
        return {}
    try:
        documents = _PLACES.validate_json(_read(path))
        return {
            document: [span for what in _NEVER_QUOTED for span in _SPANS.validate_python(places.get(what, []))]
            for document, places in documents.items()
        }
    except ValidationError as error:
        raise BadFile(f"{path}: {error.errors()[0]['msg']}") from None


def table(figures: Mapping[str, float]) -> str:
    """One figure a line: whole numbers as they are, all others with three decimals."""
    shown = {name: str(value) if isinstance(value, int) else f"{value:.3f}" for name, value in figures.items()}
    return "".join(f"{name:28} {value}\n" for name, value in shown.items())


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8 text'}.") from None
