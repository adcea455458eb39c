"""By which number does a rule, section, step or row go, as a term of its own, and where does an item's marker end?"""

import re

from retrieval.text.span import Span

_MARKER = re.compile(
    r"(?:[-*+•◦▪‣·∙●○■□–—][^\S\r\n]+(?:\[[ xX]\][^\S\r\n]+)?"
    r"|[(\[]?(?:\d{1,4}(?:\.\d{1,3})*|[A-Za-z])[.)\]][^\S\r\n]+)"
)
_NUMBERED = re.compile(r"[(\[]?(\d{1,4}(?:\.\d{1,3})*)[.)\]]\s")


def label_term(number: str) -> str:
    """The term of the label "7" or "4.2"; no word of a text has such a term."""
    return f"#{number}"


def is_label(phrase: tuple[str, ...]) -> bool:
    """Whether the terms are that of a label."""
    return len(phrase) == 1 and phrase[0].startswith("#")


def number_of(text: str) -> str:
    """The number that an item's text begins with: "4" of "4. No ads"; "" for another or no marker."""
    found = _NUMBERED.match(text)
    return found[1] if found else ""


def marker(text: str, span: Span) -> int:
    """Where the text of a list item begins behind its marker: "4. ", "- [ ] "."""
    found = _MARKER.match(text, span.start, span.end)
    return found.end() if found and found.end() < span.end else span.start
