"""Does a reader crash, hang or give wrong places on damaged files? Seeded mutations of files that are well-formed.

    python -m benchmarks.formats.fuzz [--seconds N] [--seed N] [--report FILE] [FORMAT …]

Each mutation cuts, doubles, swaps, overwrites or inserts bytes or lines of a sample, or puts a part of another one in.
A reader may refuse a file; all else it raises is a crash, more than ten seconds are a hang, and blocks that are blank,
overlap or lie outside of the text are wrong places.
"""

import argparse
import json
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from pptx import Presentation

from retrieval.documents.model import Block
from retrieval.ingestion.formats.reader import Format, Refused, Source
from retrieval.ingestion.formats.registry import FORMATS
from tests.fakes.nasty_texts import SHAPES
from tests.fakes.written_manual import WRITERS, zipped

REPORT = Path(__file__).parents[1] / "reports" / "formats-fuzzing.md"
HANG_S = 10.0
IN_PARTS = 0.8
"""Share of the mutations of a packed file that change one of its parts, not the package."""
SHAPE_SIZE = 12
"""Repetitions in the texts of odd shapes that are samples, too."""
_MARKS = (b"\x00", b"\xff\xfe", b"\r", b"\n\n", b"<", b"]]>", b"&x;", b'"', b"{", b"\\u0000", b"---\n", b"\xf0\x9f\x92")

HEAD = ("format", "files", "refused", "crashes", "hangs", "wrong places", "slowest, s")
Mutation = Callable[[bytes, bytes, random.Random], bytes]


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
        "| format | files | refused | crashes | hangs | wrong places | slowest, s |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    failed = False
    for format_ in wanted:
        found, slowest = fed(format_, arguments.seconds, arguments.seed)
        cells = (found["files"], found["refused"], found["crashes"], found["hangs"], found["wrong places"])
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
            found["wrong places"] += is_wrong(reading.text, reading.blocks)
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


def samples_of(format_: Format) -> Iterator[bytes]:
    """Well-formed files of the format, else texts of many shapes."""
    own = [write() for name, write in WRITERS.items() if Path(name).suffix in format_.suffixes]
    own += [write() for suffix, write in OTHERS.items() if suffix in format_.suffixes]
    yield from own
    if not own or b"\x00" not in own[0]:
        yield from (shape(SHAPE_SIZE).encode() for shape in SHAPES.values())


def as_json() -> bytes:
    """Records of several kinds."""
    rows = [{"name": f"boat {n}", "berths": n, "tags": ["a", "b"], "owner": {"name": "Ann"}} for n in range(5)]
    return json.dumps({"title": "Boats", "rows": rows, "open": None}, indent=1).encode()


def as_sheet() -> bytes:
    """A workbook with a table."""
    book, file = Workbook(), BytesIO()
    for row in (("Boat", "Berths"), ("Lorelei", 4), ("Tern", 2)):
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def as_slides() -> bytes:
    """A presentation with a title and points."""
    shown, file = Presentation(), BytesIO()
    slide = shown.slides.add_slide(shown.slide_layouts[1])
    slide.shapes.title.text = "Boats"
    slide.placeholders[1].text = "Lorelei has four berths.\nTern has two."
    shown.save(file)
    return file.getvalue()


def as_odt() -> bytes:
    """A heading and a paragraph of an OpenDocument text."""
    schema = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{short}="{schema}:{short}:1.0"' for short in ("office", "text"))
    body = '<text:h text:outline-level="1">Boats</text:h><text:p>Lorelei has four berths.</text:p>'
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {names}>{inside}</office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


OTHERS = {".json": as_json, ".xlsx": as_sheet, ".pptx": as_slides, ".odt": as_odt}
"""Well-formed files of formats that the manual is not written in."""


def mutated(sample: bytes, other: bytes, draw: random.Random) -> bytes:
    """The sample with one to eight changes; most times those of a packed one are made in one of its parts."""
    if sample.startswith(b"PK") and draw.random() < IN_PARTS:
        return _in_a_part(sample, draw)
    for _ in range(draw.randint(1, 8)):
        sample = draw.choice(MUTATIONS)(sample, other, draw)
    return sample


def _in_a_part(sample: bytes, draw: random.Random) -> bytes:
    """The packed file with changes in one of its parts, packed anew."""
    with zipfile.ZipFile(BytesIO(sample)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name, file = draw.choice(list(parts)), BytesIO()
    parts[name] = mutated(parts[name].removeprefix(b"PK"), draw.choice(list(parts.values())), draw)
    with zipfile.ZipFile(file, "w") as packed:
        for part, content in parts.items():
            packed.writestr(part, content)
    return file.getvalue()


def _place(sample: bytes, draw: random.Random) -> tuple[int, int]:
    start = draw.randint(0, len(sample))
    return start, min(len(sample), start + draw.randint(0, 200))


def _cut(sample: bytes, _: bytes, draw: random.Random) -> bytes:
    start, end = _place(sample, draw)
    return sample[:start] + sample[end:]


def _double(sample: bytes, _: bytes, draw: random.Random) -> bytes:
    start, end = _place(sample, draw)
    return sample[:end] + sample[start:]


def _overwrite(sample: bytes, _: bytes, draw: random.Random) -> bytes:
    start, _end = _place(sample, draw)
    return sample[:start] + draw.randbytes(draw.randint(1, 4)) + sample[start + 1 :]


def _insert(sample: bytes, _: bytes, draw: random.Random) -> bytes:
    start, _end = _place(sample, draw)
    return sample[:start] + draw.choice(_MARKS) + sample[start:]


def _splice(sample: bytes, other: bytes, draw: random.Random) -> bytes:
    start, _end = _place(sample, draw)
    first, last = _place(other, draw)
    return sample[:start] + other[first:last] + sample[start:]


def _shuffle(sample: bytes, _: bytes, draw: random.Random) -> bytes:
    lines = sample.splitlines(keepends=True)
    if len(lines) > 1:
        one, two = draw.randrange(len(lines)), draw.randrange(len(lines))
        lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


MUTATIONS: tuple[Mutation, ...] = (_cut, _double, _overwrite, _insert, _splice, _shuffle)


def is_wrong(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a block is blank, overlaps the one before, or lies outside of the text."""
    before = 0
    for block in blocks:
        span = block.span
        if not before <= span.start < span.end <= len(text) or not span.of(text).strip():
            return True
        before = span.end
    return False


if __name__ == "__main__":
    sys.exit(main())
