"""What does `python -m benchmarks.quality.confidence` do? Fits the confidence and reports each family left out."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.quality import collections
from benchmarks.quality.__main__ import SHARED
from benchmarks.quality.confidence import report, samples
from benchmarks.quality.confidence.fitting import as_written, fitted

LIMIT = 300
"""Questions of a collection, drawn by a fixed seed."""


def main() -> int:
    """Print the table of collections left out, the weights, and the table of those in the code; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.confidence", description=__doc__)
    parser.add_argument("collections", nargs="*", type=Path, metavar="DIR", help="folders of known questions")
    parser.add_argument("--limit", type=int, default=LIMIT, metavar="N", help="so many questions of each at most")
    parser.add_argument("--signs", type=Path, metavar="DIR", help="keep the signs there, and use those that are there")
    arguments = parser.parse_args()
    found = [
        one
        for source in arguments.collections or sorted([*SHARED.glob("eval/*/"), SHARED / "seeds_gold"])
        if any(source.glob("questions.jsonl*"))
        for one in _samples(source, arguments.limit, arguments.signs)
    ]
    if len({one.family for one in found}) < 2:
        sys.stderr.write("Name folders of known questions, of two families at least.\n")
        return 2
    judged, weights = report.left_out(found)
    written = as_written()
    sys.stdout.write(f"Each family left out of the fit:\n\n{report.table(judged)}\n\n")
    sys.stdout.write(report.weights_table(weights | {"none left out": fitted(found), "in the code": written}) + "\n\n")
    judged = list(zip(found, written.log_odds(found).tolist(), strict=True))
    sys.stdout.write(f"With the weights in the code:\n\n{report.table(judged)}\n")
    return 0


def _samples(source: Path, limit: int, kept: Path | None) -> list[samples.Sample]:
    place = kept / f"{source.name}.jsonl" if kept else None
    if place and place.exists():
        return samples.load(place)
    with TemporaryDirectory() as workplace:
        found = list(samples.samples(collections.load(source, Path(workplace)), limit))
    if place:
        place.parent.mkdir(parents=True, exist_ok=True)
        samples.save(place, found)
    return found


if __name__ == "__main__":
    sys.exit(main())
