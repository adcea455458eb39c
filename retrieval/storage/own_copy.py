"""How is a file read that somebody may overwrite meanwhile? As a copy of our own, which nobody else can change.

A mapped file changes under its reader when another program writes into it in place, as `cp` and `rsync --inplace` do,
and where it is cut short, the system ends the process. A small file is read into memory; of a larger one the system
makes a copy without a name, beside it, and that is mapped. Where the file system can, the copy shares the disk with the
original until one of them changes.
"""

import errno
import os
import shutil
import stat
import sys
import tempfile
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO

import numpy as np

IN_MEMORY = 1 << 26
"""Bytes up to which a file is read into memory: the index of some 150,000 passages, at 2 GB/s in some 30 ms."""

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def own_copy(path: Path) -> memoryview:
    """The bytes of the file as they are now, whatever becomes of it. Raises OSError."""
    with open_file(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > IN_MEMORY:
            try:
                return _mapped_copy(file, path.parent)
            except OSError:  # no room, or no right to write there
                file.seek(0)
        return _in_memory(file, size)


def open_file(path: Path) -> BinaryIO:
    """Opens a file to be read; a pipe, a device or a folder in its place is refused, not waited for. Raises OSError."""
    opened = os.open(path, _READ)
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise OSError(errno.EINVAL, "something that is no file is in its place", str(path))
        return os.fdopen(opened, "rb")
    except BaseException:
        os.close(opened)
        raise


def read_file(path: Path) -> bytes:
    """What is in the file, all of it; as `open_file`. Raises OSError."""
    with open_file(path) as file:
        return file.read()


def _in_memory(file: BinaryIO, size: int) -> memoryview:
    try:
        content = np.empty(size, np.uint8)
    except MemoryError:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from None
    view, read = content.data, 0
    while got := file.readinto(view[read:]):  # type: ignore[attr-defined]
        read += got
    return view[:read].toreadonly()


def _mapped_copy(file: BinaryIO, folder: Path) -> memoryview:
    with tempfile.TemporaryFile(dir=folder) as copy:
        _copy(file, copy)
        copy.flush()
        return memoryview(mmap(copy.fileno(), 0, access=ACCESS_READ))


def _copy(file: BinaryIO, copy: BinaryIO) -> None:
    if sys.platform == "linux":
        try:
            while os.copy_file_range(file.fileno(), copy.fileno(), 1 << 30):
                pass
            return
        except OSError:  # between file systems, or one that cannot
            file.seek(0)
            copy.seek(0)
            copy.truncate()
    shutil.copyfileobj(file, copy, 1 << 20)
