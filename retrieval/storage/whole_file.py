"""How is a file written wholly or not at all, whatever happens meanwhile?"""

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

ABANDONED_S = 86_400
"""Half-written files of a process that was killed are removed when they are a day old."""


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A new file to write and read, which takes the place of the one at `path` when the context ends without an error.

    It is written under another name, brought to the disk, and only then takes its name, so that whoever opens it finds
    the old one or the new one. Only its owner may read it. `sync_folder` makes sure of the name. Raises OSError
    where the disk does not do.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        with open(temporary, "xb+", opener=_private) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)  # closed by now: Windows replaces no open file
    finally:
        temporary.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def private_folder(folder: Path) -> None:
    """Makes the folder and those above it where they are missing, for their owner alone. Raises OSError."""
    for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
        missing.mkdir(0o700, exist_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Writes the file, and the folders above it where they are missing. Raises OSError."""
    private_folder(path.parent)
    with whole_file(path) as file:
        file.write(content)


def remove_abandoned(path: Path) -> None:
    """Removes what was left half-written beside the file, as far as it may be removed."""
    for left in path.parent.glob(f".{path.name}.*.part"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > ABANDONED_S:
                left.unlink()


def sync_folder(folder: Path) -> None:
    """Makes sure that the names of files in the folder outlive a loss of power, where the system has a way to."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
