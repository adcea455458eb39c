"""How is a library called that may crash or hang? In a process of its own, with limits of time and memory.

The process runs a module that reads the file's bytes and writes JSON; nothing else of it is believed.
"""

import errno
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.reader import Refused

TIME_S = 10.0
"""Seconds that the reading of a file may take."""
MEMORY = 300_000_000
"""Bytes that it may take beside what the interpreter has at its start."""


def run(module: str, content: bytes) -> Any:  # noqa: ANN401 - whatever the module writes
    """What the module tells of the bytes. Raises Refused where it does not within the limits, or tells a reason.

    Raises OSError where no process can be started just now.
    """
    command = [sys.executable, "-P", "-m", module, str(MEMORY), str(int(TIME_S))]
    try:
        done = subprocess.run(  # noqa: S603 - the interpreter and a module of this package
            command, input=content, capture_output=True, timeout=TIME_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(SkipReason.TOO_COSTLY, f"{TIME_S:g} s") from error
    except OSError as error:  # too many processes or open files: it says nothing about the file
        raise OSError(errno.EAGAIN, error.strerror or str(error)) from error
    if done.returncode:
        is_memory = b"MemoryError" in done.stderr or done.returncode == -9
        raise Refused(SkipReason.TOO_COSTLY if is_memory else SkipReason.DAMAGED, f"exit {done.returncode}")
    told = json.loads(done.stdout)
    if reason := told.get("refused"):
        raise Refused(SkipReason(reason), told.get("detail", ""))
    return told


def limit(memory: int, time_s: int) -> None:
    """Holds the process that calls it to these limits, where the system has such."""
    try:
        import resource
    except ImportError:  # Windows, where only the time is limited, by whoever waits
        return
    usage = Path("/proc/self/statm")
    used = int(usage.read_text().split()[0]) * resource.getpagesize() if usage.exists() else 200_000_000
    resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
    resource.setrlimit(resource.RLIMIT_CPU, (time_s, time_s + 1))
