"""How sure is an answer? A probability, from what the best passage has and lacks of the question, and a verdict."""

import math
from collections.abc import Mapping
from typing import Literal

from retrieval.ranking.signs import Signs

INTERCEPT = -2.4
HAVE, SHARE, MISSING_NAMES, ABOVE, UNKNOWN, OUTSIDE = 2.6, 2.5, -4.8, 3.2, -9.1, -2.6
"""Weights of a logistic regression of "the corpus speaks of this", over questions to 19 folders of articles, documents
of communities and references, in five languages, and to one, three and twenty files of each. Source:
`python -m benchmarks.quality.confidence`, which tells, too, how they do in folders that they were not fitted on. The
intercept stands 0.3 below the fitted one: fewer foreign questions are answered, for more passages that are only called
the closest ones."""
WRONG_KIND = -0.4
"""Set by hand: a question on the topic that asks for a date or number which is not there becomes less sure, and few
good answers do."""

NEAR = 0.27
"""Confidence from which passages are near enough to be shown as the closest ones: log odds of -1. Below, the documents
do not speak of it."""

Verdict = Literal["answer", "closest", "none"]


def verdict(sure: float, threshold: float) -> Verdict:
    """What to make of a confidence: an answer from the threshold on, else the closest passages, or nothing."""
    if sure >= threshold:
        return "answer"
    return "closest" if sure >= NEAR else "none"


def confidence(reasons: Mapping[str, float]) -> float:
    """The chance that the corpus speaks of the question, 0 to 1; 0 without a reason, where nothing matches."""
    return 1 / (1 + math.exp(-sum(reasons.values()))) if reasons else 0.0


def reasons(found: Signs) -> dict[str, float]:
    """What speaks for (above 0) and against an answer, in log odds; their sum makes the confidence."""
    return {
        "to begin with": INTERCEPT,
        "words that it has": HAVE * found.have,
        "share of the words that it has": SHARE * found.share,
        "names and numbers missing": MISSING_NAMES * found.missing_names,
        "words in headings and title": ABOVE * found.above,
        "words that no document has": UNKNOWN * found.unknown,
        "words outside the best sentence": OUTSIDE * found.outside,
        "kind of answer missing": WRONG_KIND * found.wrong_kind,
    }
