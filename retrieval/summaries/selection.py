"""Which lines together say most in little room? Greedy choice by the words that a text keeps returning to.

A term weighs by how often it stands in the text, more in its first paragraphs, and a line by the terms that it adds:
what has been said counts little the second time (submodular coverage; Lin and Bilmes, ACL 2011, with their division by
a power of the length). ARCHITECTURE.md tells what was tried and measured.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.arrays import Floats
from retrieval.deadline import Deadline
from retrieval.documents.unit import Unit
from retrieval.summaries.lines import Line
from retrieval.text.orthography import words

TERM_POWER = 0.9
"""Power of a term's count. With 1 the commonest words decide alone, with 0 every word is as good as another."""
ONCE = 0.5
"""What a term that stands in a single sentence counts for, beside 1."""
EARLY_TERMS = 4.0
"""What a term counts more in the first paragraph; it falls with 1 / (1 + paragraph / 3)."""
SAID = 0.3
"""What a term still counts when a chosen line has said it, for each such line."""
MAX_SHARED = 0.7
"""Share of the terms of the shorter of two lines from which both say the same, and only one is taken."""
SLACK = 1.1
"""Share of the words of a summary that it may have at most: a line is quoted whole or not at all."""
SHORTEST = 8
"""Words that a line is taken to have at least, so that none wins by being short."""


@dataclass(frozen=True, slots=True)
class Room:
    """How long a summary may be: at most so many `sentences`, or about so many `words`; 0 sets no bound."""

    sentences: int = 0
    words: int = 0


class Pool:
    """The lines of some units, with all that is needed to choose among them. `terms` are those of each unit."""

    def __init__(self, units: Sequence[Unit], terms: Sequence[Sequence[str]], found: Sequence[Line]) -> None:
        self.units = units
        self.paragraph, self.rank = _places(units)
        ids: dict[str, int] = {}
        of_unit = [sorted({ids.setdefault(term, len(ids)) for term in own}) for own in terms]
        self.ids = ids
        self.line_terms = [sorted({term for own in of_unit[line.first : line.last] for term in own}) for line in found]
        kept = [at for at, own in enumerate(self.line_terms) if own]
        self.lines = [found[at] for at in kept]
        self.line_terms = [self.line_terms[at] for at in kept]
        self.first = np.array([line.first for line in self.lines], dtype=np.intp)
        self.weight = self._weights(of_unit)

    def _weights(self, of_unit: Sequence[Sequence[int]]) -> Floats:
        """The weight of each term."""
        emphasis = 1 + EARLY_TERMS / (1 + self.paragraph / 3)
        flat = np.array([term for own in of_unit for term in own], dtype=np.intp)
        repeated = np.repeat(emphasis, [len(own) for own in of_unit])
        weight = np.bincount(flat, weights=repeated, minlength=len(self.ids)).astype(np.float64)
        once = np.bincount(flat, minlength=len(self.ids)) == 1
        weight[once] *= ONCE
        return np.asarray(weight**TERM_POWER, dtype=np.float64)

    def choose(
        self,
        favour: Floats,
        room: Room,
        *,
        powers: tuple[float, float],
        parts: Sequence[str],
        turn: float,
        deadline: Deadline | None = None,
    ) -> list[Line]:
        """Lines that have room together, the best first; those that overlap are made one.

        Where no line is that short, the best one is given all the same: nothing less would be understood.

        `favour` multiplies the worth of each line, 0 excludes it. The worth is divided by its words and by its
        sentences to these `powers`: with 0 the longest lines are favoured, with 1 the shortest. `parts` names the part
        of the text in which each line stands; every line that is taken multiplies the worth of the others of its part
        by `turn`, so that parts take turns. After the `deadline` none is added.
        """
        if not self.lines:
            return []
        flat = np.array([term for own in self.line_terms for term in own], dtype=np.intp)
        starts = np.cumsum([0, *(len(own) for own in self.line_terms[:-1])])
        length = np.maximum([line.words for line in self.lines], SHORTEST) ** powers[0]
        factor = favour / length / np.array([line.sentences for line in self.lines]) ** powers[1]
        part = np.unique(list(parts), return_inverse=True)[1]
        left = self.weight.copy()
        chosen: list[int] = []
        open_ = np.flatnonzero(factor > 0)
        sentences, words_left = room.sentences or math.inf, SLACK * room.words or math.inf
        while open_.size and sentences > 0 and words_left > 0 and not (chosen and deadline and deadline.is_over()):
            gain = np.add.reduceat(left[flat], starts) * factor
            in_turn = open_[np.argsort(-gain[open_], kind="stable")]
            # What does not fit or was said already never will: of many alike lines each is looked at once.
            tried = 0
            for best in in_turn.tolist():
                tried += 1
                new, length_of_new = self._new(best, chosen)
                if 0 < new <= sentences and length_of_new <= words_left and not self._repeats(best, chosen):
                    break
            else:
                break
            open_ = np.sort(in_turn[tried:])
            chosen.append(best)
            sentences -= new
            words_left -= length_of_new
            left[self.line_terms[best]] *= SAID
            factor = np.where(part == part[best], factor * turn, factor)
        if not chosen and factor.max() > 0:
            chosen.append(int(np.argmax(np.add.reduceat(left[flat], starts) * factor)))
        return _merged([self.lines[at] for at in chosen])

    def _new(self, at: int, chosen: Sequence[int]) -> tuple[int, int]:
        """How many sentences and words the line adds to the chosen ones; 0 if they hold it."""
        line = self.lines[at]
        new = set(range(line.first, line.last))
        for other in chosen:
            new -= set(range(self.lines[other].first, self.lines[other].last))
        return min(line.sentences, len(new)), sum(len(words(self.units[unit].said)) for unit in new)

    def _repeats(self, at: int, chosen: Sequence[int]) -> bool:
        """Whether a chosen line that does not overlap says the same."""
        line, own = self.lines[at], set(self.line_terms[at])
        for other in chosen:
            if self.lines[other].first < line.last and line.first < self.lines[other].last:
                continue
            said = set(self.line_terms[other])
            if len(own & said) >= MAX_SHARED * min(len(own), len(said)):
                return True
        return False


def _places(units: Sequence[Unit]) -> tuple[Floats, Floats]:
    """Of each unit the number of its paragraph in the document and its own number in the paragraph, from 0."""
    paragraph, rank = np.zeros(len(units)), np.zeros(len(units))
    for at in range(1, len(units)):
        if units[at].document is units[at - 1].document:
            same = units[at].block is units[at - 1].block
            paragraph[at] = paragraph[at - 1] + (not same)
            rank[at] = rank[at - 1] + 1 if same else 0
    return paragraph, rank


def _merged(chosen: Sequence[Line]) -> list[Line]:
    """The lines in order of choice, one that overlaps an earlier one made one with it."""
    merged: list[Line] = []
    for line in chosen:
        touching = [other for other in merged if other.first < line.last and line.first < other.last]
        for other in touching:
            line = Line(
                min(line.first, other.first), max(line.last, other.last), other.subject, line.sentences, line.words
            )
        place = merged.index(touching[0]) if touching else len(merged)
        merged = [other for other in merged if other not in touching]
        merged.insert(place, line)
    return merged
