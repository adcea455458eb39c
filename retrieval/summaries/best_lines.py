"""Which lines of a document say most? By their place and their words, without an index."""

from collections.abc import Sequence

import numpy as np

from retrieval.arrays import Flags, Floats
from retrieval.documents.model import Excerpt
from retrieval.documents.unit import Unit
from retrieval.summaries.lines import Line, lines
from retrieval.summaries.selection import Pool, Room
from retrieval.text.analysis import Analyzer
from retrieval.text.span import Span

FIRST_PARAGRAPH, PARAGRAPH_SCALE = 8.0, 8.0
"""What standing in the first paragraph adds to a line's worth, beside 1, and in which paragraph half of it is left."""
FIRST_IN_PARAGRAPH = 1.5
"""What opening a paragraph adds, beside 1; the second sentence gets half of it, the third a third."""
BINDING = 0.25
"""What the words of a rule, a limit or a warning add to a line's worth, beside 1."""
POWERS = (0.5, 0.7)
"""How much short lines are favoured, see `Pool.choose`."""


def best_of(units: Sequence[Unit], analyzer: Analyzer, wanted: Flags, count: int) -> tuple[Excerpt, ...]:
    """The most telling lines whose subject is one of the `wanted` units of a document, in reading order."""
    pool = Pool(units, [analyzer.of(unit.language).terms(unit.said) for unit in units], lines(units))
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
    """How much the words of each line speak for it: those of a rule, a limit, a warning or a decision."""
    units = [pool.units[line.subject] for line in pool.lines]
    binds = [unit.language.binding.search(unit.said) is not None for unit in units]
    worth: Floats = 1 + BINDING * np.array(binds, dtype=np.float64)
    return worth


def excerpts(units: Sequence[Unit], chosen: Sequence[Line]) -> tuple[Excerpt, ...]:
    """The lines of the units, word for word."""
    return tuple(
        Excerpt(units[line.first].document, Span(units[line.first].span.start, units[line.last - 1].span.end))
        for line in chosen
    )
