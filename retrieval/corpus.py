"""Which documents does a folder hold? Folder → documents in a fixed order, and what was skipped and why."""

from collections.abc import Iterator
from pathlib import Path

from retrieval.documents import Block, Document, Role, Skipped
from retrieval.errors import CorpusError
from retrieval.formats import READERS


def read_corpus(folder: Path, *, max_file_mb: float) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Every document below the folder, sorted by id, and every other file with the reason why it is none.

    Hidden files and folders are passed over. A link that leads out of the folder is skipped. Raises CorpusError if the
    folder itself cannot be read.
    """
    if not folder.is_dir():
        raise CorpusError(f"The corpus folder {folder} does not exist or is not a folder.")
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for path, name in _files(folder):
        document = _read(path, name, folder.resolve(), max_file_mb)
        if isinstance(document, Document):
            documents.append(document)
        else:
            skipped.append(document)
    return tuple(documents), tuple(skipped)


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Files below the folder with their ids, sorted by id."""
    try:
        found = [(path, path.relative_to(folder).as_posix()) for path in folder.rglob("*") if not path.is_dir()]
    except OSError as error:
        raise CorpusError(f"The corpus folder {folder} cannot be read: {error.strerror}.") from error
    for path, name in sorted(found, key=lambda file: file[1]):
        if not any(part.startswith(".") for part in Path(name).parts):
            yield path, name


def _read(path: Path, name: str, root: Path, max_file_mb: float) -> Document | Skipped:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        return Skipped(name, f"only {' and '.join(sorted(READERS))} files are read")
    try:
        if not path.resolve(strict=True).is_relative_to(root):
            return Skipped(name, "the link leads out of the corpus folder")
        if not path.is_file():
            return Skipped(name, "it is not a regular file")
        size_mb = path.stat().st_size / 1e6
        if size_mb > max_file_mb:
            return Skipped(name, f"it has {size_mb:.1f} MB, more than the limit of {max_file_mb:g} MB")
        content = path.read_bytes()
    except OSError as error:
        return Skipped(name, f"it cannot be read: {error.strerror}")
    if b"\0" in content:
        return Skipped(name, "it holds binary data, not text")
    try:
        text, blocks = reader(content)
    except UnicodeDecodeError as error:
        return Skipped(name, f"it is not UTF-8 text (byte {error.start}); save it as UTF-8")
    if not text.strip():
        return Skipped(name, "it is empty")
    return document_of(name, text, blocks)


def document_of(name: str, text: str, blocks: tuple[Block, ...]) -> Document:
    """The document of this text and its blocks, with the title that stands in it."""
    title = next((block.span.of(text) for block in blocks if block.role is Role.TITLE), "")
    return Document(name, " ".join(title.split()), text, blocks)
