"""Which files lie below a folder, and how is one read so that no link leads outside? By descriptors, from the root.

Each folder and file is opened by its name within the folder above it, which is held open, and never through a link.
What is looked at is what was opened, whatever takes its name meanwhile. A link to a file counts where its target lies
below the root; then the target is opened, again without following links. One descriptor is held besides the root's,
however deep the tree is. Where the system has no such calls (Windows), paths are looked at before they are opened.
"""

import errno
import os
import stat as modes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

BY_DESCRIPTOR = {os.open, os.stat} <= os.supports_dir_fd and os.scandir in os.supports_fd
"""Whether the system opens names within a folder that is held open."""
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class FileTimes:
    """What tells states of a file apart: its bytes, and the times of the last change of its content and of itself.

    In nanoseconds since 1970. The second one cannot be set by a program; it is 0 where the system has none.
    """

    size: int
    changed_ns: int
    status_ns: int


@dataclass(frozen=True, slots=True)
class Found:
    """A file below the root: its name there with "/", and where it really lies, which differs for a link.

    Either it has `times`, or there is an `error`: what the system said to a folder or file, or that a link leads
    outside (EXDEV) or that it is no file (EINVAL).
    """

    name: str
    place: str = ""
    times: FileTimes | None = None
    error: OSError | None = None


class Tree:
    """A folder that is held open, as long as the context lasts. For one thread. Raises OSError if it is none."""

    def __init__(self, folder: Path) -> None:
        self._root = os.path.realpath(folder)
        self._names: list[str] = []  # from the root to where we are, and which folder each is
        self._ids: list[tuple[int, int]] = []
        self._top = self._here = os.open(self._root, _FOLDER) if BY_DESCRIPTOR else -1
        try:
            self._ids.append(_id(os.fstat(self._top) if BY_DESCRIPTOR else os.lstat(self._root)))
        except OSError:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give back what is held."""
        if BY_DESCRIPTOR:
            for opened in {self._here, self._top}:
                os.close(opened)

    def is_at(self, folder: Path) -> bool:
        """Whether this path still leads to the folder that is held. Raises OSError."""
        return _id(folder.stat()) == self._ids[0]

    def files(self) -> Iterator[Found]:
        """Every file below the root but hidden ones, folder by folder, and whatever could not be looked at.

        Links to folders are not followed: inside, their files are found anyway; outside, they are told. Raises OSError
        if the root cannot be listed.
        """
        pending = [""]
        while pending:
            folder = pending.pop()
            try:
                entries = self._listed(folder)
            except OSError as error:
                if not folder:
                    raise
                yield Found(folder, error=error)
                continue
            below = []
            for own, found in entries:
                name = f"{folder}/{own}" if folder else own
                if isinstance(found, OSError):
                    yield Found(name, error=found)
                elif modes.S_ISDIR(found.st_mode):
                    below.append(name)
                elif modes.S_ISLNK(found.st_mode):
                    yield from self._linked(name)
                else:
                    yield _found(name, name, found)
            pending += reversed(below)

    def read(self, place: str, most: int) -> tuple[bytes, FileTimes, FileTimes]:
        """At most so many bytes of the file that lies there, and how it was before and after. Raises OSError."""
        opened = self._open(place)
        try:
            before = os.fstat(opened)
            if not modes.S_ISREG(before.st_mode):
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
            with os.fdopen(opened, "rb", closefd=False) as file:
                content = file.read(most)
            return content, _times(before), _times(os.fstat(opened))
        finally:
            os.close(opened)

    def _listed(self, folder: str) -> list[tuple[str, os.stat_result | OSError]]:
        """What is in the folder, by name, without hidden things."""
        place = self._go(folder)
        listed: list[tuple[str, os.stat_result | OSError]] = []
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                try:
                    found = entry.stat(follow_symlinks=False) if BY_DESCRIPTOR else os.lstat(entry.path)
                except FileNotFoundError:  # gone since it was listed
                    continue
                except OSError as error:
                    listed.append((entry.name, error))
                else:
                    listed.append((entry.name, found))
        return sorted(listed, key=lambda entry: entry[0])

    def _linked(self, name: str) -> Iterator[Found]:
        """The file that a link leads to, if it lies below the root."""
        try:
            real = os.path.realpath(os.path.join(self._root, name), strict=True)  # noqa: PTH118 - of any length
            place = os.path.relpath(real, self._root).replace(os.sep, "/")
            if place == ".." or place.startswith("../") or os.path.isabs(place):  # noqa: PTH117 - as above
                yield Found(name, error=OSError(errno.EXDEV, os.strerror(errno.EXDEV)))
                return
            folder, _, own = place.rpartition("/")
            within = self._go(folder)
            found = os.stat(own, dir_fd=within, follow_symlinks=False) if isinstance(within, int) else os.lstat(real)
        except ValueError as error:  # on another drive
            yield Found(name, error=OSError(errno.EXDEV, str(error)))
        except OSError as error:
            yield Found(name, error=error)
        else:
            if not modes.S_ISDIR(found.st_mode):
                yield _found(name, place, found)

    def _open(self, place: str) -> int:
        folder, _, own = place.rpartition("/")
        within = self._go(folder)
        if isinstance(within, int):
            return os.open(own, _FILE, dir_fd=within)
        path = os.path.join(within, own)  # noqa: PTH118 - as the system has it
        if os.path.realpath(path, strict=True) != path:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return os.open(path, _FILE)

    def _go(self, folder: str) -> int | str:
        """The folder of that name, as a descriptor until the next call or as a path."""
        if not BY_DESCRIPTOR:
            return os.path.join(self._root, folder) if folder else self._root  # noqa: PTH118 - as the system has it
        names = folder.split("/") if folder else []
        same = 0
        while same < min(len(names), len(self._names)) and names[same] == self._names[same]:
            same += 1
        while len(self._names) > same:
            self._go_up()
        for name in names[len(self._names) :]:
            self.go_down(name)
        return self._here

    def go_down(self, name: str) -> None:
        """Go into a folder of this name. Raises OSError."""
        below = os.open(name, _FOLDER, dir_fd=self._here)
        own = _id(os.fstat(below))
        if own in self._ids:  # as where a folder is mounted within itself
            os.close(below)
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        self._move(below)
        self._names.append(name)
        self._ids.append(own)

    def _go_up(self) -> None:
        """To the folder above; to the root where somebody has moved what we are in."""
        above = os.open("..", _FOLDER, dir_fd=self._here) if len(self._names) > 1 else self._top
        if _id(os.fstat(above)) == self._ids[-2]:
            self._move(above)
            del self._names[-1], self._ids[-1]
        else:
            os.close(above)
            self._move(self._top)
            del self._names[:], self._ids[1:]

    def _move(self, opened: int) -> None:
        if self._here != self._top:
            os.close(self._here)
        self._here = opened


def _found(name: str, place: str, found: os.stat_result) -> Found:
    if not modes.S_ISREG(found.st_mode):
        return Found(name, error=OSError(errno.EINVAL, os.strerror(errno.EINVAL)))
    return Found(name, place, _times(found))


def _times(found: os.stat_result) -> FileTimes:
    return FileTimes(found.st_size, found.st_mtime_ns, 0 if os.name == "nt" else found.st_ctime_ns)


def _id(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino
