"""Which weights do the tests over the small folders hold? Each set to nothing and to double, one at a time.

`python -m tests.quality.weights` prints a line each: the floors that fall, and how many of the lines of `answers.txt`
are others then. A weight without either could be changed and no test would tell.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pkgutil import resolve_name
from unittest.mock import patch

from tests.quality.small_folders import ANSWERS, figures, said
from tests.quality.test_small_folders import different, fallen

WEIGHTS = (
    "retrieval.ranking.ranker.UNIT_WEIGHT",
    "retrieval.ranking.ranker.BLOCK_WEIGHT",
    "retrieval.ranking.ranker.SECTION_WEIGHT",
    "retrieval.ranking.ranker.DOCUMENT_WEIGHT",
    "retrieval.ranking.ranker.BYLINE_WEIGHT",
    "retrieval.ranking.features.START_WEIGHT",
    "retrieval.ranking.features.DEFINITION_WEIGHT",
    "retrieval.ranking.features.PHRASE_WEIGHT",
    "retrieval.ranking.features.KIND_WEIGHT",
    "retrieval.query.understanding.NAME_WEIGHT",
    "retrieval.query.corrections.MENDED_WEIGHT",
    "retrieval.query.understanding.EARLIER_WEIGHT",
    "retrieval.answers.excerpts.SAME_DOCUMENT",
    "retrieval.answers.excerpts.MIN_SHARE",
    "retrieval.answers.excerpts.CLOSE",
    "retrieval.answers.excerpts.ROOM",
    "retrieval.answers.excerpts.MAX_REPEATED",
    "retrieval.answers.extent.WHOLE_SECTION",
    "retrieval.answers.extent.SECTION_LEAD",
    "retrieval.answers.extent.WHOLE_LIST",
    "retrieval.answers.extent.SHORT_LIST",
    "retrieval.answers.extent.SHORT_LIST_WORDS",
    "retrieval.answers.extent.BACK",
    "retrieval.answers.extent.ENOUGH",
    "retrieval.answers.extent.MOST",
    "retrieval.answers.extent.LEAD_IN",
    "retrieval.answers.extent.WITH_HEADING",
    "retrieval.answers.short_answers.BUDGET",
    "retrieval.answers.short_answers.OWN_WEIGHT",
    "retrieval.answers.short_answers.NEIGHBOUR_WEIGHT",
    "retrieval.answers.short_answers.KIND_WEIGHT",
    "retrieval.documents.passages.MAX_UNITS",
    "retrieval.documents.passages.MAX_WORDS",
    "retrieval.documents.passages.SHORT_WORDS",
    "retrieval.documents.passages.CODE_WEIGHT",
    "retrieval.ranking.confidence.INTERCEPT",
    "retrieval.ranking.confidence.HAVE",
    "retrieval.ranking.confidence.SHARE",
    "retrieval.ranking.confidence.MISSING_NAMES",
    "retrieval.ranking.confidence.ABOVE",
    "retrieval.ranking.confidence.UNKNOWN",
    "retrieval.ranking.confidence.OUTSIDE",
    "retrieval.ranking.confidence.WRONG_KIND",
    "retrieval.ranking.signs.IMAGINED",
    "retrieval.summaries.selection.TERM_POWER",
    "retrieval.summaries.selection.ONCE",
    "retrieval.summaries.selection.EARLY_TERMS",
    "retrieval.summaries.selection.SAID",
    "retrieval.summaries.selection.MAX_SHARED",
    "retrieval.summaries.selection.SHORTEST",
    "retrieval.summaries.best_lines.FIRST_PARAGRAPH",
    "retrieval.summaries.best_lines.PARAGRAPH_SCALE",
    "retrieval.summaries.best_lines.FIRST_IN_PARAGRAPH",
    "retrieval.summaries.best_lines.POWERS",
    "retrieval.summaries.summarizer.TOPIC_TURN",
    "retrieval.summaries.summarizer.SECTION_TURN",
    "retrieval.summaries.summarizer.TITLE_TERM",
)
"""Where they stand. What only bounds the work (passages that are looked at …) is none."""


@contextmanager
def changed(place: str, times: int) -> Iterator[None]:
    """The weight as many times what it is, as long as the context lasts."""
    module, _, name = place.rpartition(".")
    value = getattr(resolve_name(module), name)
    other = tuple(times * one for one in value) if isinstance(value, tuple) else times * value
    with patch(place, other):
        yield


def main() -> int:
    """Print what each change breaks; give how many break nothing."""
    free = 0
    for place in WEIGHTS:
        for times in (0, 2):
            try:
                with changed(place, times):
                    floors, lines = fallen(figures()), different(ANSWERS.read_text(encoding="utf-8"), list(said()))
                told = f"{len(lines):3} lines; " + (", ".join(floors) or "no floor")
                free += not floors and not lines
            except Exception as error:
                told = f"fails: {type(error).__name__}"
            sys.stdout.write(f"{place.removeprefix('retrieval.'):42} × {times}: {told}\n")
    return free


if __name__ == "__main__":
    sys.exit(bool(main()))
