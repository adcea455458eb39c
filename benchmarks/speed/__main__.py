"""What does `make bench` measure? Quoth's search beside other engines, and the whole question to the bot.

    python -m benchmarks.speed [--sizes 100,20000] [--engines tantivy,fts5] [--rounds N] [--corpus FOLDER] [--keep]

The report goes to standard output, progress to standard error. A million passages, `--sizes 100,20000,100000,1000000`,
take half an hour, and rank-bm25 alone 4.6 GB of memory.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from benchmarks.speed import plots
from benchmarks.speed.engines import ENGINES, installed
from benchmarks.speed.measuring import NotExact, Plan, measure
from benchmarks.speed.processes import ROOT, EngineFailed
from benchmarks.speed.report import report
from benchmarks.speed.worker import CHANGES, PASSAGES_OF_A_DOCUMENT
from retrieval import CorpusError

REPORTS = ROOT / "benchmarks" / "reports"
SIZES = (100, 20_000, 100_000)
SMALLEST = CHANGES * PASSAGES_OF_A_DOCUMENT


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and tell; gives the exit code."""
    arguments = _parse(argv)
    with tempfile.TemporaryDirectory(dir=arguments.cache) as cache:
        plan = Plan(
            arguments.corpus,
            Path(cache),
            arguments.sizes,
            arguments.engines,
            rounds=arguments.rounds,
            questions=arguments.questions,
            whole=arguments.whole,
        )
        try:
            with tqdm(total=plan.steps, unit="step", file=sys.stderr) as bar:

                def told(done: str) -> None:
                    bar.set_description(done, refresh=False)
                    bar.update()

                results = measure(plan, told)
        except (CorpusError, ValueError, NotExact, EngineFailed) as error:
            sys.stderr.write(f"{error}\n")
            return 1
    text = report(results, arguments.questions, arguments.rounds)
    sys.stdout.write(text + "\n")
    if arguments.keep:
        REPORTS.mkdir(parents=True, exist_ok=True)
        pictures = "\n".join(f"![{path.stem}]({path.name})" for path in plots.draw(results, REPORTS))
        (REPORTS / "speed.md").write_text(f"{text}\n\n{pictures}\n", encoding="utf-8")
    return 0


def _parse(argv: Sequence[str] | None) -> argparse.Namespace:
    shared = ROOT.parent / "shared" / "eval"
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="numbers of passages (default: 100,20000,100000)")
    parser.add_argument("--engines", type=_engines, default=installed(), help=f"of {','.join(ENGINES)} (default: all)")
    parser.add_argument(
        "--rounds", type=int, default=Plan.rounds, help="rounds of all questions (default: %(default)s)"
    )
    parser.add_argument(
        "--questions", type=int, default=Plan.questions, help="questions of a round (default: %(default)s)"
    )
    parser.add_argument(
        "--corpus",
        type=Path,
        default=shared if shared.is_dir() else ROOT / "seeds",
        help="a folder of documents, or of collections with questions (default: ../shared/eval, else seeds)",
    )
    parser.add_argument("--cache", type=Path, help="where passages and indexes lie for the moment (default: temporary)")
    parser.add_argument("--no-whole", dest="whole", action="store_false", help="leave the whole questions out")
    parser.add_argument("--keep", action="store_true", help="write report and plots to benchmarks/reports")
    return parser.parse_args(argv)


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(int(size) for size in text.split(","))
    if min(sizes) < SMALLEST:
        raise argparse.ArgumentTypeError(f"a size is {SMALLEST} or more")
    return sizes


def _engines(text: str) -> list[str]:
    wanted, there = text.split(","), installed()
    for name in wanted:
        if name not in there:
            raise argparse.ArgumentTypeError(f"“{name}” is not installed here; there are {', '.join(there)}")
    return [name for name in ENGINES if name in wanted]


if __name__ == "__main__":
    sys.exit(main())
