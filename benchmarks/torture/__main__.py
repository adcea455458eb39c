"""Is Quoth right after everything that can happen to it? Kills, damages, faults of the system, odd questions, and time.

    python -m benchmarks.torture [--kills N] [--damages N] [--rounds N] [--questions N] [--soak SECONDS] [--seed N]

Each part can be made shorter, or left out with 0. The exit code is 1 where anything was wrong.
"""

import argparse
import logging
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.torture import damages, faults, kills, questions, soak
from benchmarks.torture.common import Found

REPORT = Path(__file__).parents[1] / "reports" / "torture.md"
_MOST_TOLD = 10

PARTS: tuple[tuple[str, Callable[[Path, int, int], Found], int, str], ...] = (
    ("kills", kills.run, 500, "processes that are killed"),
    ("damages", damages.run, 2_000, "damages to what is kept"),
    ("rounds", faults.run, 10, "rounds of each of the kinds of faults"),
    ("questions", questions.run, 20_000, "odd questions"),
    ("soak", soak.run, 3_600, "seconds that the bot lives on a Discord on loopback"),
)


def main() -> int:
    """Run what is wanted, print the report, and keep it if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name, _, default, what in PARTS:
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N", help=f"{what} (default: {default})")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed, other chances (default: 1)")
    parser.add_argument("--report", type=Path, metavar="FILE", default=REPORT, help="where to write the report")
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)  # what is damaged is told there, thousands of times
    found: list[tuple[Found, float]] = []
    for name, run, _, _ in PARTS:
        if times := getattr(arguments, name):
            began = time.monotonic()
            with tempfile.TemporaryDirectory() as folder:
                found.append((run(Path(folder), times, arguments.seed), time.monotonic() - began))
            sys.stdout.write(f"{name}: {found[-1][0].tried} tried, {len(found[-1][0].wrong)} wrong\n")
            sys.stdout.flush()
    arguments.report.write_text(report(found, arguments.seed), encoding="utf-8")
    return int(any(part.wrong for part, _ in found))


def report(found: list[tuple[Found, float]], seed: int) -> str:
    """What was tried and found, as Markdown."""
    rows = [
        f"| {part.name} | {part.tried} | {len(part.wrong)} | {seconds:.0f} | "
        f"{', '.join(f'{name}: {count}' for name, count in sorted(part.seen.items()))} |"
        for part, seconds in found
    ]
    wrong = [f"- {part.name}: {what}" for part, _ in found for what in part.wrong[:_MOST_TOLD]]
    return "\n".join(
        [
            "# Torture\n",
            f"{datetime.now(UTC):%Y-%m-%d}, Quoth {version('quoth')}, Python {sys.version.split()[0]}, seed {seed}\n",
            (__doc__ or "").strip() + "\n",
            "| part | tried | wrong | seconds | seen |",
            "|---|---:|---:|---:|---|",
            *rows,
            *(["\n## What was wrong\n", *wrong] if wrong else []),
            "",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
