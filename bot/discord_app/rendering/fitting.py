"""How does a reply fit into one Discord message? Reply → blocks of Discord Markdown, cut only with a visible note.

The limits stand in Discord's prose on Components V2: 4,000 characters of text and 40 components in a message.
Source: https://discord.com/developers/docs/components/reference
"""

from bisect import bisect_left
from dataclasses import dataclass

from bot.config.lengths import MAX_QUESTION
from bot.discord_app.rendering.markdown import escape_line, is_faithful
from bot.discord_app.rendering.places import address_of
from bot.discord_app.rendering.quotations import Quotation
from bot.discord_app.rendering.sentences import line_of
from bot.replies.model import Headings, Listing, Paragraph, Quote, Reply, Section, Stretch
from bot.replies.said import Said
from bot.wording import counted, texts
from retrieval import Excerpt

MAX_CHARS = 4000
MAX_COMPONENTS = 40
TITLE_ID, EARLIER_ID = 1001, 1002
"""Numbers of two components in a message: the question, and what it follows on. Discord numbers the others itself."""
_LEAST_ROOM = 40  # characters below which no beginning of a text is shown
SECTION = 3  # components: the section, its text and its button
_MAX_ROW = 300
NOTE_ROOM = 140  # characters kept free for the note that something did not fit


@dataclass(frozen=True, slots=True)
class Links:
    """What can be clicked beside the buttons: file names, where they are links below `base_url`, and addresses."""

    base_url: str = ""
    addresses: bool = True


LINKS = Links()


@dataclass(frozen=True, slots=True)
class Block:
    """A text of the message as Markdown, with the excerpt whose context a button beside it opens, if any.

    `number` is the component's number in the message, where it must be known again.
    """

    text: str
    excerpt: Excerpt | None = None
    number: int | None = None


def blocks_of(reply: Reply, *, reserved: int = 0, links: Links = LINKS) -> list[Block]:
    """The blocks of the reply, in order, together within Discord's limits. `reserved` components stay free."""
    sheet = _Sheet(Block(_heading(reply.title), number=TITLE_ID if reply.question else None), reserved, links)
    if reply.earlier:
        line = "-# " + escape_line(texts().carried.format(question=_shortened(reply.earlier, MAX_QUESTION)))
        sheet.add(Block(line, number=EARLIER_ID))
    if reply.source:
        sheet.add(Block(f"-# {escape_line(_shortened(texts().only_in.format(file=reply.source), _MAX_ROW))}"))
    listings = sum(isinstance(part, Listing) for part in reply.parts)
    for part in reply.parts:
        match part:
            case Paragraph(text):
                sheet.say(text)
            case Listing(rows):
                sheet.add(Block(_fitted_rows(rows, sheet.room // listings)))
                listings -= 1
            case Headings(places):
                sheet.add(Block(_fitted_rows(tuple(" ".join(place.text.split()) for place in places), sheet.room)))
            case Quote():
                sheet.add_quote(part, with_context=bool(reply.question) or reply.opens_context)
            case Section():
                sheet.add_section(part, with_context=reply.opens_context)
            case Stretch(found):
                sheet.add_quote(found)
    return sheet.finished()


class _Sheet:
    """The blocks so far and the room that is left: characters in UTF-16 units, and components."""

    def __init__(self, heading: Block, reserved: int, links: Links) -> None:
        self._links = links
        self.room = MAX_CHARS - NOTE_ROOM - length(heading.text)
        self._components = MAX_COMPONENTS - reserved - 3  # the container, the heading and the note at the end
        self._blocks = [heading]
        self._shown = 0
        self._left_out = 0
        self._unsaid = 0

    def add(self, block: Block) -> bool:
        """Take the block if it fits; tell whether it did. An empty one leaves no trace: Discord refuses it."""
        components = 1 if block.excerpt is None else SECTION
        fits = length(block.text) <= self.room and components <= self._components
        if fits and block.text:
            self._blocks.append(block)
            self.room -= length(block.text)
            self._components -= components
        return fits

    def say(self, text: str) -> None:
        """Take the text, or its first words; where there is no room for any it is counted."""
        block = Block(_fitted_lines(text, self.room))
        if not (self.room > _LEAST_ROOM or len(text) < self.room) or not self.add(block):
            self._unsaid += bool(text)

    def add_quote(self, part: Quote, *, with_context: bool = False) -> None:
        """Take the quote whole. Only the first one is cut to fit; after one that did not fit no later one is taken."""
        excerpt = part.excerpt if with_context else None
        citation = _citation(part, self._links.base_url)
        links = self._links.addresses
        if not self._left_out and (
            self.add(Block(_quoted(part, citation, links), excerpt))
            or (not self._shown and self.add(Block(_cut(part, citation, links, self.room), excerpt)))
        ):
            self._shown += 1
        else:
            self._left_out += 1

    def add_section(self, part: Section, *, with_context: bool) -> None:
        """Take the section whole, else as many of its excerpts as fit, one by one."""
        shown = "\n\n".join(_verbatim(excerpt, self._links.addresses) for excerpt in part.excerpts)
        heading = f"**{escape_line(_shortened(part.heading, _MAX_ROW))}**\n" if part.heading else ""
        excerpt = part.excerpts[0] if with_context else None
        if not self._left_out and self.add(
            Block(f"{heading}{shown}\n{_citation(part, self._links.base_url)}", excerpt)
        ):
            self._shown += len(part.excerpts)
        else:
            for excerpt in part.excerpts:
                self.add_quote(Quote(excerpt), with_context=with_context)

    def finished(self) -> list[Block]:
        """The blocks, with a note on what was left out."""
        forms = texts().left_out if self._shown else texts().left_out_all
        notes = [counted(forms, self._left_out)] if self._left_out else []
        notes += [counted(texts().unsaid, self._unsaid)] if self._unsaid else []
        return [*self._blocks, *([Block(f"-# {' '.join(notes)}")] if notes else [])]


def length(text: str) -> int:
    """Length in UTF-16 units, the largest of the ways to count, so that it holds for whichever Discord uses."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _shortened(text: str, limit: int) -> str:
    """The text, or its first words up to `limit` characters and "…"."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    return (head.rpartition(" ")[0] or head) + " …"


def _heading(title: str) -> str:
    line = line_of(title if isinstance(title, Said) else _shortened(" ".join(title.split()), MAX_QUESTION))
    # Markdown drops "#" at the end of a heading ("What is C#"), unless something invisible follows.
    return f"### {line}\u200b" if line.endswith("#") else f"### {line}"


def _fitted_lines(text: str, room: int) -> str:
    shown = line_of(text) if isinstance(text, Said) else "\n".join(map(escape_line, text.split("\n")))
    # An escaped character takes up to two units.
    return shown if length(shown) <= room else escape_line(_shortened(text, max(room // 2 - 2, 0)))


def _fitted_rows(rows: tuple[str, ...], room: int) -> str:
    room -= len("- \n") + len(texts().more_rows) + len("1,000,000")
    lines: list[str] = []
    for row in rows:
        line = f"- {line_of(_shortened(row, _MAX_ROW))}"
        room -= length(line) + 1
        if room < 0:
            return "\n".join([*lines, "- " + texts().more_rows.format(count=f"{len(rows) - len(lines):,}")])
        lines.append(line)
    return "\n".join(lines)


def _quoted(part: Quote, citation: str, links: bool) -> str:
    """The excerpt as a block quote above its citation."""
    return f"{_verbatim(part.excerpt, links)}\n{_rest(part)}{citation}"


def _verbatim(excerpt: Excerpt, links: bool) -> str:
    """The excerpt as a block quote, or a sentence in its place where Discord would not show it truly."""
    is_shown = is_faithful(excerpt.text.strip())
    return Quotation(excerpt, links=links).markdown() if is_shown else escape_line(texts().unfaithful)


def _cut(part: Quote, citation: str, links: bool, room: int) -> str:
    """The excerpt cut after the last word that leaves the block within `room`; whole if no word does."""
    quotation = Quotation(part.excerpt, links=links)
    ends = quotation.ends(room)

    def shown(end: int) -> str:
        return f"{quotation.markdown(end)}\n-# {escape_line(texts().cut_here)}\n{citation}"

    fitting = bisect_left(ends, True, key=lambda end: length(shown(end)) > room)
    return shown(ends[fitting - 1]) if fitting else _quoted(part, citation, links)


def _rest(part: Quote) -> str:
    """A line on what of its list or table is not shown, if anything."""
    return f"-# {escape_line(part.left_out)}\n" if part.left_out else ""


def _citation(part: Quote | Section, base_url: str) -> str:
    """File, heading and lines in small print."""
    excerpt = part.excerpt if isinstance(part, Quote) else part.excerpts[0]
    line = escape_line(_shortened(part.citation, 2 * _MAX_ROW))
    name = escape_line(excerpt.document.id)
    address = address_of(excerpt, base_url) if base_url else ""
    if address and line.startswith(name):
        line = f"[{name}](<{address}>){line[len(name) :]}"
    return f"-# {line}"
