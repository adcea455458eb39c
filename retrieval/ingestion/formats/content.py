"""What is a file by its content, where its name says that it is text? Told by the signs that a format begins with."""

import re
import zipfile
from io import BytesIO

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I
)
_PARTS = {"word/document.xml": ".docx", "ppt/presentation.xml": ".pptx", "xl/workbook.xml": ".xlsx"}
_TYPES = {b"application/epub+zip": ".epub", b"application/vnd.oasis.opendocument.text": ".odt"}
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")
TOLD = (".pdf", *_PARTS.values(), *_TYPES.values())
"""Suffixes that say what a file is, for which nothing else is taken: it is that, or damaged."""
ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar")
"""Suffixes of files that pack others."""
_LOOKED_AT = 4096
"""Bytes at the beginning in which a page says what it is."""


def suffix_by_content(content: bytes) -> str:
    """The suffix that such a file should have, with the dot; "" where nothing tells."""
    if content.startswith(b"%PDF-"):
        return ".pdf"
    if content.startswith(b"PK\x03\x04"):
        return _of_packed(content)
    if content.startswith(_PACKED) or content[257:262] == b"ustar":
        return ".tar"
    return ".html" if _PAGE.match(content[:_LOOKED_AT]) else ""


def _of_packed(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            found = next((suffix for part, suffix in _PARTS.items() if part in packed.NameToInfo), "")
            if found or "mimetype" not in packed.NameToInfo or packed.getinfo("mimetype").file_size > 200:
                return found or ".zip"
            return _TYPES.get(packed.read("mimetype").strip(), ".zip")
    except Exception:  # zipfile raises a dozen kinds on broken parts; the reader that its name asks for says what is
        return ""
