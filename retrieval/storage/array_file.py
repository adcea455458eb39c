"""How do arrays come to stand in one file, and back? Written whole or not at all, and never believed unchecked.

The file, all numbers little-endian:

    data      the arrays one after the other, each from a multiple of 64 bytes on
    checks    uint32 for each BLOCK bytes of data: its CRC-32
    contents  JSON in UTF-8: "kind" and "about" as they were given, "data" the bytes in data, "checks" the CRC-32 of the
              checks, "arrays" of each array its type, shape and place in data
    tail      MAGIC, uint32 VERSION, uint32 CRC-32 of the contents, uint64 size of the contents, uint32 CRC-32 of this

It is written wholly or not at all. Opening takes a copy of its own and reads tail, contents and checks; each block is
held against its checksum before it is used for the first time. A changed byte is always noticed, since a CRC-32 finds
every error of up to 32 bits in a row.
"""

import contextlib
import json
import math
import os
import struct
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self
from zlib import crc32

import numpy as np
import numpy.typing as npt

from retrieval.errors import SnapshotError
from retrieval.storage.own_copy import own_copy
from retrieval.storage.whole_file import remove_abandoned, sync_folder, whole_file

MAGIC, VERSION = b"\x89quoth\r\n", 1
BLOCK = 16_384  # part of the format: another one needs another VERSION
ALIGNMENT = 64

_TAIL = struct.Struct("<8sIIQI")

Array = npt.NDArray[Any]
Check = Callable[[int, int], None]


class Writer:
    """Writes a snapshot; a context manager, at whose end the file is there, or nothing if it was left by an error.

    Raises OSError where the disk does not do.
    """

    def __init__(self, path: Path, kind: str) -> None:
        self.about: dict[str, Any] = {}
        self._path, self._kind = path, kind
        self._arrays: dict[str, tuple[str, tuple[int, ...], int]] = {}
        self._size = 0
        self._whole = contextlib.ExitStack()

    def __enter__(self) -> Self:
        remove_abandoned(self._path.parent, below=False)
        self._file: BinaryIO = self._whole.enter_context(whole_file(self._path))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is not None:
            self._whole.__exit__(kind, error, at)
            return
        with self._whole:
            self._finish()
        sync_folder(self._path.parent)

    def new(self, name: str, dtype: npt.DTypeLike, shape: tuple[int, ...]) -> Array:
        """A new array in the file, all zeros, to be written into."""
        kind = np.dtype(dtype).newbyteorder("<")
        offset = -(-self._size // ALIGNMENT) * ALIGNMENT
        self._arrays[name] = kind.str, shape, offset
        size = kind.itemsize * math.prod(shape)
        self._size = offset + size
        self._file.truncate(self._size)
        if not size:
            return np.empty(shape, kind)
        if hasattr(os, "posix_fallocate"):  # writing to a mapping that has no room on the disk would end the process
            os.posix_fallocate(self._file.fileno(), offset, size)
        return np.memmap(self._file, kind, "r+", offset, shape)

    def put(self, name: str, array: Array) -> None:
        """An array that is there already."""
        self.new(name, array.dtype, array.shape)[...] = array

    def put_bytes(self, name: str, pieces: Iterable[bytes]) -> None:
        """The pieces, one behind the other, as an array of bytes."""
        offset = -(-self._size // ALIGNMENT) * ALIGNMENT
        self._file.seek(offset)
        for piece in pieces:
            self._file.write(piece)
        self._size = self._file.tell()
        self._file.truncate(self._size)
        self._arrays[name] = "|u1", (self._size - offset,), offset

    def _finish(self) -> None:
        self._file.flush()
        self._file.seek(0)
        checks = np.array([crc32(block) for block in iter(lambda: self._file.read(BLOCK), b"")], dtype="<u4").tobytes()
        contents = json.dumps(
            {
                "kind": self._kind,
                "about": self.about,
                "data": self._size,
                "checks": crc32(checks),
                "arrays": self._arrays,
            }
        ).encode()
        tail = struct.pack("<8sIIQ", MAGIC, VERSION, crc32(contents), len(contents))
        self._file.write(checks + contents + tail + struct.pack("<I", crc32(tail)))


class Snapshot:
    """The arrays of a file as it was when it was opened, whatever becomes of the file meanwhile."""

    def __init__(self, path: Path, kind: str) -> None:
        """Raises SnapshotError if the file is damaged, of another version or kind; OSError if it is not there."""
        self._path = path
        self._bytes = own_copy(path)
        size = len(self._bytes)
        if size < _TAIL.size:
            raise self._error("it is too short")
        magic, version, contents_crc, length, tail_crc = _TAIL.unpack_from(self._bytes, size - _TAIL.size)
        if magic != MAGIC:
            raise self._error("it is another kind of file, or its end is missing")
        if version != VERSION:
            raise self._error(f"it has version {version} of the format; this is version {VERSION}")
        if crc32(self._bytes[size - _TAIL.size : size - 4]) != tail_crc or length > size - _TAIL.size:
            raise self._error("its end is damaged")
        begin = size - _TAIL.size - length
        contents = self._bytes[begin : begin + length].tobytes()
        if crc32(contents) != contents_crc:
            raise self._error("its table of contents is damaged")
        read = json.loads(contents)
        if read["kind"] != kind:
            raise self._error(f"it holds {read['kind']}, not {kind}")
        self.about: dict[str, Any] = read["about"]
        self._arrays: dict[str, tuple[str, tuple[int, ...], int]] = read["arrays"]
        self._size: int = read["data"]
        checks = self._bytes[self._size : begin].tobytes()
        if crc32(checks) != read["checks"] or len(checks) != 4 * -(-self._size // BLOCK):
            raise self._error("its checksums are damaged")
        self._checks = memoryview(checks).cast("I")
        self._seen = bytearray(len(self._checks))

    def whole(self, name: str) -> Array:
        """An array, all of it checked. Raises SnapshotError."""
        array, check = self.lazy(name)
        check(0, array.size)
        return array

    def check(self) -> None:
        """Holds all of it against its checksums, at some GB per second. Raises SnapshotError."""
        self._check(0, self._size)

    def lazy(self, name: str) -> tuple[Array, Check]:
        """An array and what must be called, with the places from and to, before a part of it is believed."""
        if name not in self._arrays:
            raise self._error(f"it lacks {name}")
        kind, shape, offset = self._arrays[name]
        dtype = np.dtype(kind)
        count = math.prod(shape)
        if not count:
            return np.empty(shape, dtype), lambda _first, _last: None
        array = np.frombuffer(self._bytes, dtype, count, offset).reshape(shape)
        return array, lambda first, last: self._check(offset + first * dtype.itemsize, offset + last * dtype.itemsize)

    def _check(self, start: int, end: int) -> None:
        if start >= end:
            return
        first, last = start // BLOCK, (end - 1) // BLOCK + 1
        block = self._seen.find(0, first, last)
        while block >= 0:
            if crc32(self._bytes[block * BLOCK : min((block + 1) * BLOCK, self._size)]) != self._checks[block]:
                raise self._error(f"it is damaged near byte {block * BLOCK}")
            self._seen[block] = 1
            block = self._seen.find(0, block, last)

    def _error(self, reason: str) -> SnapshotError:
        return SnapshotError(self._path, reason)
