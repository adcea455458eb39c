"""Which lines of a document say most? By their place and their words, without an index."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from retrieval.arrays import Flags, Floats
from retrieval.documents.model import Excerpt, Role
from retrieval.documents.unit import Unit
from retrieval.summaries.conclusions import concludes
from retrieval.summaries.lines import Line, asks_something, lines
from retrieval.summaries.selection import Pool, Room
from retrieval.text.span import Span

FIRST_PARAGRAPH, PARAGRAPH_SCALE = 12.0, 4.0
"""What standing in the first paragraph adds to a line's worth, beside 1, and in which paragraph half of it is left."""
FIRST_IN_PARAGRAPH = 1.5
"""What opening a paragraph adds, beside 1; the second sentence gets half of it, the third a third."""
BINDING = 0.25
"""What the words of a rule, a limit or a warning add to a line's worth, beside 1."""
CONCLUSION = 2.0
"""What being labelled as a summary, a decision, a task or a warning adds to a line's worth, beside 1."""
ROW = 0.25
"""What a row of a table is worth beside a sentence, which mostly says what the table is for."""
MAX_BETWEEN = 160
"""Characters between a question and a line of its answer for which the two are quoted together."""
POWERS = (0.5, 0.5)
"""How much short lines are favoured, see `Pool.choose`."""


def best_of(units: Sequence[Unit], terms: Sequence[Sequence[str]], wanted: Flags, count: int) -> tuple[Excerpt, ...]:
    """The most telling lines whose subject is one of the `wanted` units of a document, in reading order.

    `terms` are those of each unit.
    """
    pool = Pool(units, terms, lines(units))
    favour = by_position(pool) * np.array([wanted[line.subject] for line in pool.lines], dtype=np.float64)
    chosen = pool.choose(favour, Room(count), powers=POWERS, parts=[""] * len(pool.lines), turn=1.0)
    return excerpts(units, sorted(chosen, key=lambda line: line.first))


def by_position(pool: Pool) -> Floats:
    """How much the place of each line speaks for it: early in the text and in its paragraph."""
    paragraph, rank = pool.paragraph[pool.first], pool.rank[pool.first]
    early = FIRST_PARAGRAPH / (1 + paragraph / PARAGRAPH_SCALE)
    placed: Floats = (1 + early) * (1 + FIRST_IN_PARAGRAPH / (1 + rank))
    return placed


def by_words(pool: Pool) -> Floats:
    """How much the words of each line speak for it: those of a rule, a limit, a warning or a decision; a row's less."""
    units = [pool.units[line.subject] for line in pool.lines]
    binds = [unit.language.binding.search(unit.said) is not None for unit in units]
    labelled = [concludes(unit) for unit in units]
    rows = [unit.block.role is Role.TABLE for unit in units]
    told = 1 + BINDING * np.array(binds, dtype=np.float64) + CONCLUSION * np.array(labelled, dtype=np.float64)
    worth: Floats = told * np.where(rows, ROW, 1.0)
    return worth


def excerpts(units: Sequence[Unit], chosen: Sequence[Line]) -> tuple[Excerpt, ...]:
    """The lines of the units, word for word; what answers a question that is its heading comes with that."""
    found: list[Excerpt] = []
    for line in chosen:
        document = units[line.first].document
        span = Span(_beginning(units[line.first]), units[line.last - 1].span.end)
        if found and found[-1].document is document and found[-1].span.overlaps(span):
            before = found.pop().span
            span = Span(min(before.start, span.start), max(before.end, span.end))
        found.append(Excerpt(document, span))
    return tuple(found)


def _beginning(unit: Unit) -> int:
    """Where the unit begins; where it is near to the question above that it helps to answer, where that begins."""
    blocks = unit.document.blocks
    at = bisect_left(blocks, unit.block.span, key=lambda block: block.span)
    above = blocks[at - 1].span if at and blocks[at - 1].role is Role.HEADING else None
    if above is None or unit.span.start - above.end > MAX_BETWEEN or not asks_something(above.of(unit.document.text)):
        return unit.span.start
    return above.start
