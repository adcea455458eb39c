"""Which documents are older versions of another, by their names?"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_SAYS = re.compile(r"(?i)(?<![^\W\d_])(?:old|archived?|deprecated|legacy|outdated|superseded)(?![^\W\d_])")
_VERSION = re.compile(
    r"(?i)(?<![^\W_])(?:"
    r"(?P<date>(?:19|20)\d\d(?:[-_.]?[01]\d(?:[-_.]?[0-3]\d)?)?)"
    r"|(?:v|ver|version|rev)?[-_. ]?(?P<dotted>\d{1,3}(?:[._]\d{1,3}){1,3})"
    r"|(?:v|ver|version|rev)[-_. ]?(?P<whole>\d{1,3})"
    r")(?![^\W_])"
)
_JOINTS = re.compile(r"[\W_]+")


class _Name(NamedTuple):
    """The name of a document without its version; the version's numbers, none for a date; whether it says to be old."""

    stem: str
    is_plain: bool
    numbers: tuple[int, ...]
    says_old: bool


def older(ids: Iterable[str]) -> frozenset[str]:
    """Those of the documents that say by their names that they are old, or beside which a newer version stands.

    "rules-2023.md" is older than a "rules.md" in the same folder, and "api/1.0.md" than "api/1.1.md". Dates alone tell
    nothing: of "minutes-2023.md" and "minutes-2024.md" none takes the place of the other.
    """
    names = {document_id: _read(document_id) for document_id in ids}
    plain = {name.stem for name in names.values() if name.is_plain}
    newest: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for name in names.values():
        newest[name.stem] = max(newest[name.stem], name.numbers)
    return frozenset(
        document_id
        for document_id, name in names.items()
        if name.says_old
        or (not name.is_plain and (name.stem in plain or (name.numbers and name.numbers < newest[name.stem])))
    )


@lru_cache(maxsize=200_000)
def _read(document_id: str) -> _Name:
    name = document_id.rpartition(".")[0] or document_id
    found = list(_VERSION.finditer(name))
    rest = name[: found[-1].start()] + " " + name[found[-1].end() :] if found else name
    folder, _, last = rest.rpartition("/")
    stem = f"{folder}/{' '.join(_JOINTS.split(last.casefold())).strip()}"
    written = (found[-1]["dotted"] or found[-1]["whole"] or "") if found else ""
    numbers = tuple(map(int, re.findall(r"\d+", written)))
    return _Name(stem, not found, numbers, _SAYS.search(name) is not None)
