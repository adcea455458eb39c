"""What is the smallest piece that is quoted, and a run of such pieces? Values, cut by `passages` and `pieces`."""

import re
from dataclasses import dataclass

from retrieval.documents.labels import marker
from retrieval.documents.model import Block, Document, Quality, Role
from retrieval.documents.seen import label
from retrieval.text.languages import language
from retrieval.text.languages.language import Language
from retrieval.text.span import Span

_TEXT = frozenset((Role.PARAGRAPH, Role.ITEM, Role.CODE, Role.TABLE))
_OPENS = re.compile(r"[:?：？][\s*_)\"”»]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest piece that is quoted: a sentence, a heading, a list item, a table row or a piece of code."""

    document: Document
    block: Block
    span: Span
    section: int

    @property
    def text(self) -> str:
        """The unit itself."""
        return self.span.of(self.document.text)

    @property
    def said(self) -> str:
        """The text without the marker of a list item."""
        if self.block.role is not Role.ITEM or self.span.start != self.block.span.start:
            return self.text
        return self.document.text[marker(self.document.text, self.span) : self.span.end]

    @property
    def label(self) -> str:
        """The number that it goes by, as a rule, a section, a step or a row: "7", "4.2"; "" without one."""
        return label(self.text, self.block.role) if self.span.start == self.block.span.start else ""

    @property
    def is_text(self) -> bool:
        """Whether it is part of the running text, its lists, tables and code."""
        return self.block.role in _TEXT and self.block.quality is not Quality.FRONT

    @property
    def is_heading(self) -> bool:
        """Whether it is the title or a heading, below which its section stands."""
        return self.block.role in (Role.TITLE, Role.HEADING)

    @property
    def is_code(self) -> bool:
        """Whether it is code or a row of a table, which are skimmed more than read."""
        return self.block.role in (Role.CODE, Role.TABLE)

    @property
    def language(self) -> Language:
        """The language it is written in."""
        return language(self.block.language or self.document.language)

    @property
    def is_lead_in(self) -> bool:
        """Whether it only announces what follows ("He added:")."""
        return not self.is_code and self.text.endswith((":", "："))

    @property
    def opens(self) -> bool:
        """Whether what follows belongs to it: a lead-in, or a question before its answer."""
        return not self.is_code and _OPENS.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of units: the positions `first` to `last` (exclusive) in the sequence they were cut from."""

    first: int
    last: int
