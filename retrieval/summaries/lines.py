"""Which pieces of a text can be a line of a summary? Sentences that stand on their own, and runs that do together.

A sentence that leans on others comes with them as one piece, a list with its lead-in, words below a lead-in
("He added:") with it and with what names the speaker. What is too long then, asks a question or only says where to read
on, is no line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from retrieval.documents.model import Role
from retrieval.documents.unit import Unit
from retrieval.summaries.anaphora import has_half_a_quotation, leans
from retrieval.summaries.conclusions import concludes
from retrieval.text.orthography import ends_as_sentence, words

MIN_WORDS, MAX_WORDS = 7, 75
"""A shorter line says little, a longer one is no summary; in words."""
MIN_SENTENCE_WORDS = 5
"""Words of the sentence for whose sake a run is made."""
MAX_RUN = 3
"""Units in a run of sentences."""
MIN_LEAD_WORDS = 2
"""Words of a line in the first paragraph of a document, which says what it is about ("Archiving utility."), or of one
that is labelled as what the text comes to."""
MAX_LIST_WORDS = 90
"""A longer list is not quoted: part of it would pass for the whole."""

_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Line:
    """The units `first` to `last` (exclusive) as one piece, which counts as so many `sentences` of so many `words`.

    `subject` is the unit for whose sake the piece is quoted; of a list its lead-in.
    """

    first: int
    last: int
    subject: int
    sentences: int
    words: int


def lines(units: Sequence[Unit]) -> list[Line]:
    """All lines that can be made of the units, in order; they may overlap. Units of several documents may be given."""
    text = _Text(units)
    found = [*text.sentences(), *text.lists(), *text.steps(), *text.commands(), *text.rows()]
    return sorted(found, key=lambda line: (line.first, line.last))


class _Text:
    """The units with what is asked of them again and again."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.texts = [unit.said for unit in units]
        self.lengths = [len(words(text)) for text in self.texts]
        self.block_first: list[int] = []
        for at, unit in enumerate(units):
            continues = at > 0 and units[at - 1].block is unit.block
            self.block_first.append(self.block_first[-1] if continues else at)
        self.opening = self._first_paragraphs()
        self.broken = [text.count("`") % 2 == 1 for text in self.texts]
        self.leaning = [leans(self._without_speaker(at), units[at].language) for at in range(len(units))]

    def _first_paragraphs(self) -> list[bool]:
        """Of each unit whether it is of the first paragraph of its document."""
        first: dict[str, int] = {}
        for at, unit in enumerate(self.units):
            if unit.block.role is Role.PARAGRAPH:
                first.setdefault(unit.document.id, self.block_first[at])
        return [
            first.get(unit.document.id) == self.block_first[at] and unit.document.speaker(unit.span) is None
            for at, unit in enumerate(self.units)
        ]

    def _without_speaker(self, at: int) -> str:
        """The unit; in the record of a conversation what is said in it: without the speaker's name and opening sounds.

        There nearly every turn opens with "So" or "Okay", which points to nothing.
        """
        unit, text = self.units[at], self.texts[at]
        name = unit.document.speaker(unit.span)
        if name is None:
            opens = text.partition(" ")[0]  # "tide prints …" in the manual of tide
            return text[:1].upper() + text[1:] if opens in words(unit.document.title) else text
        is_named = unit.span.start <= name.start < unit.span.end
        said = unit.document.text[name.end : unit.span.end].lstrip(":*_>]) ") if is_named else text
        said = said[opening.end() :] if (opening := unit.language.sounds.match(said)) else said
        return said[:1].upper() + said[1:]

    def sentences(self) -> Iterator[Line]:
        """Each sentence with those that it needs before it, but no step of several that can be quoted together."""
        steps = set(chain.from_iterable(self._steps()))
        for at, unit in enumerate(self.units):
            if unit.block.role not in (Role.PARAGRAPH, Role.ITEM) or unit.block.lead_in is not None or at in steps:
                continue
            text = self.texts[at]
            if self.lengths[at] < self._least(at, MIN_SENTENCE_WORDS) or unit.is_lead_in or not ends_as_sentence(text):
                continue
            # Text that trails off leads in to code below it.
            if text.endswith(("...", "…")) or self.broken[at] or self._only_points(at):
                continue
            first = self._start(at)
            if first is not None and not asks_something(self.texts[at]):
                yield from self._line(first, at + 1, at, MAX_WORDS)

    def lists(self) -> Iterator[Line]:
        """Each list as a whole, with its lead-in and what that needs."""
        items = (at for at, unit in enumerate(self.units) if unit.block.role is Role.ITEM and unit.block.lead_in)
        for _, run in groupby(items, key=lambda at: (self.units[at].document.id, self.units[at].block.lead_in)):
            members = list(run)
            introduction = members[0] - 1
            if introduction < 0 or members[-1] - introduction != len(members):
                continue
            if not self._together(introduction, members[0]) or not self.units[introduction].is_lead_in:
                continue
            first = self._start(introduction)
            if first is not None and not any(map(self._only_points, range(first, members[-1] + 1))):
                yield from self._line(first, members[-1] + 1, introduction, MAX_LIST_WORDS)
            elif not any(self.leaning[at] or not ends_as_sentence(self.texts[at]) for at in members):
                yield from self._line(members[0], members[-1] + 1, members[0], MAX_LIST_WORDS)

    def steps(self) -> Iterator[Line]:
        """The numbered items of a section as a whole: some steps of several would pass for all."""
        for run in self._steps():
            if not any(map(self._only_points, run)):
                yield from self._line(run[0], run[-1] + 1, run[0], MAX_LIST_WORDS)

    def _steps(self) -> Iterator[list[int]]:
        """The runs of numbered items without a lead-in that are short enough to be quoted together."""
        for is_step, run in groupby(range(len(self.units)), key=self._step):
            members = list(run)
            if is_step and len(members) > 1 and sum(self.lengths[at] for at in members) <= MAX_LIST_WORDS:
                yield members

    def _step(self, at: int) -> tuple[str, object] | None:
        unit = self.units[at]
        is_step = unit.block.role is Role.ITEM and unit.block.lead_in is None and unit.label
        return (unit.document.id, unit.section) if is_step else None

    def commands(self) -> Iterator[Line]:
        """Each list item that says what the command or code below it does, with that: neither is understood alone."""
        for at in range(len(self.units) - 1):
            unit, below = self.units[at], self.units[at + 1]
            if unit.block.role is not Role.ITEM or not unit.is_lead_in or not self._together(at, at + 1):
                continue
            text = self.texts[at + 1]
            is_code = below.is_code or (text.startswith("`") and text.endswith("`") and text.count("`") == 2)
            if is_code and self._start(at) == at and self.lengths[at] >= MIN_LEAD_WORDS:
                yield Line(at, at + 2, at, 1, self.lengths[at] + self.lengths[at + 1])

    def rows(self) -> Iterator[Line]:
        """Each row of a table that has a header, or says enough without one."""
        for at, unit in enumerate(self.units):
            if unit.block.role is Role.TABLE and not unit.is_lead_in and self.lengths[at]:
                least = MIN_LEAD_WORDS if unit.block.header else MIN_WORDS
                is_header = unit.block.header is None and self._heads(at)
                if least <= self.lengths[at] <= MAX_WORDS and not is_header:
                    yield Line(at, at + 1, at, 1, self.lengths[at])

    def _heads(self, at: int) -> bool:
        """Whether the row is the header of the one below it."""
        return at + 1 < len(self.units) and self.units[at + 1].block.header == self.units[at].block.span

    def _hides(self, at: int) -> bool:
        """Whether words stand between the unit and the next that are left out, such as an include of code."""
        one, other = self.units[at], self.units[at + 1]
        return _WORD.search(one.document.text, one.span.end, other.span.start) is not None

    def _only_points(self, at: int) -> bool:
        """Whether the unit only tells where to read on, or what comes later."""
        return self.units[at].language.points_away.search(self.texts[at]) is not None

    def _least(self, at: int, usual: int) -> int:
        """Words that a line for the sake of this unit has at least."""
        return MIN_LEAD_WORDS if self.opening[at] or concludes(self.units[at]) else usual

    def _line(self, first: int, last: int, subject: int, most: int) -> Iterator[Line]:
        if any(map(self._hides, range(first, last - 1))):
            return
        count = sum(self.lengths[first:last])
        if self._least(subject, MIN_WORDS) <= count <= most and not has_half_a_quotation(
            " ".join(self.texts[first:last])
        ):
            closed = sum(ends_as_sentence(text) for text in self.texts[first:last])
            yield Line(first, last, subject, max(1, closed), count)

    def _start(self, at: int) -> int | None:
        """Where the run begins that makes the unit understood; None if no short one does."""
        first = at
        while True:
            head = self.block_first[first]
            if head > 0 and self._together(head - 1, first) and self.units[head - 1].is_lead_in:
                before = head - 1
            elif self.leaning[first]:
                before = first - 1
                if first == head:
                    return None
            else:
                return first
            if at - before >= MAX_RUN or self.units[before].block.role is not Role.PARAGRAPH:
                return None
            if asks_something(self.texts[before]) or self.broken[before] or self._only_points(before):
                return None
            if not (ends_as_sentence(self.texts[before]) or self.units[before].is_lead_in):
                return None
            first = before

    def _together(self, one: int, other: int) -> bool:
        """Whether both stand in the same section of the same document."""
        a, b = self.units[one], self.units[other]
        return a.document is b.document and a.section == b.section


def asks_something(text: str) -> bool:
    """Whether a text ends as a question does."""
    return text.rstrip("\"'”’»)").endswith(("?", "？"))
