"""Do the measures of the benchmarks count as their papers do? Values worked out by hand."""

import pytest

from benchmarks.summaries.baselines import METHODS
from benchmarks.summaries.rouge import rouge
from benchmarks.summaries.tasks import librarian_over
from retrieval.documents.passages import units
from retrieval.text.analysis import Analyzer


def test_rouge_counts_words_pairs_and_the_longest_common_subsequence() -> None:
    scores = rouge("the cat sat on the mat", ["the cat lay on a mat"])
    assert scores.one == pytest.approx(2 * 4 / 12)  # the, cat, on, mat
    assert scores.two == pytest.approx(2 * 1 / 10)  # the cat
    assert scores.longest == pytest.approx(2 * 4 / 12)  # the cat … on … mat


def test_rouge_takes_the_best_reference_and_knows_word_stems() -> None:
    assert rouge("Dogs barking", ["cats", "the dogs barked"]).one == pytest.approx(2 * 2 / 5)
    assert rouge("", ["a cat"]) == (0, 0, 0)


@pytest.mark.parametrize("method", METHODS)
def test_every_plain_method_orders_all_sentences_the_same_way_each_time(method: str) -> None:
    text = "Ships leave the harbour.\n\nThe harbour has ships. Ships have sails.\n\nBread is baked.\n"
    (document,) = librarian_over([("a.txt", text)]).documents
    found = list(units(document))
    terms = [Analyzer().of(unit.language).terms(unit.text) for unit in found]
    order = METHODS[method](found, terms)
    assert sorted(order) == list(range(len(found)))
    assert order == METHODS[method](found, terms)
