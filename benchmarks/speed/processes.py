"""How are engines kept apart? Each works in a process of its own, on one thread, and is told what to do."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}


class EngineFailed(Exception):
    """A process ended before its answer; what it said stands on standard error."""


def run(module: str, *arguments: str) -> tuple[str, float]:
    """What a module of this package writes when it is run, and the seconds that the whole process took."""
    start = time.perf_counter()
    done = subprocess.run(_command(module, *arguments), **_how(), stdout=subprocess.PIPE, check=False)  # noqa: S603 - own
    if done.returncode:
        raise EngineFailed(f"{module} {' '.join(arguments[:2])} failed, see above.")
    return done.stdout, time.perf_counter() - start


class Serving:
    """An engine that has opened its index and waits for commands."""

    def __init__(self, name: str, folder: Path, questions: Path, added: Path) -> None:
        self._name = name
        command = _command("benchmarks.speed.worker", "serve", name, str(folder), str(questions), str(added))
        self._process = subprocess.Popen(command, **_how(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - own
        self._answer()  # it is open: nobody else is measured while it opens

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.stdin:
            self._process.stdin.close()
        if self._process.stdout:
            self._process.stdout.close()
        if error:
            self._process.kill()
        self._process.wait()

    def tell(self, *command: object) -> Any:  # noqa: ANN401 - whatever JSON holds
        """The answer to a command. Raises EngineFailed."""
        if self._process.stdin:
            try:
                self._process.stdin.write(json.dumps(command) + "\n")
                self._process.stdin.flush()
            except BrokenPipeError:
                raise EngineFailed(f"{self._name} has ended, see above.") from None
        return self._answer()

    def _answer(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise EngineFailed(f"{self._name} has ended, see above.")
        return json.loads(line)


def _command(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", module, *arguments]


def _how() -> dict[str, Any]:
    return {"cwd": ROOT, "env": os.environ | _ONE_THREAD, "text": True, "encoding": "utf-8"}
