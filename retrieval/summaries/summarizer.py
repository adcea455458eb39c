"""Which sentences carry a document, or what the documents say on a topic? Extracts only, each line verbatim.

`of_document` and `on_topic` give a summary, `of_corpus` a line or two of each document.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from retrieval.documents.model import Document
from retrieval.documents.unit import Unit
from retrieval.index.index import Index
from retrieval.query.understanding import Query
from retrieval.summaries import best_lines
from retrieval.summaries.anaphora import leans
from retrieval.summaries.lines import MAX_WORDS, Line, lines
from retrieval.summaries.selection import Pool
from retrieval.summaries.summary import Summary
from retrieval.summaries.topics import LEAST, Stretch, about
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from retrieval.text.orthography import words

SECTION_TURN, TOPIC_TURN = 0.85, 0.6
"""What the other lines of a section of a document, and of one on a topic, are worth after each that is taken."""
TITLE_TERM = 1.0
"""What a term counts more if the title or the file name has it, or the topic."""
LINES_OF_CORPUS = 2
"""Sentences for each document in a summary of the whole corpus, at most."""


def of_document(index: Index, analyzer: Analyzer, document: Document, count: int) -> Summary:
    """The most telling lines of a document, together at most `count` sentences, in reading order."""
    ats = [at for at in index.units_of(document.id) if index.units[at].is_text]
    units = [index.units[at] for at in ats]
    pool = Pool(units, [index.unit_terms[at] for at in ats], lines(units))
    for term in set(analyzer.of(language(document.language)).terms(f"{document.title} {document.id}")):
        if term in pool.ids:
            pool.weight[pool.ids[term]] *= 1 + TITLE_TERM
    sections = [_section(units[line.first]) for line in pool.lines]
    worth = best_lines.by_position(pool) * best_lines.by_words(pool)
    chosen = pool.choose(worth, count, powers=best_lines.POWERS, parts=sections, turn=SECTION_TURN)
    chosen.sort(key=lambda line: line.first)
    if not pool.lines and units and not leans(units[0].said, units[0].language):
        length = sum(len(words(unit.said)) for unit in units)
        if length <= MAX_WORDS:  # a note of a few words is its own summary
            chosen = [Line(0, len(units), 0, len(units), length)]
    return _summary(document.id, "file", units, chosen, units)


def on_topic(index: Index, query: Query, count: int) -> Summary | None:
    """The most telling lines on a topic, together at most `count` sentences; None if no line speaks of it.

    Lines of one document stand together in reading order, the document that says most on the topic first.
    """
    found = chosen = None
    for least in (LEAST, 0.0):  # where the best sections have no line that stands on its own
        if not chosen and (found := about(query, index, least)):
            chosen = _of_stretch(index, query, found, count)
    if not found or not chosen:
        return None
    units = found.units
    order = list(dict.fromkeys(units[line.first].document.id for line in chosen))
    chosen.sort(key=lambda line: (order.index(units[line.first].document.id), line.first))
    return _summary(query.text, "topic", units, chosen, [unit for unit in units if unit.is_text])


def _of_stretch(index: Index, query: Query, found: Stretch, count: int) -> list[Line]:
    pool = Pool(found.units, [index.unit_terms[at] for at in found.positions.tolist()], lines(found.units))
    for part in query.parts:
        if part in pool.ids:
            pool.weight[pool.ids[part]] *= 1 + TITLE_TERM
    worth = np.array([found.worth[line.first : line.last].max() for line in pool.lines]) * best_lines.by_words(pool)
    parts = [found.parts[line.first] for line in pool.lines]
    return pool.choose(worth, count, powers=best_lines.POWERS, parts=parts, turn=TOPIC_TURN)


def of_corpus(index: Index, analyzer: Analyzer, documents: Sequence[Document]) -> Summary:
    """What each document is about: of each its most telling lines, at most LINES_OF_CORPUS sentences."""
    summaries = [of_document(index, analyzer, document, LINES_OF_CORPUS) for document in documents]
    return Summary(
        "",
        "corpus",
        tuple(excerpt for summary in summaries for excerpt in summary.sentences),
        quoted=sum(summary.quoted for summary in summaries),
        total=sum(summary.total for summary in summaries),
        missed=tuple(summary.target for summary in summaries if not summary.sentences),
    )


def _summary(
    target: str, kind: Literal["file", "topic"], units: Sequence[Unit], chosen: Sequence[Line], about: Sequence[Unit]
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
