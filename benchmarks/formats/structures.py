"""How is the structure of a file changed, so that it stays well-formed and says what no writer says?"""

import json
import random
import re
import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1e308,
        10**30,
        "",
        " ",
        "\0",
        "\ud83e",
        "\u2028",
        "a" * 5_000,
        "<@12>",
        "2026-02-30T99:99",
    ),
    *([], {}, [[]], {"": ""}, ["\udfff"], [None, True], {"name": []}),
)
"""Values of JSON in the place of others."""
_WORDS = ("", " ", "-1", "0", "99999999999", "NaN", "\ufffd", "rId1", "../x", "a" * 2_000, "true", "\u202e", "%00", "#")
"""What stands in attributes and elements in the place of other words."""
_HEADERS = (
    *("Content-Type: text/plain; charset=nonsense", "Content-Type: multipart/mixed", "Content-Type: message/rfc822"),
    *("Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: x-uuencode", "Date: Thu, 99 Foo 99999 99:99"),
    *(
        "Subject: =?utf-8?b?////?=",
        "Subject: =?x?q?=00?=",
        "From: <<>>,;:",
        "Content-Disposition: attachment; filename*=x",
    ),
)
"""Lines of headers that break what is told about them."""
_TIMES = ("00:00:00,000", "99:99:99,999", "00:60.000", "1:00:00:00.0", "-00:00:01,000", "00:04:31", "")
_TIME = re.compile(rb"(?:\d+:)?\d+:\d+[.,]\d+")
_REFERENCE = re.compile(rb"\d+ 0 R")
_OBJECT = re.compile(rb"\d+ 0 obj.*?endobj\s*", re.DOTALL)
_NUMBER = re.compile(rb"(?<=[ \[])-?\d+(?:\.\d+)?(?=[ \]/>\r\n])")


def restructured(sample: bytes, draw: random.Random) -> bytes | None:
    """The sample with one to four changes of its structure; None where it has none that is known here."""
    changed: bytes | None = sample
    for _ in range(draw.randint(1, 4)):
        if changed is None:
            return None
        if changed.startswith(b"PK"):
            changed = _packed(changed, draw)
        elif changed.startswith(b"%PDF"):
            changed = _pdf(changed, draw)
        elif changed[:1] in (b"{", b"["):
            changed = _json(changed, draw)
        elif b"-->" in changed and _TIME.search(changed):
            changed = _cues(changed, draw)
        elif re.match(rb"(?:From |[\w-]+: )[^\n]*\n", changed):
            changed = _mail(changed, draw)
        else:
            return None
    return changed


def _json(sample: bytes, draw: random.Random) -> bytes | None:
    """A value, or a line of several, with one inside replaced, removed, doubled, or under another name."""
    try:
        value = json.loads(sample)
    except ValueError:
        lines = sample.split(b"\n")
        at = draw.randrange(len(lines))
        if len(lines) < 2 or (changed := _json(lines[at], draw) if lines[at].strip() else None) is None:
            return None
        return b"\n".join((*lines[:at], changed, *lines[at + 1 :]))
    except RecursionError:
        return None
    holders = [one for one in _within(value) if one]
    if holders:
        _changed(draw.choice(holders), draw)
    return json.dumps(value).encode()


def _within(value: object) -> list[Any]:
    """All objects and lists of a value."""
    found, seen = [value], []
    while found:
        one = found.pop()
        if isinstance(one, (dict, list)):
            seen.append(one)
            found += one.values() if isinstance(one, dict) else one
    return seen


def _changed(holder: Any, draw: random.Random) -> None:  # noqa: ANN401 - an object or a list of JSON
    key = draw.choice(list(holder)) if isinstance(holder, dict) else draw.randrange(len(holder))
    match draw.randrange(4):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.insert(0, json.loads(json.dumps(holder[key])))
        case 2 if isinstance(holder, dict):
            holder[draw.choice(("", "\ud83e", "\0", f"{key}s", "a\nb"))] = holder.pop(key)
        case _:
            holder[key] = draw.choice(_VALUES)


def _packed(sample: bytes, draw: random.Random) -> bytes | None:
    """An element of a part that is XML changed, or a part removed, doubled or under another name."""
    try:
        with zipfile.ZipFile(BytesIO(sample)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
    except (zipfile.BadZipFile, OSError):
        return None
    name = draw.choice(list(parts))
    roll = draw.random()
    if roll < 0.05:
        del parts[name]
    elif roll < 0.1:
        parts[draw.choice(_WORDS) or "x"] = parts.pop(name)
    else:
        try:
            root = ElementTree.fromstring(parts[name])  # noqa: S314 - samples of our own
        except ElementTree.ParseError:
            return sample
        _change_element(root, draw)
        parts[name] = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for part, content in parts.items():
            packed.writestr(part, content)
    return file.getvalue()


def _change_element(root: ElementTree.Element, draw: random.Random) -> None:
    elements = list(root.iter())
    one, other = draw.choice(elements), draw.choice(elements)
    match draw.randrange(6):
        case 0 if len(one):
            one.remove(draw.choice(list(one)))
        case 1 if len(one):
            one.insert(0, draw.choice(list(one)))
        case 2:
            one.tag = other.tag
        case 3 if one.attrib:
            one.set(draw.choice(list(one.attrib)), draw.choice(_WORDS).replace("\0", ""))
        case 4 if one.attrib:
            del one.attrib[draw.choice(list(one.attrib))]
        case _:
            one.text = draw.choice(_WORDS)


def _mail(sample: bytes, draw: random.Random) -> bytes:
    """A header removed, doubled or replaced, at the top or in a part; or another border between parts."""
    lines = sample.split(b"\n")
    headers = [at for at, line in enumerate(lines) if re.match(rb"[\w-]+: ", line)] or [0]
    at = draw.choice(headers)
    match draw.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2 if borders := [n for n, line in enumerate(lines) if line.startswith(b"--")]:
            border = draw.choice(borders)
            lines[border : border + 1] = draw.choice(([], [lines[border]] * 2, [lines[border] + b"--"]))
        case _:
            lines[at] = draw.choice(_HEADERS).encode()
    return b"\n".join(lines)


def _cues(sample: bytes, draw: random.Random) -> bytes:
    """A time replaced, or a cue removed or doubled."""
    if draw.random() < 0.5:
        return _one(_TIME, sample, draw.choice(_TIMES).encode(), draw)
    cues = sample.split(b"\n\n")
    at = draw.randrange(len(cues))
    return b"\n\n".join((*cues[:at], *draw.choice(([], [cues[at]] * 2)), *cues[at + 1 :]))


def _pdf(sample: bytes, draw: random.Random) -> bytes:
    """A reference to another object, a number replaced, or an object removed or doubled."""
    match draw.randrange(4):
        case 0:
            return _one(_REFERENCE, sample, b"%d 0 R" % draw.randrange(12), draw)
        case 1:
            return _one(_OBJECT, sample, b"", draw)
        case 2 if found := _OBJECT.search(sample):
            return sample[: found.end()] + found.group() + sample[found.end() :]
        case _:
            return _one(_NUMBER, sample, draw.choice((b"-1", b"0", b"99999999999", b"1e9", b"null", b"0.0001")), draw)


def _one(pattern: re.Pattern[bytes], sample: bytes, put: bytes, draw: random.Random) -> bytes:
    """The sample with one match of the pattern replaced."""
    places = [found.span() for found in pattern.finditer(sample)]
    if not places:
        return sample
    start, end = draw.choice(places)
    return sample[:start] + put + sample[end:]
