"""Does the system tell of changes in a folder? On local disks it does; a thread waits for that.

watchfiles asks the system (inotify, FSEvents, ReadDirectoryChangesW). Network drives tell only of changes that this
machine makes, so there it is not relied upon.
"""

import logging
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger(__name__)

_NETWORK = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "davfs",
    "fuse",
    "vboxsf",
)
"""Types of file systems, as Linux names them, whose files others may change unseen."""


def is_told(folders: Sequence[Path]) -> bool:
    """Whether the system tells of all changes in the folders."""
    return bool(folders) and all(folder.is_dir() and not _is_network(folder) for folder in folders)


@contextmanager
def telling(folders: Sequence[Path], changed: threading.Event, over: threading.Event) -> Iterator[threading.Event]:
    """Sets `changed` at each change, for as long as the context lasts, which `over` ends.

    The event that it gives is set while the system tells.
    """
    tells = threading.Event()
    if not is_told(folders):
        yield tells
        return
    thread = threading.Thread(target=_listen, args=(folders, changed, over, tells), name="told", daemon=True)
    thread.start()
    try:
        yield tells
    finally:
        over.set()
        thread.join()


def _listen(folders: Sequence[Path], changed: threading.Event, over: threading.Event, tells: threading.Event) -> None:
    try:
        from watchfiles import watch  # here: single commands need not wait for it

        found = watch(
            *folders,
            watch_filter=None,
            debounce=200,
            step=50,
            stop_event=over,
            rust_timeout=200,
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        )
        for changes in found:
            tells.set()
            if changes:
                changed.set()
    except (OSError, RuntimeError) as error:  # as where the system has no more watches to give
        log.info("The system does not tell of changes (%s); Quoth looks from time to time.", error)
    finally:
        tells.clear()


def _is_network(folder: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return str(folder.resolve()).startswith("\\\\")
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    place, kind, longest = folder.resolve(), "", -1
    for line in lines:
        mount, _, about = line.partition(" - ")
        at = Path(mount.split()[4].replace("\\040", " "))
        if place.is_relative_to(at) and len(at.parts) >= longest:
            kind, longest = about.split()[0], len(at.parts)
    return kind.partition(".")[0] in _NETWORK
