"""By which number does a piece of text go? That of a rule, a section, a step or a row, as a term of its own."""

import re

from retrieval.documents.model import Block, Role

_LABEL = re.compile(
    r"[\s>*_(\[#|§+•-]*"  # what may stand before: marks, brackets, the bullet of an item
    r"(?P<word>[^\W\d_]{2,20}\.?[ \t]+)?"  # Rule 7, No. 7
    r"(?P<number>\d{1,4}(?:\.\d{1,3})*)"
    r"(?=(?P<end>[.):\]*|]?)(?:[\s*_|]|$))"
)


def label_term(number: str) -> str:
    """The term of the label "7" or "4.2"; no word of a text has such a term."""
    return f"#{number}"


def is_label(phrase: tuple[str, ...]) -> bool:
    """Whether the terms are that of a label."""
    return len(phrase) == 1 and phrase[0].startswith("#")


def label(text: str, block: Block) -> str | None:
    """The number that the text goes by, as in "7. No glass", "§ 7", "Rule 7:", "(4.2)" or "| 7 | 20 € |".

    `text` is a unit of the block. In a heading a number may follow a word without a mark behind it ("Step 3").
    """
    found = _LABEL.match(text)
    if found is None:
        return None
    is_marked = bool(found["end"]) or "§" in text[: found.start("number")]
    if block.role in (Role.HEADING, Role.TITLE):
        return found["number"]
    if block.role is Role.TABLE:
        return found["number"] if found["word"] is None and found["end"] in ("", "|") else None
    return found["number"] if is_marked or ("." in found["number"] and found["word"] is None) else None
