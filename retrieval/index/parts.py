"""How often do a question's terms stand in units, blocks and sections? Counted where they stand, as weighted counts."""

from collections.abc import Sequence

import numpy as np

from retrieval.arrays import Floats, Positions, distinct
from retrieval.index.segment import Segment
from retrieval.index.weighted import CONTEXT, WHOLE, runs, sections_of


class Parts:
    """The counts of T terms in the parts of one segment, by row, each count 1 for a word of the text itself.

    A part has the words of its section's headings, title and path, too, as a passage has.
    """

    def __init__(self, segment: Segment, terms: Sequence[str]) -> None:
        self._segment, self._terms, self._size = segment, terms, len(terms)
        # One more than there are terms: behind the last one comes what is not found.
        self._row_of = np.zeros(len(segment.terms) + 1, dtype=np.int32)
        self._row_of[[segment.terms.find(term) for term in terms]] = np.arange(1, len(terms) + 1)

    def in_units(self, units: Positions) -> Floats:
        """In each of some units and in what these stand below."""
        counts = WHOLE * self._text(units, units + 1) + self._fields(sections_of(self._segment.section_starts, units))
        rows, columns = np.nonzero(self._segment.context[units] >= 0)
        if len(rows):
            above = self._segment.context[units[rows], columns].astype(np.int64)
            counts += CONTEXT * (self._in(above, above + 1, rows, len(units)) > 0)
        return counts / WHOLE

    def in_runs(self, starts: Positions, ends: Positions) -> Floats:
        """In each of some runs of units (start, end exclusive), each of one section."""
        fields = self._fields(sections_of(self._segment.section_starts, starts))
        return (WHOLE * self._text(starts, ends) + fields) / WHOLE

    def in_sections(self, starts: Positions, ends: Positions) -> Floats:
        """The same, for runs that may be long: what stands in them is looked up in the lists of the terms."""
        fields = self._fields(sections_of(self._segment.section_starts, starts))
        starts = self._behind_headings(starts, ends)
        units, rows = runs(starts, ends)
        listed = self._segment.by_unit
        text = np.zeros((self._size, len(starts)))
        for at, place in enumerate(map(listed.find, self._terms)):
            if place < 0:
                continue
            listed.trust(place)
            if listed.row(place) >= 0:
                text[at] = np.bincount(rows, listed.frequent[listed.row(place)][units], minlength=len(starts))
            else:
                having, counts = listed.postings(place)
                sums = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
                text[at] = sums[np.searchsorted(having, ends)] - sums[np.searchsorted(having, starts)]
        return (WHOLE * text + fields) / WHOLE

    def _text(self, starts: Positions, ends: Positions) -> Positions:
        """In the text of the runs, by column. A heading, which only opens a run, is no text of its section."""
        return self._in(self._behind_headings(starts, ends), ends, None, len(starts))

    def _behind_headings(self, starts: Positions, ends: Positions) -> Positions:
        is_heading = self._segment.is_heading
        while len(more := np.flatnonzero((starts < ends) & is_heading[np.minimum(starts, ends - 1)])):
            starts = starts.copy()
            starts[more] += 1
        return starts

    def _in(self, starts: Positions, ends: Positions, rows: Positions | None, size: int) -> Positions:
        """In runs of units, by column: as many as there are, or else each that of its row."""
        at, of = runs(self._segment.unit_starts[starts], self._segment.unit_starts[ends])
        found = self._row_of[self._segment.unit_terms[at]]
        hits = np.flatnonzero(found)
        columns = of[hits] if rows is None else rows[of[hits]]
        keys = (found[hits] - 1) * np.int64(size) + columns
        return np.bincount(keys, minlength=self._size * size).reshape(self._size, size)

    def _fields(self, sections: Positions) -> Positions:
        """Above the text of each of the sections, in hundredths."""
        once, column = distinct(sections)
        segment = self._segment
        at, of = runs(segment.field_starts[once], segment.field_starts[once + 1])
        found = self._row_of[segment.field_terms[at]]
        hits = np.flatnonzero(found)
        counts = np.zeros((self._size, len(once)), dtype=np.int64)
        counts[found[hits] - 1, of[hits]] = segment.field_counts[at[hits]]
        return counts[:, column]


def side_by_side(found: Sequence[Floats], idfs: Floats) -> Floats:
    """The tables of weights of several segments as one table of scores; `idfs` are those of the terms, by row."""
    table = found[0] if len(found) == 1 else np.concatenate([np.empty((len(idfs), 0)), *found], axis=1)
    scores: Floats = table * idfs.reshape(-1, 1)
    return scores
