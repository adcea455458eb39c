"""Which sentences carry a document, or what the documents say on a topic? Extracts only, each line verbatim.

`of_document` and `on_topic` give a summary, `of_corpus` a line or two of each document.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from retrieval.arrays import Floats, Positions
from retrieval.documents.model import Document
from retrieval.documents.unit import Unit
from retrieval.index.index import Index
from retrieval.query.understanding import Query
from retrieval.ranking.scoring import all_scores
from retrieval.summaries import best_lines
from retrieval.summaries.anaphora import leans
from retrieval.summaries.lines import MAX_WORDS, Line, lines
from retrieval.summaries.selection import Pool
from retrieval.summaries.summary import Summary
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from retrieval.text.orthography import words

TOPIC_POWERS = (0.2, 1.0)
"""How much short lines are favoured, see `Pool.choose`: a sentence on the topic must not bring others that are not."""
SECTION_TURN, DOCUMENT_TURN = 0.85, 0.6
"""What the other lines of a section, on a topic those of a document, are worth after each that is taken."""
TITLE_TERM = 0.5
"""What a term counts more if the title or the file name has it."""
RELEVANCE_POWER = 1.5
"""Power of a sentence's BM25 for the topic, as a share of the best sentence's."""
SURROUNDINGS, WINDOW = 2.0, 20
"""What the best surroundings add to a line's worth, beside 1, and how many sentences on each side they are."""
CANDIDATES = 500
"""Sentences that a summary on a topic looks at, those that match best; their paragraphs come with them."""
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
    chosen = pool.choose(
        best_lines.by_position(pool), count, powers=best_lines.POWERS, parts=sections, turn=SECTION_TURN
    )
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
    own = all_scores(index.by_unit, query.terms)
    matching = _in_reading_order(index, np.flatnonzero(own > 0))
    if not len(matching):
        return None
    best = matching[np.argsort(-own[matching], kind="stable")[:CANDIDATES]]
    ats = _with_paragraphs(index, best)
    units = [index.units[at] for at in ats.tolist()]
    pool = Pool(units, [index.unit_terms[at] for at in ats.tolist()], lines(units))
    shares = own[ats] / own.max()
    relevance = shares**RELEVANCE_POWER * (1 + SURROUNDINGS * _surroundings(index, own)[ats])
    favour = np.array([relevance[line.subject : line.last].max() for line in pool.lines])
    files = [_file(units[line.first]) for line in pool.lines]
    chosen = pool.choose(favour, count, powers=TOPIC_POWERS, parts=files, turn=DOCUMENT_TURN)
    if not chosen:
        return None
    order = list(dict.fromkeys(units[line.first].document.id for line in chosen))
    chosen.sort(key=lambda line: (order.index(units[line.first].document.id), line.first))
    speaking = [index.units[at] for at in matching.tolist() if index.units[at].is_text]
    return _summary(query.text, "topic", units, chosen, speaking)


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


def _surroundings(index: Index, own: Floats) -> Floats:
    """How well the sentences around each unit match, those of the same document, as a share of the best; 0 to 1."""
    ats = np.arange(len(own))
    begins, ends = index.document_ends
    low, high = np.maximum(ats - WINDOW, begins), np.minimum(ats + WINDOW + 1, ends)
    sums = np.concatenate([[0.0], np.cumsum(own)])
    mean: Floats = (sums[high] - sums[low]) / (high - low)
    shares: Floats = mean / mean.max()
    return shares


def _with_paragraphs(index: Index, best: Positions) -> Positions:
    """The units with all of their paragraphs, and with the paragraph above, which may introduce them."""
    starts = index.block_lengths.firsts
    present = np.flatnonzero(~np.isin(starts, index.by_unit.removed))
    order = present[np.argsort(index.documents_of(starts[present]), kind="stable")]
    place_of = np.empty(len(starts), dtype=np.int64)
    place_of[order] = np.arange(len(order))
    places = place_of[index.block_lengths.at(best)]
    blocks = order[np.union1d(places, np.maximum(places - 1, 0))]
    ends = np.append(starts[1:], len(index.units))
    return np.concatenate([np.arange(starts[block], ends[block]) for block in blocks.tolist()])


def _in_reading_order(index: Index, units: Positions) -> Positions:
    """The units by the ids of their documents, then by place; they are given by place."""
    return units[np.argsort(index.documents_of(units), kind="stable")]


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
