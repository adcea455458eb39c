"""How does Discord show a text to the letter? Escaping for Discord's Markdown, and what cannot be shown faithfully.

Discord's parser turns a backslash before a sign that is neither ASCII letter, digit nor whitespace into that sign.
Everything here rests on this one rule. Positions are string offsets into the text that is passed in.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from bot.discord_app.rendering.addresses import addresses

# Signs with a meaning anywhere: emphasis, code, spoilers, links, mentions, timestamps, emoji (":name:"), headings, and
# ":" and "/" for bare links and invitations.
_ANYWHERE = re.compile(r"[\\*_~`|<>\[\]@/#]|:(?=\S)")
# Signs with a meaning only where a line begins: small print ("-# ") and lists.
_AT_LINE_START = re.compile(r"^[^\S\n]*(?:(?P<sign>-)|[0-9]+(?P<dot>\.))", re.MULTILINE)

# Embeddings and overrides of the writing direction show letters in another order than they stand in the file.
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INLINE_CODE = re.compile(r"[^\s`](?:[^`\r\n]*[^\s`])?")
_UNSHOWABLE_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})


def escape(text: str) -> str:
    """The Markdown that Discord shows as exactly `text`, without a live link, mention, emoji or format."""
    return _marked(text, ())


def escape_line(text: str) -> str:
    """`one_line(text)`, escaped."""
    return escape(one_line(text))


def one_line(text: str) -> str:
    """`text` on a single line: tabs and line breaks become spaces, what cannot be shown becomes "\ufffd"."""
    return levelled(text).strip()


def levelled(text: str) -> str:
    """The same, with the spaces at its ends."""
    line = re.sub(r"\s", " ", text)
    if line.isprintable():
        return line
    return "".join(char if _is_showable(char) else "\ufffd" for char in line)


def quote(
    text: str, bold: Iterable[tuple[int, int]] = (), code: Iterable[tuple[int, int]] = (), *, links: bool = False
) -> str:
    """A block quote that shows exactly `text`, with the pieces `bold` (start, end) in bold and `code` as code.

    With `links` the addresses in it can be clicked; they are neither bold nor code. What is bold or has a backtick is
    not shown as code. Windows line ends are quoted as plain ones: Discord knows only one kind, and both look the same.
    """
    marks = _joined(bold)
    spelled = [
        (start, end)
        for start, end in code
        if _INLINE_CODE.fullmatch(text, start, end) and not any(a < end and start < b for a, b in marks)
    ]
    linked = [one for one in addresses(text) if not _overlaps(one, spelled)] if links else []
    shown = _marked(text, _without(marks, linked), spelled, linked).replace("\r\n", "\n")
    return "\n".join(f"> {line}" for line in shown.split("\n"))


def code_block(text: str) -> str | None:
    """A quoted block that shows exactly `text` as code, or None for text that would end the block or begin as none."""
    lines = text.replace("\r\n", "\n").rstrip("\n")
    if "``" in lines or lines.endswith("`") or not lines.strip() or lines.startswith("\n"):
        return None
    return "\n".join(f"> {line}" for line in ("```", *lines.split("\n"), "```"))


def is_faithful(text: str) -> bool:
    """Whether `quote(text)` surely shows what the file holds.

    It does not where Discord would drop something (outer whitespace, control characters) or the reader would see
    another order of letters than the file has (controls of the writing direction).
    """
    lines = text.replace("\r\n", "\n")
    return lines != "" and lines == lines.strip() and all(char in "\n\t" or _is_showable(char) for char in lines)


def _is_showable(char: str) -> bool:
    return unicodedata.category(char) not in _UNSHOWABLE_CATEGORIES and char not in _BIDI_CONTROLS


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans sorted, with touching ones made one: "**a****b**" would not be two bold words."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _overlaps(one: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < one[1] and one[0] < end for start, end in others)


def _without(marks: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What of the marks lies in none of the taken places; both are sorted."""
    for start, end in marks:
        at = start
        for first, last in taken:
            if first < end and at < last:
                if at < first:
                    yield at, first
                at = last
        if at < end:
            yield at, end


def _marked(
    text: str,
    bold: Iterable[tuple[int, int]],
    code: Sequence[tuple[int, int]] = (),
    links: Sequence[tuple[int, int]] = (),
) -> str:
    before: dict[int, str] = {match.start(): "\\" for match in _ANYWHERE.finditer(text)}
    for match in _AT_LINE_START.finditer(text):
        before[match.start(match.lastgroup or 0)] = "\\"
    for start, end in bold:
        # Bold must not run over a line break: each line of a quote is marked by itself.
        for piece in re.finditer(r"\S(?:[^\r\n]*\S)?", text[start:end]):
            opening, closing = start + piece.start(), start + piece.end()
            before[opening] = "**" + before.get(opening, "")
            before[closing] = "**" + before.get(closing, "")
    for places, opened, closed in ((code, "`", "`"), (links, "<", ">")):
        for start, end in places:
            for at in range(start + 1, end):
                before.pop(at, None)
            before[start] = before.get(start, "").rstrip("\\") + opened
            before[end] = closed + before.get(end, "")
    pieces, at = [], 0
    for place in sorted(before):
        pieces += [text[at:place], before[place]]
        at = place
    return "".join(pieces) + text[at:]
