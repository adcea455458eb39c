"""What of a text does a reader see, and by which number does a piece of it go?

Where a link leads, tags with their attributes, anchors, comments and includes stand within what is quoted, and are not
what it says; but what an `<abbr>` or `<dfn>` stands for is.
"""

import re

from retrieval.documents.model import Document, Role

_UNSEEN = re.compile(
    r"""(?<=\])\([^()\s]{1,2000}(?:\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\)      # where a link leads
    | </?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|h[1-6]
      |hr|i|iframe|img|input|ins|kbd|li|mark|ol|p|picture|pre|q|s|samp|section|small|source|span|strike|strong|style
      |sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|var|video)(?:\s[^<>]{0,1000})?/?>
    | </?[A-Z]\w*(?:\s+[\w:@-]+=[^<>]{0,1000})?/?>                                 # of JSX
    | <!--[^<>]{0,2000}-->
    | \{\*[^*\n]{0,500}\*\} | \{\{\s*[\#<%][^{}]{0,500}\}\} | \{%[^{}]{0,500}%\} | \{\s*[\#:.][^{}\n]{0,300}\}
    | ^[ \t]*/{3,}[^\n]*$""",
    re.VERBOSE | re.MULTILINE,
)
_TOOLTIP = re.compile(r"""<(?:abbr|dfn)\b[^<>]*?\btitle=["']([^"'<>]*)["']""")
"""What an abbreviation or a term stands for."""
_LABEL = re.compile(
    r"[\s>*_(\[#|§+•-]*(?P<name>[^\W\d_]{2,12}\.?\s+)?(?P<number>\d{1,4}(?:\.\d{1,3})*)(?=[.):*|\]\s]|$)"
)
_BEHIND = re.compile(r"[.):*\]](?!\d)")


def seen(text: str) -> str:
    """The text with blanks in the place of what no reader sees, as long as it was."""
    return _UNSEEN.sub(_blanks, text)


def _blanks(found: re.Match[str]) -> str:
    """As many blanks as the match is long, but for what is shown of a tag on pointing at it."""
    told = _TOOLTIP.match(found.group())
    if not told:
        return " " * len(found.group())
    return " " * told.start(1) + told[1] + " " * (len(found.group()) - told.end(1))


def seen_text(document: Document) -> str:
    """The same of a document, but for its code and for labels in tags, of which a reader sees everything."""
    text = document.text
    headings = {block.span for block in document.blocks if block.role is Role.HEADING}
    labels = {span for block in document.blocks for span in block.headings[-1:]} - headings
    parts: list[str] = []
    at = 0
    for block in document.blocks:
        if block.role is Role.CODE:
            parts += [seen(text[at : block.span.start]), block.span.of(text)]
            at = block.span.end
    whole = "".join([*parts, seen(text[at:])])
    if not labels:
        return whole
    ordered = sorted(labels)
    ends = [0, *(span.end for span in ordered)]
    between = [whole[end : span.start] + span.of(text) for end, span in zip(ends, ordered, strict=False)]
    return "".join([*between, whole[ends[-1] :]])


def label(text: str, role: Role) -> str:
    """The number that a rule, section, step or row goes by at its beginning: "7", "4.2"; "" without one.

    "Rule 3: be kind", "§ 4 Fees" and "**7.** No ads" go by one, "1642 ships came" does not. Of a table it is the first
    cell of a row.
    """
    found = _LABEL.match(text)
    if not found:
        return ""
    number, before, behind = found["number"], text[: found.start("number")], text[found.end() :]
    if role is Role.TABLE:
        return number if "|" in before and behind.lstrip().startswith("|") else ""
    is_marked = _BEHIND.match(behind) is not None or "§" in before or (role is Role.HEADING and not behind.strip())
    return number if is_marked or "." in number or (role is Role.HEADING and not found["name"]) else ""
