"""The formula of a score, held against numbers worked out by hand, and against the package that has another idf."""

import math

import pytest
from rank_bm25 import BM25Okapi

from retrieval.bm25.builder import postings_of
from retrieval.bm25.formula import Bm25, Variant
from retrieval.bm25.inverted_index import InvertedIndex
from retrieval.passage_index import top_k

PASSAGES = [["apple", "pear"], ["apple", "apple", "plum"], ["pear"], []]
K1, B = 0.9, 0.4


def scores(formula: Bm25, term: str) -> dict[int, float]:
    where, given = InvertedIndex(formula).with_segment(postings_of(PASSAGES, formula)).scores(term)
    return dict(zip(where.tolist(), given.tolist(), strict=True))


def by_hand(variant: Variant, tf: int, length: int) -> float:
    idf = math.log(1 + (4 - 2 + 0.5) / (2 + 0.5))  # 4 passages, 2 with an apple
    norm = 1 - B + B * length / (6 / 4)  # 6 terms in all
    if variant == "l":
        return idf * tf * (K1 + 1) * (tf / norm + 0.5) / (K1 + tf / norm + 0.5)
    return idf * tf * (K1 + 1) / (tf + K1 * norm)


@pytest.mark.parametrize(("variant", "delta"), [("okapi", 0.0), ("l", 0.5), ("plus", 1.0)])
def test_a_score_is_what_the_formula_gives_by_hand(variant: Variant, delta: float) -> None:
    expected = {0: by_hand(variant, 1, 2), 1: by_hand(variant, 2, 3)}
    assert scores(Bm25(variant, K1, B, delta), "apple") == pytest.approx(expected)


def test_plus_gives_every_passage_with_a_word_of_the_question_what_it_gives_everywhere() -> None:
    formula = Bm25("plus", K1, B, 1.0)
    index = InvertedIndex(formula).with_segment(postings_of(PASSAGES, formula))
    idf = math.log(1 + 2.5 / 2.5)
    assert dict(top_k.search(index, ["apple"], 10)) == pytest.approx(
        {0: idf + by_hand("plus", 1, 2), 1: idf + by_hand("plus", 2, 3)}
    )


def test_the_rarer_a_term_the_higher_its_idf_and_an_unseen_one_is_rarest() -> None:
    index = InvertedIndex(Bm25()).with_segment(postings_of(PASSAGES, Bm25()))
    assert 0 < index.idf("apple") < index.idf("plum") < index.idf("never seen")


def test_the_package_alone_gives_a_match_in_half_of_the_passages_nothing_which_is_why_the_idf_is_another() -> None:
    assert list(BM25Okapi([["a"], ["b"]]).get_scores(["a"])) == [0.0, 0.0]
    index = InvertedIndex(Bm25()).with_segment(postings_of([["a"], ["a"], ["a"]], Bm25()))
    assert all(score > 0 for _, score in top_k.search(index, ["a"], 3))


@pytest.mark.parametrize(
    "wrong", [{"k1": -0.1}, {"b": 1.1}, {"b": -0.1}, {"delta": -1.0, "variant": "l"}, {"delta": 1.0}, {"variant": "x"}]
)
def test_what_is_out_of_range_is_no_formula(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Bm25(**wrong)  # type: ignore[arg-type]  # the point
