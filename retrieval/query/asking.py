"""Which words of a question only ask? "How much", "what time" and their like tell the kind of answer, not its topic."""

from collections.abc import Sequence

HOW = frozenset(
    "much many long old big often far tall high large fast deep heavy wide soon late early small short thick quickly "
    "frequently strong hot cold expensive".split()
)
"""Words that ask for a measure behind "how"."""
NEVER_TOPIC = frozenset(("much", "many", "far", "soon"))
"""Those of them that no answer repeats."""
CHATTER = frozenset(
    "need needs get gets want wants vs folks guys anyone exactly actually really currently mean happen happens".split()
)
"""Words that questions are full of whatever they are about."""
WHICH = frozenset("time year date day month".split())
"""Words that ask behind "what" or "which"."""


def asking(words: Sequence[str]) -> set[int]:
    """The places of those among the words of a question (in lower case) that only ask, beside its function words."""
    found: set[int] = set()
    for at, word in enumerate(words[:-1]):
        follows = words[at + 1]
        if (word == "how" and follows in HOW) or (word in ("what", "which") and follows in WHICH):
            found.add(at + 1)
    return found
