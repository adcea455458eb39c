"""Which signs in a line of Markdown does no reader see? Emphasis, the addresses of links, tags, anchors, escapes.

What a reader sees is told as runs of the source, in order, each with the way it is shown. Words are never made up: what
is put between runs has no letter and no digit.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from retrieval.text.span import Span

Style = Literal["", "code", "sign"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text that is shown. `span` is its place in the source; None for a "sign" that stands for what is hidden there."""

    text: str
    span: Span | None = None
    style: Style = ""


_TAGS = (
    "abbr b bdi bdo big blockquote br center cite code col colgroup dd del details dfn div dl dt em figcaption figure"
    " font footer h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label li main mark nav ol p picture pre q s"
    " samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr u ul var video"
    " wbr a"
)
_ATTRIBUTES = r"(?:\s+[\w:@.-]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|\{[^{}<>]*\}|[^\s\"'<>]+))?)*\s*/?"
_HIDDEN = re.compile(
    rf"""
      (?P<code>(?P<ticks>`+)(?!`)(?P<inner>.+?)(?<!`)(?P=ticks)(?!`))
    | \\(?P<escaped>[!-/:-@\[-`{{-~])
    | <!--.*?-->
    | </?(?:{"|".join(_TAGS.split())}|[A-Z]\w*)(?:{_ATTRIBUTES})>
    | <(?P<address>(?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w.-]+\.\w+)>
    | !?\[\[(?:[^\[\]|\n]*\|)?(?P<wiki>[^\[\]|\n]+)\]\]
    | !?\[(?P<link>(?:[^\[\]\n]|\[[^\[\]\n]*\]|\n(?!\s*\n))*)\]
      (?:\(\s*<?(?P<to>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)|\[[^\[\]\n]*\])
    | (?P<bold>\*\*|__|~~|==)(?=\S)(?P<strong>(?:(?!(?P=bold))[^\n]|\n(?!\s*\n))+?)(?<=\S)(?P=bold)
    | (?<![\w*])\*(?=[^\s*])(?P<star>[^*\n]+?)(?<=[^\s*])\*(?![\w*])
    | (?<![\w_])_(?=[^\s_])(?P<dash>[^_\n]+?)(?<=[^\s_])_(?![\w_])
    | [ \t]*\{{\s*[\#:.][^{{}}\n]*\}}
    | (?P<entity>&(?:\#\d{{1,6}}|\#x[0-9a-fA-F]{{1,5}}|[A-Za-z]{{2,8}});)
    | (?P<quote>(?<=\n)[ \t]*>[ \t>]*)
    """,
    re.VERBOSE | re.DOTALL,
)
_NESTED = ("link", "strong", "star", "dash")
MAX_DEPTH = 4
"""Marks within marks that are looked through; deeper ones are shown as they are."""
_USABLE = re.compile(r"(?:https?://|mailto:)\S+")


def runs(text: str, span: Span, depth: int = 0) -> Iterator[Run]:
    """What a reader sees of a piece of Markdown, in order."""
    at = span.start
    for found in _HIDDEN.finditer(text, span.start, span.end):
        shown = list(_shown(text, found, depth))
        if at < found.start():
            yield _plain(text, at, found.start())
        yield from shown
        at = found.end()
    if at < span.end:
        yield _plain(text, at, span.end)


def _shown(text: str, found: re.Match[str], depth: int) -> Iterator[Run]:
    """What is seen of a mark and what stands in it."""
    if found["entity"]:
        sign = html.unescape(found["entity"])
        is_sign = len(sign) == 1 and not sign.isalnum() and sign.isprintable()
        yield Run(sign, None, "sign") if is_sign else _plain(text, *found.span())
        return
    for name in ("inner", "escaped", "address", "wiki", *_NESTED):
        if found[name]:
            start, end = found.span(name)
            if name in _NESTED and depth < MAX_DEPTH:
                yield from runs(text, Span(start, end), depth + 1)
            else:
                yield Run(text[start:end], Span(start, end), "code" if name == "inner" else "")
    if found.group().lower().startswith("<br"):
        yield Run(" ", None, "sign")
    if found["to"] and _USABLE.fullmatch(found["to"]) and found["to"] != found["link"]:
        opening, closing = (" (", ")") if found["link"] else ("", "")
        yield Run(opening, None, "sign")
        yield _plain(text, *found.span("to"))
        yield Run(closing, None, "sign")


def _plain(text: str, start: int, end: int) -> Run:
    return Run(text[start:end], Span(start, end))
