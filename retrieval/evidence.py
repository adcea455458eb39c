"""What speaks for a passage beyond its words? The question's phrases in it, and an answer of the kind asked for."""

from itertools import pairwise

from retrieval.index import Index
from retrieval.kinds import Kind, holds
from retrieval.questions import Query
from retrieval.shelf import Shelf

PHRASE_WEIGHT = 0.4
"""What two words that follow each other in question and passage add, as a share of the rarer one's idf. Measured: +1.2
points of hit@1 on prose; 0.2 to 0.6 are alike. Unordered or wider windows brought nothing."""
KIND_WEIGHT = 0.15
"""What a date or number in the best sentence adds where one is asked for, as a share of the question's idf. Measured:
+3 points of hit@1 of the questions for a date or number."""


class Evidence:
    """Both for passages, in the unit of BM25 scores, 0 or more."""

    def __init__(self, query: Query, index: Index) -> None:
        self._query = query
        self._index = index
        self._idf = [index.idf(term) for term in query.terms]
        self._of_shelf: dict[int, dict[int, int]] = {}

    def of(self, passage: int) -> dict[str, float]:
        """Both by name for a passage."""
        idf, query, run = self._idf, self._query, self._index.passages[passage]
        shelf, offset = self._index.shelf_with(run.first)
        terms_of_units = shelf.unit_terms_between(run.first - offset, run.last - offset)
        place = self._places(shelf)
        met: set[tuple[int, int]] = set()
        best_weight, best_unit = -1.0, run.first
        for unit, terms in enumerate(terms_of_units, run.first):
            found = [place.get(term) for term in terms]
            met.update((a, b) for a, b in pairwise(found) if a is not None and b is not None)
            weight = sum(idf[at] for at in {at for at in found if at is not None})
            if weight > best_weight:
                best_weight, best_unit = weight, unit
        phrases = sum(min(idf[a], idf[b]) for a, b in met & query.phrases)
        answered = query.kind is not Kind.OTHER and holds(self._index.units[best_unit].text, query.kind, query.words)
        return {"phrases": PHRASE_WEIGHT * phrases, "kind of answer": KIND_WEIGHT * answered * sum(idf)}

    def _places(self, shelf: Shelf) -> dict[int, int]:
        """Of each term of the shelf, by its number, which of the question's it stands for."""
        found = self._of_shelf.get(id(shelf))
        if found is None:
            asked = ((at, part) for at, term in enumerate(self._query.terms) for one in term.variants for part in one)
            found = {shelf.terms.find(part): at for at, part in asked}
            self._of_shelf[id(shelf)] = found
        return found
