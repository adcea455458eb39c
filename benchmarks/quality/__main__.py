"""What does `make quality` do? Asks every method every question of every collection and reports who finds how much."""

import argparse
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.quality import collections, run
from benchmarks.quality.neural import refusal
from benchmarks.quality.report import LEGEND
from retrieval import packaged_model

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "benchmarks" / "QUALITY.md"
SHARED = ROOT.parent / "shared"
_NAMES = ("squad", "newwiki", "docs", "community", "real-rust", "real-fastapi", "real-flask", "real-tldr")
USUAL = [*(SHARED / "eval" / name for name in _NAMES), SHARED / "seeds_gold"]


def main() -> int:
    """Run and print the report, and keep it if told so; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("collections", nargs="*", type=Path, metavar="DIR", help="folders of known questions")
    parser.add_argument("--limit", type=int, metavar="N", help="so many questions of each, drawn by a fixed seed")
    parser.add_argument("--ablation", action="store_true", help="measure Quoth without each of its parts, too")
    parser.add_argument("--keep", action="store_true", help=f"write the report to {KEPT.relative_to(ROOT)}, too")
    parser.add_argument("--model", type=Path, default=packaged_model(), metavar="DIR", help="the folder of a model")
    arguments = parser.parse_args()
    sources = arguments.collections or [folder for folder in USUAL if folder.is_dir()]
    if not sources:
        sys.stderr.write("There are no collections beside the checkout; name folders of known questions.\n")
        return 2
    refused = refusal(arguments.model)
    parts = [_head(arguments.limit), *([refused] if refused else [])]
    with TemporaryDirectory() as workplace:
        for source in sources:
            try:
                collection = collections.load(source, Path(workplace))
            except (OSError, ValueError, KeyError) as error:
                sys.stderr.write(f"{source} cannot be used: {error}\n")
                return 2
            collection = collection.sample(arguments.limit) if arguments.limit else collection
            parts += run.sections(collection, model=None if refused else arguments.model, ablation=arguments.ablation)
    report = "\n\n".join(parts) + "\n"
    sys.stdout.write(report)
    if arguments.keep:
        KEPT.write_text(report, encoding="utf-8")
    return 0


def _head(limit: int | None) -> str:
    sampled = f", at most {limit} questions of each collection" if limit else ""
    return (
        f"# Quality\n\n{datetime.now(UTC):%Y-%m-%d}, commit {_commit()}{sampled}. Made by `make quality`.\n\n{LEGEND}"
    )


def _commit() -> str:
    """The commit that was measured, with a word if the tree differs from it."""
    asked = ["git", "describe", "--always", "--dirty", "--abbrev=10", "--match="]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
