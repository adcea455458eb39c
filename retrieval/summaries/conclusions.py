"""Is a sentence labelled as what its text comes to? A summary, a decision, a task, a warning."""

import re

from retrieval.documents.unit import Unit

MAX_LABEL = 5
"""Words of a label before its colon at most: "Decision (unanimous): …"."""
_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")


def concludes(unit: Unit) -> bool:
    """Whether the heading above is such a label and nothing else ("TL;DR"), or the unit itself begins with one."""
    heading = _AROUND.sub("", unit.document.heading_above(unit.block))
    if unit.language.conclusion.fullmatch(heading):
        return True
    label, colon, _ = unit.said.partition(":")
    is_label = colon and len(label.split()) <= MAX_LABEL
    return bool(is_label and unit.language.conclusion.match(_AROUND.sub("", label)))
