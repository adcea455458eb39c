"""How is a file damaged so that it can still be read? By its structure: values, elements, headers, cues, objects."""

import json
import random
import re

ODD: tuple[object, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1e300,
    "",
    " ",
    "\ud83d",
    "\x00",
    "x" * 5_000,
    [],
    {},
    [[]],
    {"": ""},
    [None],
)
"""Values that a program may find where it expects others."""
MAX_DEPTH = 6
_ELEMENT = re.compile(rb"<[^<>]{1,300}>")
_ATTRIBUTE = re.compile(rb'="[^"]{0,200}"')
_OBJECT = re.compile(rb"\d+ 0 obj.*?endobj\s*", re.DOTALL)
_IN_OBJECT = re.compile(rb"\b\d+ 0 R|(?<=[ \[])-?\d+(?:\.\d+)?(?=[ \]/>\r\n])")
"""A reference to another object of a PDF, or a number."""
_TIME = re.compile(rb"\d\d:\d\d[.,]\d{3}")


def mutated(sample: bytes, draw: random.Random) -> bytes | None:
    """The sample with one to four changes of its structure; None if it has none that is known here."""
    start = sample.lstrip()[:1]
    if start in (b"{", b"["):
        return _of_json(sample, draw)
    if sample.startswith(b"%PDF"):
        return _of_lines(sample, draw, _OBJECT, _IN_OBJECT, _IN_OBJECT)
    if start == b"<":
        return _of_lines(sample, draw, _ELEMENT, _ATTRIBUTE)
    if b"-->" in sample[:400]:
        return _of_lines(sample, draw, _TIME, re.compile(rb"-->"))
    if re.match(rb"[A-Z][\w-]{1,30}: |From ", sample):
        return _of_lines(sample, draw, re.compile(rb"(?m)^[\w-]{1,40}: [^\r\n]*"), re.compile(rb"(?m)^--[^\r\n]+$"))
    return None


def _of_json(sample: bytes, draw: random.Random) -> bytes | None:
    try:
        value = json.loads(sample)
    except ValueError:  # lines of it, or none
        return None
    for _ in range(draw.randint(1, 4)):
        value = _changed(value, draw, 0)
    return json.dumps(value).encode()


def _changed(value: object, draw: random.Random, depth: int) -> object:
    """The value, or something in it, in another way."""
    if depth < MAX_DEPTH and isinstance(value, dict) and value and draw.random() < 0.85:
        name = draw.choice(list(value))
        match draw.randrange(8):
            case 0:
                return {key: inner for key, inner in value.items() if key != name}
            case 1:
                return {**value, draw.choice(list(value)): value[name]}
            case _:
                return {**value, name: _changed(value[name], draw, depth + 1)}
    if depth < MAX_DEPTH and isinstance(value, list) and value and draw.random() < 0.85:
        at = draw.randrange(len(value))
        match draw.randrange(8):
            case 0:
                return value[:at] + value[at + 1 :]
            case 1:
                return [*value, value[at]]
            case _:
                return [*value[:at], _changed(value[at], draw, depth + 1), *value[at + 1 :]]
    return draw.choice((*ODD, [value], {"value": value}, str(value)))


def _of_lines(sample: bytes, draw: random.Random, *kinds: re.Pattern[bytes]) -> bytes:
    """The sample with some of its pieces taken away, doubled, or put in the place of one another."""
    for _ in range(draw.randint(1, 4)):
        found = list(draw.choice(kinds).finditer(sample))
        if not found:
            continue
        one, other = draw.choice(found), draw.choice(found)
        inside = draw.choice((b"", one.group() * 2, other.group(), other.group() + one.group()))
        sample = sample[: one.start()] + inside + sample[one.end() :]
    return sample
