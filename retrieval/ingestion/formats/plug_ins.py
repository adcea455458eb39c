"""Which formats do installed packages bring? Each names a `Format` under the entry point `quoth.formats`.

[project.entry-points."quoth.formats"]
recipes = "recipes_for_quoth:FORMAT"
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source

GROUP = "quoth.formats"
log = logging.getLogger(__name__)


@cache
def plugged_in() -> tuple[Format, ...]:
    """The formats of installed packages, by name; one that cannot be loaded is named in the log and left out."""
    found = (_loaded(entry) for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name))
    return tuple(format_ for format_ in found if format_)


def versions() -> list[str]:
    """What tells one state of the installed formats from another: their names, and the versions of their packages."""
    entries = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    return [f"{entry.name} {entry.value} {entry.dist.version if entry.dist else ''}" for entry in entries]


def _loaded(entry: EntryPoint) -> Format | None:
    try:
        format_ = entry.load()
    except Exception as error:  # a package of others may fail in any way
        log.warning("the format %s cannot be loaded: %s", entry.name, error)
        return None
    if not isinstance(format_, Format):
        log.warning("the format %s is no retrieval.Format", entry.name)
        return None
    return replace(format_, read=_guarded(format_))


def _guarded(format_: Format) -> Callable[[Source], Reading]:
    """Its reader, of which a failure of any kind means that the file is damaged."""

    def read(source: Source) -> Reading:
        try:
            return format_.read(source)
        except Refused:
            raise
        except Exception as error:
            raise Refused(SkipReason.DAMAGED, type(error).__name__) from error

    return read
