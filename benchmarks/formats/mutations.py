"""How are files damaged? Bytes and lines anywhere, or their structure, which leaves more of them readable."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

from benchmarks.formats import structures

IN_PARTS = 0.8
"""Share of the mutations of a packed file that change one of its parts, not the package."""
IN_STRUCTURE = 0.6
"""Share of the mutations that keep what the reader needs to begin at all, where the sample has such a structure."""
_MARKS = (b"\x00", b"\xff\xfe", b"\r", b"\n\n", b"<", b"]]>", b"&x;", b'"', b"{", b"\\u0000", b"---\n", b"\xf0\x9f\x92")
Mutation = Callable[[bytes, bytes, random.Random], bytes]


def mutated(sample: bytes, other: bytes, draw: random.Random) -> bytes:
    """The sample with one to eight changes; most times those of a packed one are made in one of its parts."""
    if sample.startswith(b"PK") and draw.random() < IN_PARTS:
        return _in_a_part(sample, draw)
    if draw.random() < IN_STRUCTURE and (changed := structures.mutated(sample, draw)) is not None:
        return changed
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
