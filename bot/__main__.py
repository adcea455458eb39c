"""What does `quoth` do? Reads the command line, runs one command and turns whatever happens into an exit code.

0: done. 1: it failed. 2: the command line, the configuration or a name in it is wrong. 130: stopped with Ctrl-C. 143:
the system asked it to end.
"""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import TextIOWrapper
from types import FrameType


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command of `argv` (default: of this process) and give its exit code. Only argparse raises: SystemExit."""
    try:
        _when_told(signal.SIGTERM, _terminate)
        return _main(argv)
    except KeyboardInterrupt:
        return 130
    except Terminated:
        return 143
    finally:  # Python's own end would show a traceback
        _when_told(signal.SIGINT, signal.SIG_DFL)
        _when_told(signal.SIGTERM, signal.SIG_DFL)


def _main(argv: Sequence[str] | None) -> int:
    from bot.cli.arguments import parse  # here, so that Ctrl-C is quiet from the first moment

    _speak_utf8()
    _compute_on_one_core()
    arguments = parse(argv)
    try:
        from bot.cli.commands import run  # after parsing: `--help` must not wait for the search to be loaded

        code = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon_stdout()
        return 1
    except Exception as error:
        if arguments.verbose:
            import traceback

            traceback.print_exc()
        else:
            said = f"Something unexpected went wrong: {type(error).__name__}: {error}. "
            sys.stderr.write(said + "Run the same command again with --verbose to see where.\n")
        if isinstance(error, OSError):
            _abandon_stdout()
        return 1
    return code


class Terminated(BaseException):
    """The system asks the process to end; it ends as with Ctrl-C, and removes what is half written."""


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise Terminated


def _when_told(number: signal.Signals, handler: signal.Handlers | Callable[[int, FrameType | None], None]) -> None:
    with suppress(ValueError):  # only the main thread gets signals
        signal.signal(number, handler)


def _compute_on_one_core() -> None:
    """Let each product of matrices take one core, before numpy is loaded: questions come from several threads anyway.

    Left alone, numpy's libraries start a thread for each core and let them wait for one another; where the machine has
    other work, that takes eight times as long.
    """
    for name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(name, "1")


def _speak_utf8() -> None:
    r"""Make standard output the same bytes on every system: UTF-8, "\n", and `\udc80` for what UTF-8 cannot say.

    Inside a JSON string that last form is just the right escape.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    from bot.terminal.harmless import guarded

    sys.stdout, sys.stderr = guarded(sys.stdout), guarded(sys.stderr)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def _abandon_stdout() -> None:
    """Send what is still buffered nowhere, or Python would fail on it once more while it shuts down."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
