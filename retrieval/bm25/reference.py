"""Who says what a score is? The package rank-bm25, with Lucene's idf: every score here must equal its."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import rank_bm25

from retrieval.bm25.formula import Bm25, idf
from retrieval.bm25.inverted_index import InvertedIndex

_CLASSES = {"okapi": rank_bm25.BM25Okapi, "l": rank_bm25.BM25L, "plus": rank_bm25.BM25Plus}


def reference(passages: Iterable[Sequence[str]], formula: Bm25) -> rank_bm25.BM25:
    """rank-bm25's scorer of the passages, each given as its terms; there must be at least one term in all."""
    base = _CLASSES[formula.variant]

    class Reference(base):  # type: ignore[misc, valid-type]  # the package has no types
        def _calc_idf(self, nd: Mapping[str, int]) -> None:
            self.idf = {term: idf(n, self.corpus_size) for term, n in nd.items()}

    delta = {} if formula.variant == "okapi" else {"delta": formula.delta}
    return Reference(passages, k1=formula.k1, b=formula.b, **delta)


def weighted(passages: Sequence[Mapping[str, float]], lengths: Sequence[int], formula: Bm25) -> rank_bm25.BM25:
    """rank-bm25's scorer of passages in which terms stand so often, in parts of a time too, and which are so long."""
    scorer = reference(map(list, passages), formula)
    scorer.doc_freqs = list(passages)
    scorer.doc_len, scorer.avgdl = lengths, sum(lengths) / len(lengths)
    return scorer


def deviation(
    index: InvertedIndex, passages: Mapping[int, Sequence[str] | Mapping[str, float]], terms: Sequence[str]
) -> float:
    """How far the index is from rank-bm25 at most, in the scores of the terms for any passage.

    `passages` are the terms of each one that counts, by position; or how often each stands there, in parts of a time
    too. How long they are the index says, since other forms of a word make a passage no longer.
    """
    if not any(passages.values()):
        return 0.0
    known = np.concatenate([segment.lengths for segment in index.segments])[list(passages)].tolist()
    scorer = weighted([Counter(one) for one in passages.values()], known, index.formula)
    scores = dict(zip(passages, scorer.get_scores(terms), strict=True))
    for term in terms:
        if index.count(term):
            scores = {at: score - index.formula.everywhere * index.idf(term) for at, score in scores.items()}
        for position, score in zip(*(array.tolist() for array in index.scores(term)), strict=True):
            scores[position] -= score
    return max(map(abs, map(float, scores.values())))
