"""What the package rank-bm25 says of passages, for tests of what is quicker."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from retrieval.bm25.formula import Bm25
from retrieval.bm25.reference import reference
from retrieval.passage_index.index import PassageIndex


def words(text: str) -> list[str]:
    """The plainest analyzer: what stands between spaces."""
    return [word for word in text.split(" ") if word]


def scores_of_all(passages: Mapping[int, str], question: str, formula: Bm25) -> dict[int, float]:
    """The passages that share a word with the question, and their scores."""
    split = {passage: words(text) for passage, text in passages.items()}
    if not any(split.values()):
        return {}
    scorer = reference(list(split.values()), formula)
    total = np.zeros(len(split))
    with np.errstate(invalid="ignore"):  # k1 = 0 or b = 1 make rank-bm25 divide by 0 where a passage lacks the word
        for word in words(question):
            scores = scorer.get_scores([word])
            total += np.where(np.isnan(scores), scorer.idf.get(word, 0.0) * formula.everywhere, scores)
    asked = set(words(question))
    return {
        passage: float(score)
        for (passage, terms), score in zip(split.items(), total, strict=True)
        if asked & set(terms)
    }


def assert_equals_rank_bm25(
    index: PassageIndex, passages: Mapping[int, str], question: str, formula: Bm25, ks: Iterable[int] = (1, 2, 3)
) -> None:
    """Holds what the index finds against rank-bm25: who, in which order, with which scores, and the best k of them."""
    expected = scores_of_all(passages, question, formula)
    found = index.search(question, k=len(passages) + 5)
    assert {passage for passage, _ in found} == set(expected)
    assert len(found) == len(expected)
    for passage, score in found:
        assert abs(score - expected[passage]) <= 1e-9 * max(1.0, score)
    assert found == in_order(found)
    for k in ks:
        assert index.search(question, k) == found[:k]


def in_order(hits: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """The best first, ties by id."""
    return sorted(hits, key=lambda hit: (-hit[1], hit[0]))
