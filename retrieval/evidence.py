"""What speaks for a passage beyond its words? The question's phrases in it, and an answer of the kind asked for."""

from collections.abc import Sequence
from itertools import pairwise

from retrieval.index import Index
from retrieval.kinds import holds
from retrieval.questions import Query

PHRASE_WEIGHT = 0.4
"""What two words that follow each other in question and passage add, as a share of the rarer one's idf. Measured: +1.2
points of hit@1 on prose; 0.2 to 0.6 are alike. Unordered or wider windows brought nothing."""
KIND_WEIGHT = 0.15
"""What a date or number in the best sentence adds where one is asked for, as a share of the question's idf. Measured:
+3 points of hit@1 of the questions for a date or number."""


def evidence(query: Query, index: Index, passage: int, idf: Sequence[float]) -> dict[str, float]:
    """Both for a passage, in the unit of BM25 scores, 0 or more. `idf` is of each term of the query."""
    place = {part: at for at, term in enumerate(query.terms) for variant in term.variants for part in variant}
    run = index.passages[passage]
    met: set[tuple[int, int]] = set()
    best_weight, best_unit = -1.0, run.first
    for unit in range(run.first, run.last):
        found = [place.get(term) for term in index.unit_terms[unit]]
        met.update((a, b) for a, b in pairwise(found) if a is not None and b is not None)
        weight = sum(idf[at] for at in {at for at in found if at is not None})
        if weight > best_weight:
            best_weight, best_unit = weight, unit
    phrases = sum(min(idf[a], idf[b]) for a, b in met & query.phrases)
    answered = holds(index.units[best_unit].text, query.kind, query.words)
    return {"phrases": PHRASE_WEIGHT * phrases, "kind of answer": KIND_WEIGHT * answered * sum(idf)}
