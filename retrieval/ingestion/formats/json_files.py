"""How are JSON and JSON lines read? By what they hold: a chat, a notebook, else records of names and values."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from retrieval.documents.model import Locator, LocatorKind, SkipReason
from retrieval.ingestion.formats import chat_exports, notebooks
from retrieval.ingestion.formats.decoding import text_of
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source
from retrieval.ingestion.formats.tables import LONG_ROW, add_table

MAX_DEPTH = 5
"""Levels of names that become headings; what is deeper stands behind its names joined by dots."""
_FULL = 0.6
"""Share of its cells that a table must fill, so that records are shown as its rows."""
_MAX_COLUMNS = 12
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile(
    r"(?<!\\)((?:\\\\)*)(?:(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
_Pairs = Iterator[tuple[str, str]]


def read(source: Source) -> Reading:
    """The values of the file behind their names, in its order. Raises Refused."""
    value = _value(text_of(source.content).removeprefix("\ufeff"))
    extract = Extract()
    kinds: tuple[Callable[[Any, Extract], bool], ...] = (notebooks.add, chat_exports.add)
    if any(add(value, extract) for add in kinds):
        return extract.reading()
    try:
        _add(extract, value, 1)
    except RecursionError as error:
        raise Refused(SkipReason.TOO_COSTLY, "nesting") from error
    return extract.reading()


FORMAT = Format("JSON", (".json", ".jsonl", ".ndjson", ".geojson", ".ipynb"), read)


def _value(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What the text holds; of several lines that are JSON each a list. Numbers stay as they are written."""
    try:
        return _parsed(text)
    except ValueError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise Refused(SkipReason.DAMAGED, str(error)) from error
        try:
            return [_parsed(line) for line in lines]
        except ValueError:
            raise Refused(SkipReason.DAMAGED, str(error)) from error
        except RecursionError:
            raise Refused(SkipReason.TOO_COSTLY, "nesting") from error
    except RecursionError as error:
        raise Refused(SkipReason.TOO_COSTLY, "nesting") from error


def _parsed(text: str) -> Any:  # noqa: ANN401
    if _SURROGATE.search(text):  # half a sign, as in a string that was cut: no text can hold it
        text = _HALF.sub(lambda found: found[1] + (found[2] or "\\ufffd"), text)
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)


def _add(extract: Extract, value: object, level: int) -> None:
    """A value below what stands above it."""
    match value:
        case dict():
            _add_object(extract, value, level)
        case list():
            _add_list(extract, value, level)
        case _:
            extract.paragraph(_said(value))


def _add_object(extract: Extract, value: dict[str, Any], level: int) -> None:
    """Names and plain values first, as they are lines of the section; then each name with more below it."""
    for name, inner in value.items():
        if not isinstance(inner, (dict, list)) or _is_short_list(inner):
            said = _joined(inner)
            if said.strip():
                extract.item(f"{name}: {said}", 1)
    extract.gap()
    for name, inner in value.items():
        if not isinstance(inner, (dict, list)) or _is_short_list(inner):
            continue
        if level <= MAX_DEPTH:
            extract.heading(name, level)
            _add(extract, inner, level + 1)
            extract.close(level)
        else:
            _add_lines(extract, _lines(inner, name), 1, None)


def _add_list(extract: Extract, value: list[Any], level: int) -> None:
    if columns := _columns(value):
        rows = [columns, *([_joined(record.get(name)) for name in columns] for record in value)]
        add_table(extract, rows, first=0)
        return
    for number, inner in enumerate(value, start=1):
        locator = Locator(LocatorKind.ROW, str(number)) if level == 1 else None
        if isinstance(inner, (dict, list)):
            _add_lines(extract, _lines(inner, ""), 1, locator)
        else:
            extract.item(_said(inner), 1, locator)
    extract.gap()


def _add_lines(extract: Extract, pairs: _Pairs, depth: int, locator: Locator | None) -> None:
    """A record: its first line, and the others below it."""
    is_first = True
    for name, said in pairs:
        if said.strip():
            line = f"{name}: {said}" if name else said
            extract.item(line, depth + (not is_first), locator, indent="" if is_first else "  ")
            is_first = False
    extract.gap()


def _lines(value: object, path: str) -> _Pairs:
    """All that stands below, each value behind its names joined by dots."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _lines(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and not _is_short_list(value):
        for inner in value:
            yield from _lines(inner, path)
    else:
        yield path, _joined(value)


def _columns(value: list[Any]) -> list[str]:
    """The names of the columns, if the list is a table: flat records of the same few names, none of them long."""
    if len(value) < 2 or not all(isinstance(record, dict) and record for record in value):
        return []
    names = list(dict.fromkeys(name for record in value for name in record))
    if len(names) > _MAX_COLUMNS or sum(map(len, value)) < _FULL * len(names) * len(value):
        return []
    cells = [cell for record in value for cell in record.values()]
    if any(isinstance(cell, (dict, list)) and not _is_short_list(cell) for cell in cells):
        return []
    return names if sum(len(_joined(cell).split()) for cell in cells) <= LONG_ROW * len(value) else []


def _is_short_list(value: object) -> bool:
    """Whether a list is a few plain values, which stand on one line."""
    return isinstance(value, list) and all(
        not isinstance(inner, (dict, list)) and len(_said(inner)) <= 60 for inner in value
    )


def _joined(value: object) -> str:
    return ", ".join(map(_said, value)) if isinstance(value, list) else _said(value)


def _said(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case _:
            return str(value).strip()
