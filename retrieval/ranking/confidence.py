"""How sure is an answer? A probability, from what the best passage has and lacks of the question, and a verdict."""

import math
from collections.abc import Mapping
from typing import Literal

from retrieval.ranking.signs import Signs

INTERCEPT = -2.42
HAVE, SHARE, MISSING_NAMES, ABOVE, UNKNOWN, OUTSIDE = 2.6, 2.5, -4.8, 3.2, -9.1, -2.6
"""Weights of a logistic regression of "the corpus speaks of this", over questions to 19 folders of articles, documents
of communities and references, in five languages, and to one, three and twenty files of each. Source:
`python -m benchmarks.quality.confidence`, which fits anew, and tells how a fit does in folders that it has not seen and
how these weights do. They stem from an earlier fit, and do better in small folders than today's; the intercept is as
high as the foreign questions let it be."""
WRONG_KIND = -0.4
"""Set by hand: a question on the topic that asks for a date or number which is not there becomes less sure, and few
good answers do."""

NEAR = 0.25
"""Confidence from which passages are near enough to be shown as the closest ones: log odds of -1.1. Below, the
documents do not speak of it."""

FAR, NEARNESS = -12.2, 20.8
"""A logistic regression of the same over the nearness of the passage that the model puts first, on articles,
documentation and communities' folders. The mean of both log odds held up better on folders left out than one fit:
foreign questions .971 instead of .961 (AUROC), 9 instead of 13 % of the good ones refused, measured beside an earlier
fit of the words. FAR lies 1.2 above that fit, since the nearness was changed: of the good questions to communities 5
instead of 10 % are told "not there", to documentation none instead of 2, and 0 and 4 % of foreign ones are answered."""

Verdict = Literal["answer", "closest", "none"]


def verdict(sure: float, threshold: float) -> Verdict:
    """What to make of a confidence: an answer from the threshold on, else the closest passages, or nothing."""
    if sure >= threshold:
        return "answer"
    return "closest" if sure >= NEAR else "none"


def confidence(reasons: Mapping[str, float]) -> float:
    """The chance that the corpus speaks of the question, 0 to 1; 0 without a reason, where nothing matches."""
    return 1 / (1 + math.exp(-sum(reasons.values()))) if reasons else 0.0


def reasons(found: Signs, nearness: float | None = None) -> dict[str, float]:
    """What speaks for (above 0) and against an answer, in log odds; their sum makes the confidence.

    `nearness` is that of the passage that a model puts first, about 0 to 1, where there is one; it counts half.
    """
    said = {
        "to begin with": INTERCEPT,
        "words that it has": HAVE * found.have,
        "share of the words that it has": SHARE * found.share,
        "names and numbers missing": MISSING_NAMES * found.missing_names,
        "words in headings and title": ABOVE * found.above,
        "words that no document has": UNKNOWN * found.unknown,
        "words outside the best sentence": OUTSIDE * found.outside,
        "kind of answer missing": WRONG_KIND * found.wrong_kind,
    }
    return said if nearness is None else _halved(said, nearness)


def _halved(said: dict[str, float], nearness: float) -> dict[str, float]:
    """The mean of what the words say and of what the nearness of meaning says."""
    halved = {name: value / 2 for name, value in said.items()}
    return halved | {"nearness of meaning": (FAR + NEARNESS * nearness) / 2}
