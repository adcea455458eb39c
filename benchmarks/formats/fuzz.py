"""Does a reader crash, hang or give wrong places on damaged files? Seeded mutations of files that are well-formed.

    python -m benchmarks.formats.fuzz [--seconds N] [--seed N] [--report FILE] [FORMAT …]

A mutation cuts, doubles, swaps, overwrites or inserts bytes or lines of a sample, puts a part of another one in, or
changes its structure: values of JSON, elements of XML, headers of mails, cues, objects of a PDF. A reader may refuse a
file; all else it raises is a crash, more than ten seconds are a hang. Wrong places are blocks that are blank, overlap,
lie outside of the text or refer to what does not stand in it, and signs that no text can hold.
"""

import argparse
import random
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.formats.mutations import mutated
from benchmarks.formats.samples import samples_of
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source
from retrieval.ingestion.formats.registry import FORMATS

REPORT = Path(__file__).parents[1] / "reports" / "formats-fuzzing.md"
HANG_S = 10.0


def main() -> int:
    """Feed the readers, print the table and keep it; 1 where one failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help="names of formats, such as CSV (default: all)")
    parser.add_argument("--seconds", type=float, default=600.0, metavar="N", help="for each reader (default: 600)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed gives other files (default: 1)")
    parser.add_argument("--report", type=Path, default=REPORT, metavar="FILE", help="where to write the table")
    arguments = parser.parse_args()
    wanted = [one for one in FORMATS if not arguments.formats or one.name in arguments.formats]
    lines = [
        "| format | files | read, % | crashes | hangs | wrong places | slowest, s |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    failed = False
    for format_ in wanted:
        found, slowest = fed(format_, arguments.seconds, arguments.seed)
        read = 100 * (found["files"] - found["refused"] - found["crashes"]) // max(1, found["files"])
        cells = (found["files"], read, found["crashes"], found["hangs"], found["wrong places"])
        lines.append(f"| {format_.name} | {' | '.join(map(str, cells))} | {slowest:.2f} |")
        sys.stderr.write(f"{lines[-1]}\n")
        failed = failed or any(cells[2:])
    made = f"{datetime.now(UTC):%Y-%m-%d}, {arguments.seconds:g} seconds for each reader, seed {arguments.seed}"
    arguments.report.write_text("\n".join(["# Fuzzing of formats\n", f"{made}\n", __doc__ or "", *lines, ""]), "utf-8")
    sys.stdout.write("\n".join(lines) + "\n")
    return int(failed)


def fed(format_: Format, seconds: float, seed: int) -> tuple[Counter[str], float]:
    """What the reader made of mutated samples, and how long the slowest took."""
    draw = random.Random(f"{seed} {format_.name}")  # noqa: S311 - repeatable on purpose, nothing secret
    samples = list(samples_of(format_))
    found: Counter[str] = Counter()
    slowest, ends = 0.0, time.monotonic() + seconds
    while time.monotonic() < ends:
        content = mutated(draw.choice(samples), draw.choice(samples), draw)
        began = time.perf_counter()
        try:
            reading = format_.read(Source(f"a{format_.suffixes[0]}", content))
            if is_wrong(reading):
                found["wrong places"] += 1
                sys.stderr.write(f"{format_.name}: wrong places of {content[:200]!r}\n")
        except Refused:
            found["refused"] += 1
        except Exception as error:
            found["crashes"] += 1
            sys.stderr.write(f"{format_.name}: {error!r} on {content[:200]!r}\n")
        took = time.perf_counter() - began
        found["files"] += 1
        found["hangs"] += took > HANG_S
        slowest = max(slowest, took)
    return found, slowest


def is_wrong(reading: Reading) -> bool:
    """Whether a place of the reading is none, or its text could not be kept."""
    text, before = reading.text, 0
    for block in reading.blocks:
        span = block.span
        if not before <= span.start < span.end <= len(text) or not span.of(text).strip():
            return True
        before = span.end
        others = (*block.headings, block.lead_in, block.parent, block.header, block.speaker)
        if any(other and not 0 <= other.start < other.end <= span.end for other in others):
            return True
        if block.locator and not block.locator.value.strip():
            return True
    return any("\ud800" <= sign <= "\udfff" for sign in text)


if __name__ == "__main__":
    sys.exit(main())
