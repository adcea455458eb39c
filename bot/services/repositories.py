"""How does a repository of git become a folder of documents? Its latest state is fetched by the git that is installed.

Only that state comes, without history, submodules or hooks; nothing is ever sent. The copy lies in the data folder.
"""

import logging
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bot.config.corpus import Origin
from retrieval import CorpusError, private_folder

log = logging.getLogger(__name__)

FETCH_S = 300.0
"""A fetch that takes longer is given up."""
_SAFE = ("core.hooksPath=/dev/null", "core.fsmonitor=false", "protocol.ext.allow=never", "submodule.recurse=false")


def fetch(origin: Origin, copy: Path) -> None:
    """Brings the copy to the latest state of the repository, or leaves it. Raises CorpusError where that fails."""
    try:
        if not (copy / ".git").exists():
            private_folder(copy)
            _git("init", "--quiet", "--", str(copy))
        within = ("-C", str(copy))
        _git(
            *within, "fetch", "--quiet", "--depth=1", "--no-tags", "--force", "--", origin.url, origin.branch or "HEAD"
        )
        _git(*within, "reset", "--quiet", "--hard", "FETCH_HEAD")
    except FileNotFoundError:
        raise CorpusError(f"The repository {origin.url} cannot be fetched: git is not installed.") from None
    except subprocess.TimeoutExpired:
        raise CorpusError(f"The repository {origin.url} does not answer.") from None
    except (OSError, subprocess.CalledProcessError) as error:
        said = error.stderr.decode(errors="replace") if isinstance(error, subprocess.CalledProcessError) else str(error)
        last = (said.strip().splitlines() or ["git failed"])[-1].removeprefix("fatal: ").rstrip(".")
        raise CorpusError(f"The repository {origin.url} cannot be fetched: {last}.") from None


def fetch_missing(origins: Sequence[Origin], copies: Path) -> None:
    """Fetches the repositories that have no copy yet. Raises CorpusError."""
    for origin in origins:
        if not (copies / origin.name / ".git" / "FETCH_HEAD").exists():
            fetch(origin, copies / origin.name)


@contextmanager
def fetched(origins: Sequence[Origin], copies: Path, every_s: float) -> Iterator[None]:
    """Fetches the repositories now in the background, and again and again (0: not again), while the context lasts."""
    if not origins:
        yield
        return
    over = threading.Event()
    args = (origins, copies, every_s, over)
    fetching = threading.Thread(target=_fetch_again, args=args, name="fetching", daemon=True)
    fetching.start()
    try:
        yield
    finally:
        over.set()  # a fetch that is under way ends with the process


def _fetch_again(origins: Sequence[Origin], copies: Path, every_s: float, over: threading.Event) -> None:
    while True:
        for origin in origins:
            try:
                fetch(origin, copies / origin.name)
            except CorpusError as error:
                log.warning("%s Quoth goes on with what it has of it.", error)
        if over.wait(every_s or None):
            return


def _git(*arguments: str) -> None:
    """Runs git, which asks nobody and heeds no surroundings. Raises OSError, CalledProcessError, TimeoutExpired."""
    git = shutil.which("git")
    if git is None:
        raise FileNotFoundError("git")
    settings = [part for setting in _SAFE for part in ("-c", setting)]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    surroundings |= {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "https:ssh:file",
        "GIT_SSH_COMMAND": "ssh -oBatchMode=yes",
        "GIT_LFS_SKIP_SMUDGE": "1",
        "LC_ALL": "C",
    }
    subprocess.run(  # noqa: S603 - no shell, and addresses are checked where they are read
        [git, *settings, *arguments],
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=FETCH_S,
        check=True,
    )
