"""What changed in the documents? Sentences added, removed and reworded since an earlier state, by file.

Headings count as sentences do; the page around a saved article does not. What only moved, or whose lines are broken
elsewhere, has not changed, and what stands in many files is told once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from retrieval.documents.model import Document, Excerpt, Quality, Role
from retrieval.documents.passages import LEFT_OUT, units
from retrieval.documents.unit import Unit
from retrieval.ingestion.formats import plain
from retrieval.ingestion.formats.reader import Reading, Refused, Source
from retrieval.ingestion.formats.registry import read
from retrieval.ingestion.repeated_blocks import without_repeats
from retrieval.revisions.rewording import reworded
from retrieval.text.languages import language
from retrieval.text.sentences import sentences

MIN_SAME = 0.5
"""Share of the sentences that a new file has in common with one that is gone from which it is that one renamed.
Set by judgement."""
MOST_ALIKE = 50
"""Of files that are gone and all had the same sentence, so many are looked at for a renamed one."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """A sentence before and after; `similarity` is the share of their words in common, in order, 0.5 to 1."""

    before: Excerpt
    after: Excerpt
    similarity: float


@dataclass(frozen=True, slots=True)
class FileChanges:
    """What changed in one file, in reading order.

    What was `added`, and the later half of what was `reworded`, stands in the present document; what was `removed`,
    and the earlier half, in a document of the earlier text. `was` is the name that a renamed file had.
    """

    file: str
    kind: Literal["new", "gone", "changed", "renamed"]
    added: tuple[Excerpt, ...] = ()
    removed: tuple[Excerpt, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    was: str = ""


def find_changes(old: Mapping[str, str], documents: Iterable[Document]) -> tuple[FileChanges, ...]:
    """What changed from the `old` texts, by document id, to the documents; sorted by id.

    A file in which no sentence changed is left out, unless it is new or gone.
    """
    now = {document.id: document for document in documents}
    before = {document.id: document for document in _earlier(old, now)}
    found = []
    renamed = _renamed(before, now)
    for name in sorted((now.keys() | before.keys()) - set(renamed.values())):
        if name in renamed:
            change = _changed(before[renamed[name]], now[name])
            found.append(replace(change, kind="renamed", was=renamed[name]))
        elif name not in before:
            found.append(FileChanges(name, "new", added=tuple(map(_excerpt, _units(now[name])))))
        elif name not in now:
            found.append(FileChanges(name, "gone", removed=tuple(map(_excerpt, _units(before[name])))))
        elif now[name].text != before[name].text:
            change = _changed(before[name], now[name])
            found += [change] if change.added or change.removed or change.reworded else []
    return tuple(found)


def _renamed(before: Mapping[str, Document], now: Mapping[str, Document]) -> dict[str, str]:
    """Of each new file that has most of the text of one that is gone, the name of that one; the most alike first."""
    gone = {name: _sentences(before[name]) for name in sorted(before.keys() - now.keys())}
    having: dict[str, list[str]] = {}
    for name, known in gone.items():
        for sentence in known:
            files = having.setdefault(sentence, [])
            if len(files) < MOST_ALIKE:
                files.append(name)
    alike: list[tuple[float, str, str]] = []
    for name in sorted(now.keys() - before.keys()) if gone else ():
        own = _sentences(now[name])
        for other, shared in Counter(chain.from_iterable(having.get(sentence, ()) for sentence in own)).items():
            if (share := shared / max(len(own), len(gone[other]))) >= MIN_SAME:
                alike.append((-share, name, other))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, name, other in sorted(alike):
        if name not in found and other not in taken:
            found[name] = other
            taken.add(other)
    return found


def _earlier(old: Mapping[str, str], now: Mapping[str, Document]) -> tuple[Document, ...]:
    """The documents as they were, read as the present ones are: what recurs over many of them is furniture."""
    return without_repeats(
        [
            now[name] if name in now and now[name].text == text else _document(name, text)
            for name, text in sorted(old.items())
        ]
    )


def _document(name: str, text: str) -> Document:
    """The document of this text; where the text was extracted from another format, its blocks are those of plain text.

    The reader of such a format fails on the text, or takes it for something else.
    """
    try:
        reading = read(Source(name, text.encode("utf-8", "replace")))
    except Refused:
        reading = None
    if reading is None or reading.text != text:
        reading = Reading(text, plain.blocks_of(text))
    return reading.document(name)


def _changed(before: Document, now: Document) -> FileChanges:
    known, present = _sentences(before), _sentences(now)
    added = [unit for unit in _units(now) if _key(unit.said) not in known]
    removed = [unit for unit in _units(before) if _key(unit.said) not in present]
    pairs = reworded(*([unit.said.casefold().split() for unit in side] for side in (removed, added)))
    taken_before, taken_now = {a for a, _, _ in pairs}, {b for _, b, _ in pairs}
    return FileChanges(
        now.id,
        "changed",
        tuple(_excerpt(unit) for at, unit in enumerate(added) if at not in taken_now),
        tuple(_excerpt(unit) for at, unit in enumerate(removed) if at not in taken_before),
        tuple(Reworded(_excerpt(removed[a]), _excerpt(added[b]), round(alike, 6)) for a, b, alike in pairs),
    )


def _units(document: Document) -> list[Unit]:
    return [
        unit
        for unit in units(document)
        if unit.block.role is not Role.BYLINE and unit.block.quality is not Quality.REPEATED
    ]


def _sentences(document: Document) -> set[str]:
    """All that stands in the document, whatever it is there: a sentence that became a caption is still the same."""
    return {_key(unit.said) for unit in units(document)} | {
        _key(span.of(document.text))
        for block in document.blocks
        if block.role in LEFT_OUT
        for span in sentences(document.text, block.span, language(document.language))
    }


def _key(text: str) -> str:
    return " ".join(text.split())


def _excerpt(unit: Unit) -> Excerpt:
    return Excerpt(unit.document, unit.span)
