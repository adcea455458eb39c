"""What comes of ranking? The best passages in order, and what each of their scores is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retrieval.arrays import Floats


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best passages that share a term with a question, at most `MATCHING` of them (`retrieval.ranking.ranker`).

    `order` are their positions, best first, ties in reading order: by the id of the document, then by place. `scores`
    are their scores, and `parts` what these were made of, by name, in the order of `scores`.
    """

    order: Sequence[int]
    scores: Mapping[int, float]
    parts: Mapping[str, Floats]
