"""How is a file opened that packs others, as office documents and e-books do? With bounds on what comes out of it."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree import ElementTree

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.reader import Refused

MAX_UNPACKED = 100_000_000
"""Bytes that all parts together may have when unpacked. An e-book of a million words has six million."""
MAX_XML = 30_000_000
"""Bytes of one part that is XML: as elements it takes about five times as much memory, half of 300 MB."""
MAX_PARTS = 10_000


class Packed:
    """A file that packs others. Raises Refused where it is none, wants a password, or would unpack to too much."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        if content.startswith(b"\xd0\xcf\x11\xe0"):  # office files with a password, and those of before 2007
            raise Refused(SkipReason.ENCRYPTED if b"E\0n\0c\0r\0y\0p\0t\0" in content else SkipReason.DAMAGED)
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
            raise Refused(SkipReason.DAMAGED, type(error).__name__) from error
        if any(part.flag_bits & 1 for part in parts):
            raise Refused(SkipReason.ENCRYPTED)
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise Refused(SkipReason.TOO_COSTLY, "unpacked")
        self._parts = {part.filename: part for part in parts}

    def file(self) -> BytesIO:
        """The whole, for a library that opens it again."""
        return BytesIO(self._content)

    def names(self) -> Sequence[str]:
        """The names of the parts, in their order."""
        return list(self._parts)

    def read(self, name: str) -> bytes:
        """A part. Raises Refused where it is missing, broken or longer than it says."""
        part = self._parts.get(name)
        if part is None:
            raise Refused(SkipReason.DAMAGED, f"no {PurePosixPath(name).name}")
        if part.file_size > MAX_XML:
            raise Refused(SkipReason.TOO_COSTLY, "unpacked")
        try:
            with self._zip.open(part) as file:
                content = file.read(part.file_size + 1)
        except Exception as error:  # zipfile and what it calls raise a dozen kinds on broken parts
            raise Refused(SkipReason.DAMAGED, type(error).__name__) from error
        if len(content) > part.file_size:
            raise Refused(SkipReason.DAMAGED, "size")
        return content

    def xml(self, name: str) -> ElementTree.Element:
        """A part that is XML, without entities of its own. Raises Refused."""
        content = self.read(name)
        if b"<!ENTITY" in content:
            raise Refused(SkipReason.DAMAGED, "entities")
        try:
            return ElementTree.fromstring(content)  # noqa: S314 - entities are refused, and expat bounds the others
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise Refused(SkipReason.DAMAGED, type(error).__name__) from error
