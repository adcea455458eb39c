"""The real command in a process of its own, far from the checkout's configuration and from any token."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., "subprocess.Popen[bytes]"]:
    """Starts `quoth ARGUMENTS` in `tmp_path` with pipes, `env` added to an environment without a token."""

    def run(
        *arguments: str,
        env: dict[str, str] | None = None,
        stdout: int | BinaryIO = subprocess.PIPE,
        stderr: int | BinaryIO = subprocess.PIPE,
    ) -> "subprocess.Popen[bytes]":
        plain = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": "/nonexistent"}
        return subprocess.Popen(  # noqa: S603 - the command under test
            [sys.executable, "-m", "bot", *arguments],
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=stderr,
            cwd=tmp_path,
            env=plain | (env or {}),
        )

    return run


@pytest.fixture
def quoth(
    start: Callable[..., "subprocess.Popen[bytes]"],
) -> Callable[..., "subprocess.CompletedProcess[bytes]"]:
    """Runs `quoth ARGUMENTS` to its end, with `given` on standard input."""

    def run(
        *arguments: str, given: bytes = b"", env: dict[str, str] | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        with start(*arguments, env=env) as running:
            stdout, stderr = running.communicate(given, timeout=60)
        return subprocess.CompletedProcess(arguments, running.returncode, stdout, stderr)

    return run


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of documents with everything that makes offsets go wrong."""
    folder = tmp_path / "docs"
    (folder / "guides").mkdir(parents=True)
    (folder / "windows.txt").write_bytes(
        "The walrus sleeps on the ice floe. 🦭\r\n\r\n"
        "A walrus eats clams 👩‍👩‍👧 and sea cucumbers every day.\r\n".encode()
    )
    (folder / "guides" / "refunds.md").write_bytes(
        "\ufeff# Refunds\n\nA refund is paid within fourteen days of the purchase.\n\n"
        "Café owners get their refund in cash at the counter.\n".encode()
    )
    (folder / "weather.txt").write_bytes(
        b"Rain is expected over the northern hills tonight.\n\nTomorrow the sun shines again from early morning.\n\n"
        b"Farmers hope for more rain before the harvest begins.\n\nThe wind turns west and becomes weaker.\n"
    )
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    return folder
