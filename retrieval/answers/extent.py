"""How far does an excerpt reach? From a natural beginning to a natural end, around the unit that carries the answer.

A short section, list or table comes whole. What is longer begins where its paragraph does, if the answer stands near
that beginning, and goes on within its section. Lengths are in words, as `length` counts them. The numbers were
chosen on a prototype with another ranking, on the development collections; here only BACK was measured.
"""

import re
from collections.abc import Collection, Sequence

from retrieval.documents.labels import number_of
from retrieval.documents.model import Quality, Role
from retrieval.documents.pieces import length
from retrieval.documents.unit import Passage, Unit
from retrieval.text.orthography import ends_as_sentence, words

WHOLE_SECTION, SECTION_LEAD = 80, 40
"""A section up to this length comes whole, if not more than the latter stands before the answer."""
WHOLE_LIST, SHORT_LIST, SHORT_LIST_WORDS = 80, 8, 110
"""A list or table up to this length comes whole, and one of a few items even where it is longer."""
BACK = 20
"""A paragraph comes from its beginning if not more than this stands before the answer. 0 and 12 are alike."""
ENOUGH = 60
"""What is shorter goes on within its section."""
MOST = 120
"""No excerpt is longer, unless a single unit is."""
LEAD_IN = 30
"""A lead-in, a question or a sentence that the next one leans on is taken along up to this length."""
WITH_HEADING = 110
"""A heading is quoted above the beginning of its section where both are not longer."""

_OPENING = (":", "：", "?", "？")
_NUMBER = re.compile(r"[^\w\s]*\d{1,4}[^\w\s]*")
_IN_ROWS = frozenset((Role.ITEM, Role.TABLE))
_SET_OFF = frozenset((Role.ITEM, Role.TABLE, Role.CODE))


def extent(units: Sequence[Unit], run: Passage, anchor: int, numbers: Collection[str] = ()) -> Passage:
    """The units to be shown for a passage, `anchor` among them: the position of the unit that carries the answer.

    An item that goes by one of the `numbers`, which are asked for ("rule 3"), comes without the others of its list.
    """
    return _Extent(units, run, anchor).found(numbers)


class _Extent:
    """The run of units from `a` to `b` (exclusive) as it grows."""

    def __init__(self, units: Sequence[Unit], run: Passage, anchor: int) -> None:
        self.units = units
        self.a, self.b = run.first, run.last
        while units[anchor].is_heading and self._goes_on(anchor):  # what a heading promises stands below it
            anchor += 1
        self.anchor = anchor
        self.b = max(self.b, anchor + 1)

    def found(self, numbers: Collection[str]) -> Passage:
        if self.units[self.anchor].block.role is Role.ITEM and number_of(self.units[self.anchor].text) in numbers:
            return self._item()
        self._without_heading()
        self._lean()
        self._apart()
        if not self._whole_section():
            self._whole_list()
            self._back()
            self._forth()
        self._heading()
        self._bound()
        return Passage(self.a, self.b)

    def _item(self) -> Passage:
        """The item alone, with what stands below it."""
        self.a, self.b = self.anchor, self.anchor + 1
        while self._goes_on(self.b - 1) and self._belongs(self.b):
            self.b += 1
        self._heading()
        self._bound()
        return Passage(self.a, self.b)

    def _belongs(self, at: int) -> bool:
        unit = self.units[at]
        is_below = unit.block.role is Role.ITEM and not number_of(unit.text)
        return is_below or unit.block is self.units[self.anchor].block

    def _goes_on(self, at: int) -> bool:
        """Whether the section does behind a unit."""
        return at + 1 < len(self.units) and self._together(at, at + 1)

    def _begins(self, at: int) -> bool:
        """Whether the section's text does with a unit."""
        return at == 0 or not self._together(at - 1, at) or self.units[at - 1].is_heading

    def _together(self, above: int, at: int) -> bool:
        one, other = self.units[above], self.units[at]
        return (
            one.document is other.document
            and one.section == other.section
            and (one.block.quality is Quality.REPEATED) == (other.block.quality is Quality.REPEATED)
        )

    def _words(self, a: int, b: int) -> int:
        return sum(length(self.units[at].text) for at in range(a, b))

    def _without_heading(self) -> None:
        """The heading is taken up again at the end, if there is room for it."""
        while self.units[self.a].is_heading and self.a < self.anchor:
            self.a += 1

    def _lean(self) -> None:
        """What the first unit does not do without: a lead-in, a term, the sentence that a "he" refers to."""
        if self._begins(self.a):
            return
        unit, above = self.units[self.a], self.units[self.a - 1]
        is_led = unit.block.role in _SET_OFF and above.is_lead_in
        is_definition = unit.text.startswith((": ", ":\t")) and above.block is not unit.block
        leans = above.block is unit.block and (words(unit.text) or [""])[0].casefold() in unit.language.leaning
        if (is_led or is_definition or leans) and length(above.text) <= LEAD_IN:
            self.a -= 1

    def _apart(self) -> None:
        """Lines of a note that nothing holds together stand each for itself."""
        if self._is_line(self.anchor):
            while self.b - 1 > self.anchor and self._is_line(self.b - 1):
                self.b -= 1

    def _is_line(self, at: int) -> bool:
        unit = self.units[at]
        return unit.block.role is Role.PARAGRAPH and not unit.block.headings and not ends_as_sentence(unit.text)

    def _is_framed(self, first: int) -> bool:
        """Whether the section whose text begins here has a heading that is marked as one: its text belongs together."""
        above = self.units[first - 1] if first and self._together(first - 1, first) else None
        return above is not None and above.is_heading and above.block.quality is not Quality.GUESSED

    def _whole_section(self) -> bool:
        room = SECTION_LEAD
        first = self.anchor
        while not self._begins(first) and room >= 0:
            first -= 1
            room -= length(self.units[first].text)
        if room < 0 or not self._is_framed(first):
            return False
        last = self.anchor + 1
        room = WHOLE_SECTION - self._words(first, last)
        while room >= 0 and self._goes_on(last - 1):
            room -= length(self.units[last].text)
            last += 1
        if room >= 0:
            self.a, self.b = first, last
        return room >= 0

    def _whole_list(self) -> None:
        """All of the list or table that the answer stands in or leads in, if it is short."""
        at = self.anchor
        if self._opens(at) and self._goes_on(at) and self.units[at + 1].block.role in _IN_ROWS:
            at += 1
        role = self.units[at].block.role
        if role not in _IN_ROWS:
            return
        first, last = at, at + 1
        while not self._begins(first) and self.units[first - 1].block.role is role and last - first <= WHOLE_LIST:
            first -= 1
        while self._goes_on(last - 1) and self.units[last].block.role is role and last - first <= WHOLE_LIST:
            last += 1
        if not self._begins(first) and self._opens(first - 1) and length(self.units[first - 1].text) <= LEAD_IN:
            first -= 1
        first, last = min(first, self.anchor), max(last, self.anchor + 1)
        count = len({id(self.units[n].block) for n in range(first, last)})
        if self._words(first, last) <= (SHORT_LIST_WORDS if count <= SHORT_LIST + 1 else WHOLE_LIST):
            near = self._words(min(self.a, first), max(self.b, last)) <= WHOLE_LIST
            self.a, self.b = (min(self.a, first), max(self.b, last)) if near else (first, last)

    def _back(self) -> None:
        first, block = self.a, self.units[self.a].block
        while not self._begins(first) and self.units[first - 1].block is block:
            first -= 1
        if self._words(first, self.anchor) <= BACK:
            self.a = first

    def _forth(self) -> None:
        shown = self._words(self.a, self.b)
        while self._goes_on(self.b - 1) and not (self._is_line(self.b - 1) and self._is_line(self.b)):
            more = length(self.units[self.b].text)
            if shown + more > (MOST if self._opens(self.b - 1) else ENOUGH):
                break
            shown += more
            self.b += 1
        while self.b - 1 > self.anchor and self._opens(self.b - 1) and self._goes_on(self.b - 1):
            self.b -= 1  # a lead-in or a question without what it opens says nothing

    def _heading(self) -> None:
        above = self.a - 1
        is_below = above >= 0 and self._together(above, self.a) and self.units[above].is_heading
        if is_below and self._words(above, self.b) <= WITH_HEADING:
            self.a = above

    def _bound(self) -> None:
        """Never longer than can be read at a glance, never without the answer."""
        shown = self._words(self.a, self.b)
        while shown > MOST and self.b - 1 > self.anchor:
            self.b -= 1
            shown -= length(self.units[self.b].text)
        while shown > MOST and self.a < self.anchor:
            shown -= length(self.units[self.a].text)
            self.a += 1

    def _opens(self, at: int) -> bool:
        """Whether a unit is a lead-in, a question or a bare number, which says nothing without what follows."""
        unit = self.units[at]
        if unit.block.role is Role.PARAGRAPH and _NUMBER.fullmatch(unit.text):
            return True
        return unit.block.role is not Role.CODE and unit.text.rstrip(' *_)"”»').endswith(_OPENING)
