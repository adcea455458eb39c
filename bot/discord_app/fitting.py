"""How does a reply fit into one Discord message? Reply → blocks of Discord Markdown, cut only with a visible note.

The limits stand in Discord's prose on Components V2: 4,000 characters of text and 40 components in a message.
Source: https://discord.com/developers/docs/components/reference
"""

import re

from bot.discord_app.markup import escape_line, is_faithful, quote
from bot.replies import Listing, Paragraph, Quote, Reply

MAX_CHARS = 4000
MAX_BLOCKS = 38  # 40 components less the container around the blocks and the note at the end
_MAX_TITLE = 250
_MAX_ROW = 300
_NOTE_ROOM = 100  # characters kept free for the note that something did not fit

_UNFAITHFUL = (
    "This passage holds hidden characters that Discord would not show as they are. Please read it in the file:"
)
_CUT_HERE = "-# (Cut here. The passage goes on in the file.)"
# Where a quote may be cut: after a word, or after a punctuation mark of the scripts that put no spaces between words.
_WORD_END = re.compile(r"(?<=\S)(?=\s)|(?<=[。！？；，、])")


def blocks_of(reply: Reply) -> list[str]:
    """The Markdown blocks of the reply, in order, together within Discord's limits."""
    sheet = _Sheet(_heading(reply.title))
    listings = sum(isinstance(part, Listing) for part in reply.parts)
    for part in reply.parts:
        match part:
            case Paragraph(text):
                sheet.add(_fitted_line(text, sheet.room))
            case Listing(rows):
                sheet.add(_fitted_rows(rows, sheet.room // listings))
                listings -= 1
            case Quote():
                sheet.add_quote(part)
    return sheet.finished()


class _Sheet:
    """The blocks so far and the room that is left, in UTF-16 units."""

    def __init__(self, heading: str) -> None:
        self.room = MAX_CHARS - _NOTE_ROOM - _length(heading)
        self._blocks = [heading]
        self._shown = 0
        self._left_out = 0

    def add(self, block: str) -> bool:
        """Take the block if it fits; tell whether it did. An empty one leaves no trace: Discord refuses it."""
        fits = _length(block) <= self.room and len(self._blocks) < MAX_BLOCKS
        if fits and block:
            self._blocks.append(block)
            self.room -= _length(block)
        return fits

    def add_quote(self, part: Quote) -> None:
        """Take the quote whole. Only the first one is cut to fit; after one that did not fit no later one is taken."""
        if not self._left_out and (self.add(_quoted(part)) or (not self._shown and self.add(_cut(part, self.room)))):
            self._shown += 1
        else:
            self._left_out += 1

    def finished(self) -> list[str]:
        """The blocks, with a note on what was left out."""
        if not self._left_out:
            return self._blocks
        count = f"{self._left_out} more" if self._shown else f"{self._left_out}"
        passages = "passage" if self._left_out == 1 else "passages"
        return [*self._blocks, f"-# {count} {passages} did not fit into this message."]


def _length(text: str) -> int:
    """Length in UTF-16 units, the largest of the ways to count, so that it holds for whichever Discord uses."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _shortened(text: str, limit: int) -> str:
    """The text, or its first words up to `limit` characters and "…"."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    return (head.rpartition(" ")[0] or head) + " …"


def _heading(title: str) -> str:
    line = escape_line(_shortened(" ".join(title.split()), _MAX_TITLE))
    # Markdown drops "#" at the end of a heading ("What is C#"), unless something invisible follows.
    return f"### {line}\u200b" if line.endswith("#") else f"### {line}"


def _fitted_line(text: str, room: int) -> str:
    line = escape_line(text)
    # An escaped character takes up to two units.
    return line if _length(line) <= room else escape_line(_shortened(text, max(room // 2 - 2, 0)))


def _fitted_rows(rows: tuple[str, ...], room: int) -> str:
    room -= len("- …and 1,000,000 more\n")
    lines: list[str] = []
    for row in rows:
        line = f"- {escape_line(_shortened(row, _MAX_ROW))}"
        room -= _length(line) + 1
        if room < 0:
            return "\n".join([*lines, f"- …and {len(rows) - len(lines):,} more"])
        lines.append(line)
    return "\n".join(lines)


def _quoted(part: Quote, end: int | None = None) -> str:
    """The excerpt (or what stands before `end`, with a note) as a block quote above its citation."""
    excerpt = part.excerpt
    citation = f"-# {escape_line(_shortened(part.citation, 2 * _MAX_ROW))}"
    if not is_faithful(excerpt.text):
        return f"{_UNFAITHFUL}\n{citation}"
    text, start = excerpt.text[:end], excerpt.span.start
    bold = [(h.start - start, min(h.end - start, len(text))) for h in excerpt.highlights if h.start - start < len(text)]
    return "\n".join([quote(text, bold), *([] if end is None else [_CUT_HERE]), citation])


def _cut(part: Quote, room: int) -> str:
    """The excerpt cut after the last word that leaves the block within `room`; whole if no word does."""
    ends = [match.start() for match in _WORD_END.finditer(part.excerpt.text, 1, max(room, 1))]
    low, high = 0, len(ends)
    while low < high:  # bisect: how many of the ends leave a block that fits
        middle = (low + high) // 2
        if _length(_quoted(part, ends[middle])) <= room:
            low = middle + 1
        else:
            high = middle
    return _quoted(part, ends[low - 1] if low else None)
