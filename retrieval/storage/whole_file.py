"""How is a file written wholly or not at all, whatever happens meanwhile?"""

import contextlib
import os
import re
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_HALF = re.compile(r"\..+\.[0-9a-f]{16}\.part")


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A new file to write and read, which takes the place of the one at `path` when the context ends without an error.

    It is written under another name, brought to the disk, and only then takes its name, so that whoever opens it finds
    the old one or the new one. Only its owner may read it. Meanwhile it is locked, which tells it from one that a
    killed process left. `sync_folder` makes sure of the name. Raises OSError where the disk does not do.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        with _locked_file(temporary) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)  # closed by now: Windows replaces no open file
    finally:
        temporary.unlink(missing_ok=True)


def _locked_file(path: Path) -> BinaryIO:
    while True:
        file: BinaryIO = open(path, "xb+", opener=_private)  # noqa: SIM115 - given to whoever asked
        try:
            with contextlib.suppress(OSError):  # a file system without locks
                _lock(file.fileno(), wait=True)
            if sys.platform == "win32" or os.fstat(file.fileno()).st_nlink:
                return file
        except BaseException:
            file.close()
            raise
        file.close()  # somebody took it for abandoned in the moment before it was locked


def _lock(opened: int, *, wait: bool) -> None:
    if sys.platform != "win32":  # there, nobody can remove an open file
        fcntl.flock(opened, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


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


def remove_abandoned(folder: Path, *, below: bool = True) -> None:
    """Removes what processes that are no more left half written in the folder, and below it, as far as it may be."""
    for place, folders, files in os.walk(folder):
        if not below:
            folders.clear()
        for half in files:
            if _HALF.fullmatch(half):
                with contextlib.suppress(OSError):
                    _remove_unlocked(os.path.join(place, half))  # noqa: PTH118 - as os.walk has it


def _remove_unlocked(path: str) -> None:
    opened = os.open(path, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))
    try:
        _lock(opened, wait=False)
        if sys.platform != "win32":
            os.unlink(path)  # noqa: PTH108 - while it is locked
    finally:
        os.close(opened)
    if sys.platform == "win32":
        os.unlink(path)  # noqa: PTH108


def sync_folder(folder: Path) -> None:
    """Makes sure that the names of files in the folder outlive a loss of power, where the system has a way to."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
