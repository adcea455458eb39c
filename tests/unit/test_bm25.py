"""The one formula, held against numbers worked out by hand and against the package's own scan."""

import math

import pytest
from rank_bm25 import BM25Okapi

from retrieval.bm25 import Bm25

PASSAGES = [["apple", "pear"], ["apple", "apple", "plum"], ["pear"], []]


def test_a_score_is_what_the_formula_gives_by_hand() -> None:
    scorer = Bm25(PASSAGES, k1=0.9, b=0.4)
    idf = math.log(1 + (4 - 2 + 0.5) / (2 + 0.5))
    mean = 6 / 4
    by_hand = [idf * tf * 1.9 / (tf + 0.9 * (1 - 0.4 + 0.4 * length / mean)) for tf, length in ((1, 2), (2, 3))]
    where, scores = scorer.scores("apple")
    assert list(where) == [0, 1]
    assert scores == pytest.approx(by_hand, abs=1e-12)


def test_scores_equal_the_package_s_scan_over_all_passages() -> None:
    class Reference(BM25Okapi):  # type: ignore[misc]
        def _calc_idf(self, nd: dict[str, int]) -> None:
            self.idf = {t: math.log(1 + (self.corpus_size - n + 0.5) / (n + 0.5)) for t, n in nd.items()}

    reference = Reference(PASSAGES, k1=1.2, b=0.75)
    scorer = Bm25(PASSAGES, k1=1.2, b=0.75)
    for term in ("apple", "pear", "plum"):
        scanned = reference.get_scores([term])
        where, scores = scorer.scores(term)
        assert [at for at, score in enumerate(scanned) if score] == list(where)
        assert scores == pytest.approx([scanned[at] for at in where], abs=1e-12)


def test_a_term_of_every_passage_still_counts_for_something() -> None:
    _, scores = Bm25([["a"], ["a"], ["a"]], k1=0.9, b=0.4).scores("a")
    assert all(score > 0 for score in scores)


def test_the_package_alone_gives_such_a_match_nothing_which_is_why_the_adapter_is_there() -> None:
    assert list(BM25Okapi([["a"], ["b"]]).get_scores(["a"])) == [0.0, 0.0]


@pytest.mark.parametrize("passages", [[], [[]], [[], []]])
def test_a_corpus_without_a_word_has_no_match(passages: list[list[str]]) -> None:
    where, scores = Bm25(passages, k1=0.9, b=0.4).scores("a")
    assert len(where) == len(scores) == 0


def test_the_rarer_a_term_the_higher_its_idf_and_an_unseen_one_is_rarest() -> None:
    scorer = Bm25(PASSAGES, k1=0.9, b=0.4)
    assert scorer.idf("apple") < scorer.idf("plum") < scorer.idf("never seen")
