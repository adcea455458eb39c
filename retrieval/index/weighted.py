"""How often does a term stand in a passage? In its text, above it and in what it stands below, as a weighted count."""

from dataclasses import dataclass

import numpy as np

from retrieval.arrays import Flags, Numbers, Positions
from retrieval.bm25.builder import Occurrences

WHOLE = 100
"""The count of a word of the text itself."""
CONTEXT = 40
"""That of a word of the row, item or sentence that a unit stands below; it counts once. Won and lost at hit@1 without,
of 298 questions to documentation and communities: 3 : 0."""
SHORTEST = 25
"""A passage of fewer terms counts as so long: else a line of three words is the best answer to each of them. Without,
8 questions of 298 to documentation and communities are lost at hit@1, and 2 won."""
SHORTEST_UNIT = 8
"""A sentence or line of fewer terms counts as so long: the words of its heading stand in each of a section's lines, and
the shortest would be the best of them. At 0 to 25 hit@1 of 343 questions to documentation, communities and articles
is 233 or 234; above 8, articles lose up to 2 points at hit@3."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Terms of units and sections by number, as a segment has them; see `retrieval.index.segment`."""

    unit_terms: Numbers
    unit_starts: Positions
    is_heading: Flags
    section_starts: Positions
    field_terms: Numbers
    field_counts: Numbers
    field_starts: Positions
    context: Numbers
    edges: Numbers


def runs(starts: Positions, ends: Positions) -> tuple[Positions, Positions]:
    """All positions of some runs (start, end exclusive), one run behind the other, and of each the row of its run."""
    lengths = ends - starts
    begins = np.cumsum(lengths) - lengths
    rows = np.repeat(np.arange(len(lengths)), lengths)
    return np.arange(len(rows)) + (starts - begins)[rows], rows


def sections_of(section_starts: Positions, units: Positions | Numbers) -> Positions:
    """The sections that units stand in."""
    return np.searchsorted(section_starts, units, side="right") - 1


def text_before(unit_lengths: Numbers, is_heading: Flags) -> Positions:
    """How many terms of the text stand before each unit, and behind the last one how many there are (U + 1)."""
    return np.concatenate([[0], np.cumsum(np.where(is_heading, 0, unit_lengths), dtype=np.int64)])


def lengths_of_passages(layout: Layout, unit_lengths: Numbers) -> Positions:
    """The terms of the text of each passage, SHORTEST or more; other forms of words make none longer."""
    before = text_before(unit_lengths, layout.is_heading)
    lengths: Positions = np.maximum(before[layout.edges[:, 1]] - before[layout.edges[:, 0]], SHORTEST)
    return lengths


def in_passages(layout: Layout) -> Occurrences:
    """The terms of all passages with their counts in hundredths."""
    first, last = layout.edges[:, 0].astype(np.int64), layout.edges[:, 1].astype(np.int64)
    units, passages = runs(first, last)
    is_text = ~layout.is_heading[units]
    text = _terms(layout, units[is_text], passages[is_text])
    sections = sections_of(layout.section_starts, first)
    at, section_rows = runs(layout.field_starts[sections], layout.field_starts[sections + 1])
    around = _around(layout, units, passages)
    parts = (np.full(len(text[0]), WHOLE), layout.field_counts[at], np.full(len(around[0]), CONTEXT))
    return Occurrences(
        np.concatenate([text[0], layout.field_terms[at], around[0]]),
        np.concatenate([text[1], section_rows, around[1]]),
        np.concatenate(parts).astype(np.int64),
    )


def _terms(layout: Layout, units: Positions, passages: Positions) -> tuple[Numbers, Positions]:
    """The terms of units, and of each the passage that its unit is given for."""
    at, rows = runs(layout.unit_starts[units], layout.unit_starts[units + 1])
    return layout.unit_terms[at], passages[rows]


def _around(layout: Layout, units: Positions, passages: Positions) -> tuple[Positions, Positions]:
    """The terms of what the units of passages stand below, each once in a passage, and of each its passage."""
    above = layout.context[units]
    rows, columns = np.nonzero(above >= 0)
    size = len(layout.unit_starts)
    pairs = np.unique(passages[rows] * size + above[rows, columns])
    terms, of = _terms(layout, pairs % size, pairs // size)
    most = int(terms.max(initial=0)) + 1
    once = np.unique(of * most + terms)
    return once % most, once // most
