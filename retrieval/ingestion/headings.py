"""Which lines of a plain text are headings? Nothing marks them there but their shape and where they stand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from retrieval.text.orthography import capitalised_share, ends_as_sentence, words
from retrieval.text.span import Span

MAX_HEADING_WORDS = 16
MAX_NUMBERED_WORDS = 8
MAX_STACKED = 2
"""Headings on end without a blank line between; more of them are a list without bullets, below the first."""

_OPENERS = "\"“„«‘'¿¡#§*"
_COLONS = (":", "：")
_QUESTION_MARKS = ("?", "？")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text without its bullet. Lines with no blank line between them share a `chunk`.

    `start` is where the bullet stands, if there is one, which may be a number, and `depth` by how many characters the
    line is indented.
    """

    span: Span
    chunk: int
    bullet: bool
    start: int = 0
    depth: int = 0
    is_numbered: bool = False


def find_headings(
    lines: Sequence[Line], texts: Sequence[str], prose: Sequence[bool], candidates: Collection[int]
) -> set[int]:
    """The lines that are headings, by position. `texts` are theirs, and `prose` tells which are running text."""
    return _Headings(lines, texts, prose).found(candidates)


class _Headings:
    def __init__(self, lines: Sequence[Line], texts: Sequence[str], prose: Sequence[bool]) -> None:
        self.lines, self.texts, self.prose = lines, texts, prose

    def found(self, candidates: Collection[int]) -> set[int]:
        """From the last line up, since a heading may stand above another."""
        headings: set[int] = set()
        following: int | None = None
        for at in sorted(candidates, reverse=True):
            if following is not None and self._is_heading(at, following, stacked=following in headings):
                headings.add(at)
            following = at
        return headings - self._listed(headings)

    def _is_heading(self, at: int, following: int, *, stacked: bool) -> bool:
        if self._asks(at, following):
            return True
        if self.lines[at].bullet:
            return self._is_numbered(at, following)
        return (self.prose[following] or self.lines[following].bullet or stacked) and self._stands_out(at, following)

    def _listed(self, headings: set[int]) -> set[int]:
        """All but the first of those that are only a list without bullets."""
        listed: set[int] = set()
        run: list[int] = []
        for at in [*sorted(headings), len(self.lines)]:
            if run and at == run[-1] + 1 and at < len(self.lines) and self._is_below(run[-1], at):
                run.append(at)
                continue
            if len(run) > MAX_STACKED:
                listed.update(run[1:])
            run = [at]
        return listed

    def _is_below(self, above: int, at: int) -> bool:
        return self.lines[above].chunk == self.lines[at].chunk

    def _opens(self, at: int) -> bool:
        """Whether a blank line stands above the line, or nothing."""
        return at == 0 or not self._is_below(at - 1, at)

    def _asks(self, at: int, following: int) -> bool:
        """A question on top of a chunk, with something else than a question right below: its answer."""
        line = self.texts[at]
        is_question = line.endswith(_QUESTION_MARKS) and 0 < len(words(line)) <= MAX_HEADING_WORDS and self._opens(at)
        return is_question and self._is_below(at, following) and not self.texts[following].endswith(_QUESTION_MARKS)

    def _is_numbered(self, at: int, following: int) -> bool:
        """A few words behind a number on top of a chunk, with text below that has none or is indented: a heading."""
        line = self.texts[at]
        is_short = self.lines[at].is_numbered and 0 < len(words(line)) <= MAX_NUMBERED_WORDS
        opens = is_short and self._opens(at) and not ends_as_sentence(line) and not line.endswith(_COLONS)
        if opens and not self._is_below(at, following) and self.lines[following].depth > self.lines[at].depth:
            return True  # as in a text that is indented below its headings
        return opens and not self.lines[following].bullet and (self._is_below(at, following) or self.prose[following])

    def _stands_out(self, at: int, following: int) -> bool:
        """A short line that ends like no sentence, or stands alone and asks."""
        line, count = self.texts[at], len(words(self.texts[at]))
        if not 0 < count <= MAX_HEADING_WORDS or line[0].islower() or not (line[0].isalnum() or line[0] in _OPENERS):
            return False
        if line.endswith(_COLONS):
            return not self.lines[following].bullet and (count <= 2 or capitalised_share(line) > 0.6)
        if line.endswith("?"):
            return self.prose[following]
        return not ends_as_sentence(line) and (":" not in line or self.prose[following])
