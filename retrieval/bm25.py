"""How well does a term speak for a passage? BM25 as the package rank-bm25 defines it, behind one adapter.

The formula and its statistics are rank-bm25's `BM25Okapi` (Trotman, Puurula and Burgess, "Improvements to BM25 and
Language Models Examined", ADCS 2014), but for the inverse document frequency, which follows Lucene:
ln(1 + (N − n + 0.5) / (n + 0.5)) with N passages, n of them with the term. It is positive for every n, whereas
rank-bm25's own is 0 for a term in half of the passages and negative above, which hides matches in small corpora.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

Positions = npt.NDArray[np.intp]
Scores = npt.NDArray[np.float64]


class _LuceneIdf(BM25Okapi):  # type: ignore[misc]  # the package has no types
    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {term: math.log1p((self.corpus_size - n + 0.5) / (n + 0.5)) for term, n in nd.items()}


class Bm25:
    """Scores of terms over passages, each given as the list of its terms. Passages are known by their position.

    A passage matches when it shares a term with the question, whatever the score. Scores are never negative.
    """

    def __init__(self, passages: Sequence[Sequence[str]], *, k1: float, b: float) -> None:
        self._postings: dict[str, list[int]] = defaultdict(list)
        for at, terms in enumerate(passages):
            for term in dict.fromkeys(terms):
                self._postings[term].append(at)
        # rank-bm25 divides by the number of passages and by their mean length: it cannot be made without a term.
        self._scorer = _LuceneIdf(passages, k1=k1, b=b) if self._postings else None
        if self._scorer:
            self._scorer.doc_len = np.array(self._scorer.doc_len)
        self._scored: dict[str, tuple[Positions, Scores]] = {}
        self.size = len(passages)

    def __contains__(self, term: str) -> bool:
        return term in self._postings

    @property
    def vocabulary(self) -> Mapping[str, Sequence[int]]:
        """Every term with the passages that have it, ascending."""
        return self._postings

    def idf(self, term: str) -> float:
        """How telling the term is; for a term of no passage, as if it stood in half of one."""
        n = len(self._postings.get(term, ())) or 0.5
        return math.log1p((self.size - n + 0.5) / (n + 0.5)) if self.size else 0.0

    def phrase_idf(self, phrase: Sequence[str]) -> float:
        """How telling a phrase is: as much as its terms together."""
        return sum(map(self.idf, phrase))

    def scores(self, term: str) -> tuple[Positions, Scores]:
        """The passages that have the term, ascending, and the score of the term in each; neither may be changed.

        Remembered, since rank-bm25 works it out anew each time: all terms together take 16 bytes a posting.
        """
        found = self._scored.get(term)
        if found is None:
            passages = self._postings.get(term, [])
            scores = self._scorer.get_batch_scores([term], passages) if passages and self._scorer else []
            found = np.array(passages, dtype=np.intp), np.array(scores, dtype=np.float64)
            if passages:  # words of strangers are not kept
                self._scored[term] = found
        return found
