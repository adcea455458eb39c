"""How are many files read? In batches of their bytes, so that other processes can read some of them."""

import errno
import os
from collections import deque
from collections.abc import Iterable, Iterator

from retrieval.documents.model import Document
from retrieval.ingestion.formats.reader import Refused, Source
from retrieval.ingestion.formats.registry import read
from retrieval.workers import ALONE, Workers

File = tuple[str, bytes]
"""A name and what stands in the file."""
BATCH_BYTES, BATCH_FILES = 1_000_000, 200
"""A batch ends with either: small enough for progress to be seen, large enough to be worth the way."""
SMALL_BYTES, SMALL_FILES = 3_000_000, 1_500
"""Up to both, reading takes less than starting a process."""

_PASSING = {
    *(errno.EAGAIN, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EINTR),
    *(errno.EBUSY, errno.ETIMEDOUT, errno.ESTALE),
}
"""What the system says to a reader of a format that tells nothing about the file."""


def workers_for(workers: Workers, files: int, size: int) -> Workers:
    """These, or none where there is little to do: so many files of so many bytes together."""
    return workers if files > SMALL_FILES or size > SMALL_BYTES else ALONE


def documents_of(files: Iterable[File], workers: Workers = ALONE) -> Iterator[tuple[str, Document | Refused | OSError]]:
    """The document of each file, in order, or why it is none; an OSError where the system could not read it now."""
    names: deque[list[str]] = deque()

    def noted() -> Iterator[list[File]]:
        for batch in _batches(files) if workers.processes > 1 else ([file] for file in files):
            names.append([name for name, _ in batch])
            yield batch

    for found in workers.map(_read, noted()):
        yield from zip(names.popleft(), found, strict=True)


def _batches(files: Iterable[File]) -> Iterator[list[File]]:
    batch: list[File] = []
    size = 0
    for file in files:
        batch.append(file)
        size += len(file[1])
        if size >= BATCH_BYTES or len(batch) >= BATCH_FILES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read(batch: list[File]) -> list[Document | Refused | OSError]:
    return [_document(name, content) for name, content in batch]


def _document(name: str, content: bytes) -> Document | Refused | OSError:
    try:
        return read(Source(name, content)).document(name)
    except (Refused, OSError, MemoryError) as error:
        if passing := passing_trouble(error):
            return passing
        if isinstance(error, Refused):
            return error
        raise


def passing_trouble(error: BaseException | None) -> OSError | None:
    """What the system lacked just now, where that is why a file could not be read."""
    while error is not None:
        if isinstance(error, MemoryError):
            return OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))
        if isinstance(error, OSError) and error.errno in _PASSING:
            return error
        error = error.__cause__
    return None
