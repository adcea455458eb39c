"""Which number does an item of a Word document have? Word keeps only how to count; this counts, as Word prints it.

Source: ECMA-376, part 1, 17.9 (numbering): a paragraph names a list (`numId`) and a level (`ilvl`), each level has a
start, a form (`numFmt`) and a text such as "%1." or "%1.%2)". A list is counted on wherever it goes on in the document.
"""

import re
from dataclasses import dataclass
from typing import Any

BULLET = "•"
_DEEPEST = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is counted."""

    start: int
    form: str
    text: str


class Numbers:
    """The numbers of the items of a document, asked for in its order."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - python-docx's
        try:
            root = document.part.numbering_part.element
            self._levels = _levels(root)
        except (KeyError, NotImplementedError, AttributeError, ValueError, StopIteration):
            self._levels = {}  # there are no lists, or what tells of them is broken: the items are there all the same
        self._counts: dict[str, list[int]] = {}

    def marker(self, paragraph: Any) -> str:  # noqa: ANN401
        """What is printed before the item: "3.", "a)", "2.1", else a bullet."""
        name, level = _list_of(paragraph)
        levels = self._levels.get(name, {})
        own = levels.get(level)
        if own is None or own.form in ("bullet", "none"):
            return BULLET
        counts = self._counts.setdefault(name, [])
        while len(counts) <= level:
            above = levels.get(len(counts))
            counts.append((above.start if above else 1) - (len(counts) == level))
        counts[level] += 1
        del counts[level + 1 :]
        return re.sub(r"%([1-9])", lambda place: _said(levels, counts, int(place[1]) - 1), own.text) or BULLET


def _said(levels: dict[int, _Level], counts: list[int], level: int) -> str:
    form = levels[level].form if level in levels else "decimal"
    return _formed(counts[level], form) if level < len(counts) else ""


def _formed(number: int, form: str) -> str:
    """The number as letters or Roman numerals, where the form says so; else in figures."""
    if form.endswith("Letter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min(1 + (number - 1) // 26, 9)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman") and 0 < number < 4000:
        roman = ""
        for value, sign in (*_ROMAN, *_ROMAN_ONES):
            roman += sign * (number // value)
            number %= value
        return roman.upper() if form.startswith("upper") else roman
    return str(number)


def _list_of(paragraph: Any) -> tuple[str, int]:  # noqa: ANN401
    """The list that the paragraph, or its style, belongs to, and the level there from 0; "" for none."""
    properties = [paragraph._p.pPr]
    style = paragraph.style
    while style is not None and len(properties) < _DEEPEST:
        properties.append(style.element.pPr)
        style = style.base_style
    for one in properties:
        numbering = one.numPr if one is not None else None
        if numbering is not None and numbering.numId is not None:
            level = numbering.ilvl.val if numbering.ilvl is not None else 0
            return str(numbering.numId.val), min(level, _DEEPEST - 1)
    return "", 0


def _levels(root: Any) -> dict[str, dict[int, _Level]]:  # noqa: ANN401
    """By list how each of its levels is counted."""

    def value(element: Any, name: str, default: str) -> str:  # noqa: ANN401
        found = element.find(f"{{*}}{name}")
        given = next(iter(found.attrib.values()), default) if found is not None else default
        return str(given)

    abstract = {}
    for kind in root.findall("{*}abstractNum"):
        name = next(given for key, given in kind.attrib.items() if key.endswith("abstractNumId"))
        abstract[name] = {
            int(next(given for key, given in level.attrib.items() if key.endswith("ilvl"))): _Level(
                int(value(level, "start", "1")), value(level, "numFmt", "decimal"), value(level, "lvlText", "")
            )
            for level in kind.findall("{*}lvl")
        }
    return {
        next(given for key, given in one.attrib.items() if key.endswith("numId")): abstract.get(
            value(one, "abstractNumId", ""), {}
        )
        for one in root.findall("{*}num")
    }
