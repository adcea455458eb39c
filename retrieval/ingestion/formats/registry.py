"""Which files can be read, and by which reader?

A new format is a module here, with a `FORMAT`, and its name in `FORMATS`; one of another package is a plug-in.
"""

import re
from functools import cache
from pathlib import PurePosixPath

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats import (
    asciidoc,
    csv_files,
    docx_files,
    epub,
    html_files,
    json_files,
    mail,
    markdown,
    mdx,
    odt,
    org,
    pdf,
    plain,
    pptx_files,
    restructuredtext,
    subtitles,
    unnamed,
    xlsx_files,
    yaml_files,
)
from retrieval.ingestion.formats.content import ARCHIVES, TOLD, suffix_by_content
from retrieval.ingestion.formats.plug_ins import plugged_in
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source

FORMATS: tuple[Format, ...] = (
    plain.FORMAT,
    markdown.FORMAT,
    mdx.FORMAT,
    restructuredtext.FORMAT,
    asciidoc.FORMAT,
    org.FORMAT,
    csv_files.FORMAT,
    json_files.FORMAT,
    html_files.FORMAT,
    mail.FORMAT,
    epub.FORMAT,
    odt.FORMAT,
    docx_files.FORMAT,
    pptx_files.FORMAT,
    xlsx_files.FORMAT,
    pdf.FORMAT,
    subtitles.FORMAT,
    unnamed.FORMAT,
    yaml_files.FORMAT,
)

_SUFFIX = re.compile(r"\.[\w-]*[^\W\d][\w-]*")


@cache
def _by_suffix() -> dict[str, Format]:
    """The reader of each suffix; one of an installed package goes before ours."""
    return {suffix: format_ for format_ in (*FORMATS, *plugged_in()) for suffix in format_.suffixes}


def suffixes() -> tuple[str, ...]:
    """The suffixes of the files that can be read, in lower case with the dot, sorted."""
    return tuple(sorted(filter(None, _by_suffix())))


def format_named(name: str) -> Format | None:
    """The format of a file of this name, or None if it need not be opened, since nothing reads it."""
    return _by_suffix().get(suffix_of(name))


def why_unknown(name: str) -> SkipReason:
    """Why a file of this name, which no reader reads, is not searched."""
    return SkipReason.ARCHIVE if suffix_of(name) in ARCHIVES else SkipReason.UNKNOWN_FORMAT


def suffix_of(name: str) -> str:
    """The suffix of a file's name in lower case with the dot, or "".

    "v1.2" and "Notes of Dr. Hall" have none, nor has "app.log.1".
    """
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def read(source: Source) -> Reading:
    """What stands in the file, though its name may say otherwise. Raises Refused if it is no document."""
    format_ = format_named(source.name)
    if format_ is None:
        raise Refused(why_unknown(source.name), suffix_of(source.name))
    told = suffix_by_content(source.content) if suffix_of(source.name) not in TOLD else ""
    if told in ARCHIVES:
        raise Refused(SkipReason.ARCHIVE)
    reading = (_by_suffix()[told] if told else format_).read(source)
    if not reading.text.strip():
        raise Refused(SkipReason.EMPTY)
    return reading
