"""How much of a manual do readers of each format find, and how long do they take? Beside markitdown, in one run.

    python -m benchmarks.formats --peer PYTHON [--report FILE]

The manual is written in each format by independent tools. Counted is the share of its words, each as often as it stands
there, that the extracted text holds. PYTHON is the interpreter of an environment in which markitdown is installed with
its extras for PDF and office files; each file is read three times there and here, and the quickest counts.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from retrieval.ingestion.formats.reader import Refused, Source
from retrieval.ingestion.formats.registry import read
from tests.fakes.written_manual import WRITERS, as_text

REPORT = Path(__file__).parents[1] / "reports" / "formats.md"
TIMES = 3
"""How often each file is read."""
_PEER = """
import json, sys, time
from markitdown import MarkItDown
reader, found = MarkItDown(), {}
for path in sys.argv[2:]:
    took, text = [], ""
    for _ in range(int(sys.argv[1])):
        began = time.perf_counter()
        try:
            text = reader.convert(path).text_content
        except Exception as error:
            text = ""
        took.append(time.perf_counter() - began)
    found[path.rpartition(".")[2]] = (text, min(took))
print(json.dumps(found))
"""
Found = Mapping[str, tuple[str, float]]
"""By format the text and the seconds it took."""


def main() -> int:
    """Measure, print the table and keep it; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--peer", type=Path, required=True, metavar="PYTHON", help="an interpreter with markitdown")
    parser.add_argument("--report", type=Path, default=REPORT, metavar="FILE", help="where to write the table")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        paths = {name.rpartition(".")[2]: Path(folder, name) for name in WRITERS}
        for path in paths.values():
            path.write_bytes(WRITERS[path.name]())
        theirs = peer(arguments.peer, list(paths.values()))
        ours = {name: quoth(path) for name, path in paths.items()}
    table = "\n".join(rows(ours, theirs))
    sys.stdout.write(f"{table}\n")
    made = f"{datetime.now(UTC):%Y-%m-%d}"
    arguments.report.write_text(f"# Formats\n\n{made}\n\n{__doc__}\n{table}\n", encoding="utf-8")
    return 0


def quoth(path: Path) -> tuple[str, float]:
    """The text that Quoth has of the file; "" where it refuses it."""
    took, text = [], ""
    for _ in range(TIMES):
        began = time.perf_counter()
        try:
            text = read(Source(path.name, path.read_bytes())).text
        except Refused:
            text = ""
        took.append(time.perf_counter() - began)
    return text, min(took)


def peer(python: Path, paths: list[Path]) -> Found:
    """What markitdown has of the files."""
    command = [str(python), "-c", _PEER, str(TIMES), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - as the caller named it
    found: dict[str, tuple[str, float]] = {
        name: (text, took) for name, (text, took) in json.loads(done.stdout.splitlines()[-1]).items()
    }
    return found


def rows(ours: Found, theirs: Found) -> list[str]:
    """The table: a line for each format."""
    wanted = counted(as_text().decode())
    lines = ["| format | words, Quoth | words, markitdown | ms, Quoth | ms, markitdown |", "|---|---:|---:|---:|---:|"]
    for name, (text, took) in ours.items():
        other, other_took = theirs.get(name, ("", 0.0))
        shares = " | ".join(f"{100 * share(one, wanted):.1f} %" for one in (text, other))
        lines.append(f"| {name} | {shares} | {1000 * took:.1f} | {1000 * other_took:.1f} |")
    return lines


def share(text: str, wanted: Counter[str]) -> float:
    """How many of the wanted words the text has, each as often as wanted; 0 to 1."""
    return (wanted & counted(text)).total() / wanted.total()


def counted(text: str) -> Counter[str]:
    """The words of a text."""
    return Counter(re.findall(r"\w+", text.casefold()))


if __name__ == "__main__":
    sys.exit(main())
