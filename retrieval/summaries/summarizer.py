"""Which sentences carry a document, or what the documents say on a topic? Extracts only, each line verbatim.

`of_document`, `on_topic` and `of_news` give a summary, `of_corpus` a line or two of each document.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, zip_longest
from pathlib import PurePosixPath
from typing import Literal

import numpy as np

from retrieval.deadline import Deadline
from retrieval.documents.model import Document, Excerpt
from retrieval.documents.unit import Unit
from retrieval.index.index import Index
from retrieval.query.understanding import Query
from retrieval.summaries import best_lines
from retrieval.summaries.anaphora import leans
from retrieval.summaries.lines import MAX_WORDS, Line, lines
from retrieval.summaries.selection import Pool, Room
from retrieval.summaries.summary import Summary
from retrieval.summaries.topics import LEAST, OPENING_PAGES, Stretch, about
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from retrieval.text.orthography import words
from retrieval.text.span import Span

SECTION_TURN, TOPIC_TURN = 0.85, 0.6
"""What the other lines of a section of a document, and of one on a topic, are worth after each that is taken."""
TITLE_TERM = 1.0
"""What a term counts more if the title or the file name has it, or the topic."""
DOCUMENTS = 24
"""Documents in a summary of the whole corpus, at most: it is read at a glance, whatever the size of the folder."""
READ_ON = 5
"""Sections to read on that are named below a topic, at most: as many as Discord has buttons in a row."""
READING = 0.2
"""Share of the time in which units are read; to make lines of them and to choose takes up to four times as long."""
FEW_DOCUMENTS, LINES_OF_FEW = 6, 2
"""Up to so many documents each has so many sentences there, of more each has one."""


def of_document(index: Index, analyzer: Analyzer, document: Document, room: Room, deadline: Deadline) -> Summary:
    """The most telling lines of a document that have room together, in reading order."""
    ats = [at for at in deadline.within(index.units_of(document.id), READING) if index.units[at].is_text]
    units = [index.units[at] for at in ats]
    pool = Pool(units, [index.unit_terms[at] for at in ats], lines(units))
    for term in set(analyzer.of(language(document.language)).terms(f"{document.title} {document.id}")):
        if term in pool.ids:
            pool.weight[pool.ids[term]] *= 1 + TITLE_TERM
    sections = [_section(units[line.first]) for line in pool.lines]
    worth = best_lines.by_position(pool) * best_lines.by_words(pool)
    chosen = pool.choose(worth, room, powers=best_lines.POWERS, parts=sections, turn=SECTION_TURN, deadline=deadline)
    chosen.sort(key=lambda line: line.first)
    if not pool.lines and units and not leans(units[0].said, units[0].language):
        length = sum(len(words(unit.said)) for unit in units)
        if length <= MAX_WORDS:  # a note of a few words is its own summary
            chosen = [Line(0, len(units), 0, len(units), length)]
    return replace(_summary(document.id, "file", units, chosen, units), is_cut=deadline.was_missed)


def on_topic(index: Index, query: Query, room: Room, deadline: Deadline, within: str = "") -> Summary | None:
    """The most telling lines on a topic that have room together; None if no line speaks of it.

    Lines of one document stand together in reading order, the document that says most on the topic first. `within` is
    the id of the document to stay in, "" for all.
    """
    found = chosen = None
    for least in (LEAST, 0.0):  # where the best sections have no line that stands on its own
        if not chosen and (found := about(query, index, least, within)):
            chosen = _of_stretch(index, query, found, room, deadline)
    if not found or not chosen:
        return None
    units = found.units
    order = list(dict.fromkeys(units[line.first].document.id for line in chosen))
    chosen.sort(key=lambda line: (order.index(units[line.first].document.id), line.first))
    summary = _summary(query.text, "topic", units, chosen, [unit for unit in units if unit.is_text])
    return replace(summary, read_on=_read_on(index, found, chosen), is_cut=deadline.was_missed)


def _read_on(index: Index, found: Stretch, chosen: Sequence[Line]) -> tuple[Excerpt, ...]:
    """The headings of the best sections without a chosen line."""
    sections = index.section_lengths.at(found.positions)
    covered = {int(sections[line.first]) for line in chosen}
    best: dict[tuple[str, Span], Excerpt] = {}
    for at in np.argsort(-found.worth, kind="stable").tolist():
        unit = found.units[at]
        if unit.is_text and unit.block.headings and int(sections[at]) not in covered:
            heading = unit.block.headings[-1]
            best.setdefault((unit.document.id, heading), Excerpt(unit.document, heading))
        if len(best) == READ_ON:
            break
    return tuple(best.values())


def _of_stretch(index: Index, query: Query, found: Stretch, room: Room, deadline: Deadline) -> list[Line]:
    pool = Pool(found.units, [index.unit_terms[at] for at in found.positions.tolist()], lines(found.units))
    for part in query.parts:
        if part in pool.ids:
            pool.weight[pool.ids[part]] *= 1 + TITLE_TERM
    worth = np.array([found.worth[line.first : line.last].max() for line in pool.lines]) * best_lines.by_words(pool)
    parts = [found.parts[line.first] for line in pool.lines]
    return pool.choose(worth, room, powers=best_lines.POWERS, parts=parts, turn=TOPIC_TURN, deadline=deadline)


def of_news(index: Index, news: Mapping[str, Sequence[Span]], room: Room, deadline: Deadline) -> Summary:
    """The most telling of the lines that are new: those with something in these spans, by document id."""
    every = deadline.within((at for name in news for at in index.units_of(name)), READING)
    ats = [at for at in every if index.units[at].is_text]
    units, terms = [index.units[at] for at in ats], [index.unit_terms[at] for at in ats]
    starts = {name: sorted(span.start for span in spans) for name, spans in news.items()}
    is_new = [_starts_within(unit.span, starts[unit.document.id]) for unit in units]
    pool = Pool(units, terms, lines(units))
    worth = best_lines.by_position(pool) * best_lines.by_words(pool)
    worth = worth * np.array([any(is_new[line.subject : line.last]) for line in pool.lines], dtype=np.float64)
    files = [_file(units[line.first]) for line in pool.lines]
    chosen = pool.choose(worth, room, powers=best_lines.POWERS, parts=files, turn=TOPIC_TURN, deadline=deadline)
    chosen.sort(key=lambda line: line.first)
    told = _summary("", "news", units, chosen, [unit for unit, new in zip(units, is_new, strict=True) if new])
    return replace(told, is_cut=deadline.was_missed)


def _starts_within(span: Span, starts: Sequence[int]) -> bool:
    """Whether one of the starts, in order, lies in the span."""
    return bisect_left(starts, span.start) < bisect_left(starts, span.end)


def of_corpus(index: Index, analyzer: Analyzer, documents: Sequence[Document], deadline: Deadline) -> Summary:
    """What the documents are about: a line or two of each, of the most telling ones where there are many."""
    chosen = _most_telling(index, documents)
    room = Room(sentences=LINES_OF_FEW if len(chosen) <= FEW_DOCUMENTS else 1)
    summaries = [
        of_document(index, analyzer, document, room, deadline.divided(len(chosen)))
        for document in deadline.within(chosen)
    ]
    told = {summary.target for summary in summaries if summary.sentences}
    return Summary(
        "",
        "corpus",
        tuple(excerpt for summary in summaries for excerpt in summary.sentences),
        quoted=len(told),
        total=len(documents),
        missed=tuple(document.id for document in documents if document.id not in told),
        is_cut=deadline.was_missed or any(summary.is_cut for summary in summaries),
    )


def _most_telling(index: Index, documents: Sequence[Document]) -> list[Document]:
    """At most DOCUMENTS of them, folder by folder: opening pages and long ones first, folders in turns."""

    def merit(document: Document) -> tuple[bool, int]:
        stem = PurePosixPath(document.id).stem.casefold()
        return stem not in OPENING_PAGES, -len(index.units_of(document.id))

    folders: dict[str, list[Document]] = {}
    for document in sorted(documents, key=merit):
        folders.setdefault(str(PurePosixPath(document.id).parent), []).append(document)
    order = sorted(folders, key=lambda folder: (folder.count("/") + (folder != "."), folder))
    turns = chain.from_iterable(zip_longest(*(folders[folder] for folder in order)))
    chosen = list(islice(filter(None, turns), DOCUMENTS))
    return sorted(chosen, key=lambda document: (str(PurePosixPath(document.id).parent), document.id))


def _summary(
    target: str,
    kind: Literal["file", "topic", "news"],
    units: Sequence[Unit],
    chosen: Sequence[Line],
    about: Sequence[Unit],
) -> Summary:
    """The lines as excerpts, with what they leave out of the units that they are `about`."""
    quoted = [unit for line in chosen for unit in units[line.first : line.last]]
    part = _section if kind == "file" else _file
    shown = {part(unit) for unit in quoted}
    missed = (name for name in dict.fromkeys(map(part, about)) if name and name not in shown)
    return Summary(target, kind, best_lines.excerpts(units, chosen), len(quoted), len(about), tuple(missed))


def _section(unit: Unit) -> str:
    return unit.document.heading_above(unit.block)


def _file(unit: Unit) -> str:
    return unit.document.id
