"""What does a reader see of Discord Markdown? A small renderer, written from Discord's rules and not from our escaping.

Live markup that Discord would act on is reported, and what it hides or replaces is missing from the text, so that a
text equals its source only if nothing in it is live.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_SHRUG = "¯\\_(ツ)_/¯"
# The language on the line of the fence, and line breaks at both ends, are not shown.
_BLOCK = re.compile(r"```(?:[A-Za-z0-9_+\-.#]+\n)?\n*([^\n].*?)\n*```", re.DOTALL)
_CODE = re.compile(r"```.*?```|(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_STRONG = re.compile(r"\*\*((?:\\.|[^\\])+?)\*\*(?!\*)", re.DOTALL)
_PAIRED = [
    re.compile(r"__((?:\\.|[^\\])+?)__(?!_)", re.DOTALL),
    re.compile(r"\*(?=\S)((?:\*\*|\\.|\s+(?:\\.|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)", re.DOTALL),
    re.compile(r"_((?:__|\\.|[^\\_])+?)_\b", re.DOTALL),
    re.compile(r"~~(.+?)~~(?!_)", re.DOTALL),
    re.compile(r"\|\|(.+?)\|\|", re.DOTALL),
]
_LIVE = [
    re.compile(r"<@[!&]?\d+>|<#\d+>"),
    re.compile(r"<t:-?\d+(?::[tTdDfFRsS])?>"),
    re.compile(r"</[^:<>]+:\d+>"),
    re.compile(r"<a?:\w+:\d+>"),
    re.compile(r"<id:\w+>"),
    re.compile(r"<[a-z][a-z0-9+.-]*:[^\s<>]+>|<[^\s<>@]+@[^\s<>]+>|<\+\d+>"),
    re.compile(r"@everyone|@here"),
    re.compile(r"\[(?:\\.|[^\\\[\]])+\]\([^\s()]+\)"),
    re.compile(r"(?:https?|steam|discord)://\S+"),
    re.compile(r"(?:discord\.gg|discord(?:app)?\.com/invite)/\w+"),
    re.compile(r":[^\s:]+:"),
]
# Whatever stands in angles and has ":/" is a link, as Discord's rule has it, shown without the angles.
_AUTOLINK = re.compile(r"<([^: >]+:/[^ >]+)>")
_AT_LINE_START = re.compile(r" *#{1,3}\s+|-# +| *(?:[*-]|\d+\.) +")
_QUOTE = re.compile(r" *>>> .*| *> [^\n]*(?:\n *> [^\n]*)*", re.DOTALL)
_QUOTE_MARK = re.compile(r"^ *>(?:>>)? ?", re.MULTILINE)


@dataclass
class Shown:
    """What a reader sees: the text, the pieces of it in bold, links shown in full, and what else Discord acts on."""

    text: str = ""
    bold: list[str] = field(default_factory=list)
    live: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def take(self, other: "Shown") -> None:
        self.text += other.text
        self.bold += other.bold
        self.live += other.live
        self.links += other.links


def render(markdown: str, *, line_start: bool = True, in_quote: bool = False) -> Shown:
    """The whole text as it is seen, quotes without their bar."""
    shown = Shown()
    at = 0
    while at < len(markdown):
        rest = markdown[at:]
        starts_line = markdown[at - 1] == "\n" if at else line_start
        at += _step(rest, shown, starts_line, in_quote)
    return shown


def quotes(markdown: str) -> list[Shown]:
    """Each block quote as it is seen."""
    found = []
    for match in re.finditer(rf"^(?:{_QUOTE.pattern})", markdown, re.MULTILINE | re.DOTALL):
        found.append(render(_QUOTE_MARK.sub("", match.group()), in_quote=True))
    return found


def _step(rest: str, shown: Shown, starts_line: bool, in_quote: bool) -> int:
    """Render what stands at the start of `rest`; gives its length."""
    if starts_line and not in_quote and (match := _QUOTE.match(rest)):
        shown.take(render(_QUOTE_MARK.sub("", match.group()), in_quote=True))
        return match.end()
    if starts_line and (match := _AT_LINE_START.match(rest)):
        return match.end()
    if rest.startswith(_SHRUG):
        shown.text += _SHRUG
        return len(_SHRUG)
    if match := _ESCAPE.match(rest):
        shown.text += match[1]
        return match.end()
    if (match := _AUTOLINK.match(rest)) and leads_where_it_says(match[1]):
        shown.text += match[1]
        shown.links.append(match[1])
        return match.end()
    if match := _BLOCK.match(rest):
        shown.text += match[1]
        return match.end()
    if match := _CODE.match(rest):
        shown.text += match.group().strip("`")
        return match.end()
    if match := _STRONG.match(rest):
        inner = render(match[1], line_start=False, in_quote=True)
        shown.take(Shown(inner.text, [inner.text], inner.live, inner.links))
        return match.end()
    for pattern in _PAIRED:
        if match := pattern.match(rest):
            shown.take(render(match[1], line_start=False, in_quote=True))
            return match.end()
    for pattern in _LIVE:
        if match := pattern.match(rest):
            shown.live.append(match.group())
            return match.end()
    shown.text += rest[0]
    return 1


def leads_where_it_says(address: str) -> bool:
    """Whether a reader of this address knows where it leads, and Discord shows it as it is written."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and address.startswith(f"{parts.scheme}://")
        and parts.netloc == (host if port is None else f"{host}:{port}")
        and re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host) is not None
        and "xn--" not in host
        and not re.search(r"@everyone|@here|[\\`|*<>\"{}^]", address.removeprefix(f"{parts.scheme}://"))
        and all(unicodedata.bidirectional(char) in ("L", "EN", "ES", "ET", "ON", "CS") for char in address)
        and all(unicodedata.category(char)[0] in "LNPS" for char in address)
    )


def is_whole(link: str, text: str) -> bool:
    """Whether the link stands somewhere in the text, with nothing behind it that seems to be a part of it."""
    found = re.finditer(re.escape(link), text)
    return any(re.match(r"[^\w/?#&=%+~@-]|$", text[match.end() :]) for match in found)
