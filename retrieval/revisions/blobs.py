"""Where do the texts of a history stand? Each distinct one in a file that is named by the hash of what is in it.

A text which did not change takes no more room, and damage is noticed; a damaged one is written anew where somebody has
the right text at hand.
"""

import zlib
from collections.abc import Collection, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from retrieval.storage.own_copy import read_file
from retrieval.storage.whole_file import write_whole

_HASH_BYTES = 16  # against damage, not against forgery: whoever can write here can write the documents too


class DamagedBlob(Exception):
    """A blob is missing, not what was written, or no file at all; `name` is that of its file."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Blobs:
    """The blobs of one folder. Whoever writes holds the lock of the history."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sound: dict[str, tuple[int, int]] = {}  # of those of the last revision alone: size and time

    def get(self, content: str, at_hand: Mapping[str, bytes] | None = None) -> bytes:
        """What has this hash; where it is damaged, it is taken from what is `at_hand`, and written anew.

        Raises DamagedBlob, OSError.
        """
        path = self._path(content)
        try:
            blob = zlib.decompress(read_file(path))
        except (FileNotFoundError, IsADirectoryError, zlib.error):
            blob = b""
        except OSError:
            if path.is_file():
                raise
            blob = b""
        if hash_of(blob) == content:
            return blob
        if at_hand is None or content not in at_hand:
            raise DamagedBlob(path.name)
        with suppress(OSError):  # who may only read has it all the same
            self._write(path, at_hand[content])
        return at_hand[content]

    def keep(self, blobs: Mapping[str, bytes]) -> None:
        """Writes those that are not there, or not as they were written. Raises OSError."""
        before, self._sound = self._sound, {}
        for content, blob in blobs.items():
            path = self._path(content)
            if not (content in before and before[content] == _state(path)):
                try:
                    self.get(content)
                except DamagedBlob:
                    self._write(path, blob)
            self._sound[content] = _state(path)

    def prune(self, needed: Collection[str]) -> None:
        """Removes those that are not needed, and what was left half written."""
        for path in (self._folder).glob("*"):
            if path.stem not in needed and not path.is_dir():
                path.unlink(missing_ok=True)

    def _write(self, path: Path, blob: bytes) -> None:
        write_whole(path, zlib.compress(blob))

    def _path(self, content: str) -> Path:
        return self._folder / f"{content}.z"


def hash_of(content: bytes) -> str:
    """What a blob is known by."""
    return blake2b(content, digest_size=_HASH_BYTES).hexdigest()


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns
