"""Which version of the index is this? All that decides how documents are read and searched, beside the settings.

A kept index is taken up only by the version that made it. Nobody has to remember to raise a number: the version holds a
digest of the source code that decides, and the releases of the libraries that do. Other code may change, and every kept
index stays good.
"""

from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from unicodedata import unidata_version

from retrieval.ingestion.formats.plug_ins import versions

FORMAT = 1
"""To be raised where an index must be made anew though none of what is listed here has changed."""

DECIDING = (
    "arrays.py",
    "bm25/builder.py",
    "bm25/formula.py",
    "bm25/postings.py",
    "documents/labels.py",
    "documents/model.py",
    "documents/passages.py",
    "documents/pieces.py",
    "documents/seen.py",
    "documents/unit.py",
    "index",
    "ingestion",
    "storage",
    "synonyms/abbreviations.py",
    "synonyms/thesaurus.py",
    "text",
)
"""Folders and modules of this package from the file to the kept index. A test follows their imports."""

LIBRARIES = ("charset-normalizer", "markdown-it-py", "PyStemmer", "selectolax", "sentencex")
"""Distributions that decide it, too: they parse, find sentences, and stem."""
EXTRAS = ("openpyxl", "pypdfium2", "python-docx", "python-pptx")
"""Those that read a format where they are installed, so that files are looked at anew where one comes or goes."""

_PACKAGE = Path(__file__).parents[1]


def index_version() -> list[object]:
    """The version, as values that JSON can hold. Python is part of it for its tables of Unicode."""
    return [
        FORMAT,
        code_digest(_PACKAGE),
        unidata_version,
        *map(version, LIBRARIES),
        *map(_version, EXTRAS),
        *versions(),
    ]


def _version(name: str) -> str:
    """The version of a distribution, "" where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def code_digest(package: Path) -> str:
    """A digest of the source files below the folder that decide, in hexadecimal."""
    digest = blake2b(digest_size=16)
    for path in sources(package):
        name, content = path.relative_to(package).as_posix(), path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def sources(package: Path) -> Iterator[Path]:
    """The files of `DECIDING`, data among them, in a fixed order."""
    for name in DECIDING:
        place = package / name
        yield from [place] if place.is_file() else sorted(path for path in place.rglob("*") if _is_source(path))


def _is_source(path: Path) -> bool:
    return path.is_file() and path.suffix not in (".pyc", ".pyo") and "__pycache__" not in path.parts
