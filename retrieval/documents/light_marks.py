"""Which signs in a line of reStructuredText, AsciiDoc or Org does no reader see? Roles, targets of links, emphasis."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from retrieval.documents.markup import Run
from retrieval.text.span import Span


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a format.

    `marked` finds what has some, with what is seen of it in a group, "code" for code, "to" for where a link leads on
    the web, which stands behind its words; `unseen` finds what has words and is not seen.
    """

    marked: re.Pattern[str]
    unseen: re.Pattern[str]


_RST = Marks(
    re.compile(
        r"""
          ``(?P<code>[^`\r\n]+)``
        | (?:(?<!\S):|(?P<colon>:)):(?=[ \t]*$)
        | :[A-Za-z][\w:.+-]*:`(?:[~!](?:\w+\.)*)?(?P<role>[^`<\r\n]*[^`<\s])(?:\s+<[^<>`\r\n]*>)?`
        | (?<![\w`:])`(?P<link>[^`<\r\n]*[^`<\s])(?:\s+<(?:(?P<to>https?://[^\s<>`]+)|[^<>`\r\n]*)>)?`_{0,2}(?!\w)
        | (?<![\w*])\*\*(?P<strong>[^*\s](?:[^*\r\n]*[^*\s])?)\*\*(?!\w)
        | (?<![\w*])\*(?P<star>[^*\s](?:[^*\r\n]*[^*\s])?)\*(?![\w*])
        """,
        re.VERBOSE | re.MULTILINE,
    ),
    re.compile(r":[A-Za-z][\w:.+-]*:`(?:[~!](?:\w+\.)*)?|\s<[^<>`\r\n]*>`"),
)
_ASCIIDOC = Marks(
    re.compile(
        r"""
          `\+?(?P<code>[^`+\r\n]+)\+?`
        | (?:link|xref|mailto):[^\s\[\]]+\[(?P<link>[^\[\]\r\n]*\w[^\[\]\r\n]*)\]
        | https?://[^\s\[\]]+\[(?P<address>[^\[\]\r\n]*\w[^\[\]\r\n]*)\]
        | <<[^<>,\r\n]+,\s*(?P<cross>[^<>\r\n]+)>>
        | (?<![\w*])\*(?P<strong>[^*\s](?:[^*\r\n]*[^*\s])?)\*(?![\w*])
        | (?<![\w_])_(?P<dash>[^_\s](?:[^_\r\n]*[^_\s])?)_(?![\w_])
        """,
        re.VERBOSE,
    ),
    re.compile(r"(?:link|xref|mailto):[^\s\[\]]+\[|https?://[^\s\[\]]+\[|<<[^<>,\r\n]+,"),
)
_ORG = Marks(
    re.compile(
        r"""
          (?<![\w~=])[~=](?P<code>[^~=\s](?:[^~=\r\n]*[^~=\s])?)[~=](?![\w~=])
        | \[\[[^\[\]\r\n]+\]\[(?P<link>[^\[\]\r\n]+)\]\]
        | \[\[(?P<address>[^\[\]\r\n]+)\]\]
        | (?<![\w*])\*(?P<strong>[^*\s](?:[^*\r\n]*[^*\s])?)\*(?![\w*])
        | (?<![\w/:])/(?P<slash>[^/\s](?:[^/\r\n]*[^/\s])?)/(?![\w/])
        """,
        re.VERBOSE,
    ),
    re.compile(r"\[\[[^\[\]\r\n]+\]\["),
)
_OF: Mapping[str, Marks] = {
    ".rst": _RST,
    ".rest": _RST,
    ".adoc": _ASCIIDOC,
    ".asciidoc": _ASCIIDOC,
    ".asc": _ASCIIDOC,
    ".org": _ORG,
}


def marks_of(name: str) -> Marks | None:
    """The marks of a file of this name, or None where every sign is shown."""
    return _OF.get(name[name.rfind(".") :].lower()) if "." in name else None


def seen(text: str, run: Run, marks: Marks) -> Iterator[Run]:
    """What is seen of a run of the text, in order."""
    if run.span is None:
        yield run
        return
    at = run.span.start
    for found in marks.marked.finditer(text, run.span.start, run.span.end):
        if at < found.start():
            yield Run(text[at : found.start()], Span(at, found.start()))
        if found.lastgroup == "to" and found["to"] != found["link"]:
            yield from (_shown(text, found, "link"), Run(" (", None, "sign"), _shown(text, found, "to"))
            yield Run(")", None, "sign")
        elif found.lastgroup:
            yield _shown(text, found, "link" if found.lastgroup == "to" else found.lastgroup)
        at = found.end()
    if at < run.span.end:
        yield Run(text[at : run.span.end], Span(at, run.span.end))


def _shown(text: str, found: re.Match[str], group: str) -> Run:
    place = Span(*found.span(group))
    return Run(place.of(text), place, "code" if group == "code" else "")
