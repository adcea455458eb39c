"""Does the index score as rank-bm25 does, whatever is in it and whatever has happened to it?"""

import itertools
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.bm25 import builder as building
from retrieval.bm25 import postings as segment
from retrieval.bm25.formula import Bm25
from retrieval.passage_index import index as passage_index
from retrieval.passage_index import top_k
from retrieval.passage_index.index import PassageIndex
from tests.fakes.scored_passages import assert_equals_rank_bm25, scores_of_all, words

TWINS = ["plumless", "buckeroo", "codding", "gnu"]
"""Each two have the same CRC-32."""

some_words = st.sampled_from(["a", "b", "c", "d", "ä", "東京", "🦭", "\ud83e", "e\u0301", *TWINS])
texts = st.lists(some_words, max_size=12).map(" ".join)
questions = st.lists(some_words | st.just("nowhere"), max_size=6).map(" ".join)
formulas = st.builds(
    lambda variant, k1, b, delta: Bm25(variant, k1, b, 0.0 if variant == "okapi" else delta),
    st.sampled_from(["okapi", "l", "plus"]),
    st.sampled_from([0, 0.9, 1.5, 1]) | st.floats(0.01, 5),
    st.sampled_from([0, 0.4, 0.75, 1]) | st.floats(0, 1),
    st.sampled_from([0, 0.5, 1]) | st.floats(0, 2),
)
Step = tuple[str, list[int], list[str]]
changes = st.tuples(st.just("change"), st.lists(st.integers(0, 30), max_size=4), st.lists(texts, max_size=6))
steps = st.lists(changes | st.sampled_from([("compact", [], []), ("reopen", [], [])]), max_size=8)
bounded = settings(max_examples=150, deadline=None, derandomize=True)


@pytest.fixture(autouse=True, scope="module")
def small_parts() -> Iterator[None]:
    """So that a handful of passages are several segments, runs and batches, and few words have a row."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passage_index, "TAIL", 3)
        patch.setattr(passage_index, "RUN", 20)
        patch.setattr(building, "SMALL", 0)
        patch.setattr(building, "FREQUENT", 3)
        patch.setattr(segment, "CHUNK", 7)
        patch.setattr(top_k, "BATCH", 2)
        patch.setattr(top_k, "MANY", 1)
        yield


@bounded
@given(st.lists(texts, max_size=25), questions, formulas)
def test_a_built_index_scores_as_rank_bm25(passages: list[str], question: str, formula: Bm25) -> None:
    index = PassageIndex.build(passages, words, formula, "numpy")
    assert_equals_rank_bm25(index, dict(enumerate(passages)), question, formula)


@bounded
@given(st.lists(texts, max_size=10), steps, st.lists(questions, min_size=1, max_size=4), formulas)
def test_so_it_does_after_any_changes_with_ids_and_texts_kept(
    built: list[str], steps: list[Step], asked: list[str], formula: Bm25
) -> None:
    index = PassageIndex.build(built, words, formula, "numpy")
    left, coming = dict(enumerate(built)), itertools.count(len(built))
    with tempfile.TemporaryDirectory() as folder:
        for step, picks, added in steps:
            if step == "change":
                gone = {sorted(left)[pick % len(left)] for pick in picks} if left else set()
                ids = index.change(gone, added)
                assert ids == list(itertools.islice(coming, len(added)))
                left = {passage: text for passage, text in left.items() if passage not in gone}
                left |= dict(zip(ids, added, strict=True))
            elif step == "compact":
                index.compact()
            else:
                index.save(Path(folder) / "index")
                index = PassageIndex.open(Path(folder) / "index", words, "numpy")
            assert len(index) == len(left)
            assert_equals_rank_bm25(index, left, asked[0], formula)
        for question in asked:
            assert_equals_rank_bm25(index, left, question, formula)
    assert {passage: index.text(passage) for passage in left} == left


@bounded
@given(st.lists(texts, max_size=10), st.lists(changes, max_size=4), questions, formulas)
def test_compiled_code_finds_the_same_to_the_bit(
    built: list[str], steps: list[Step], question: str, formula: Bm25
) -> None:
    pytest.importorskip("numba")
    one, other = (PassageIndex.build(built, words, formula, kernels) for kernels in ("numpy", "numba"))
    for _, picks, added in steps:
        gone = {pick for pick in picks if pick < len(built)}
        built = [] if gone else built  # so that none is removed twice
        one.change(gone, added)
        other.change(gone, added)
    for k in (1, 2, 50):
        assert one.search(question, k) == other.search(question, k)


@pytest.mark.parametrize("times", [255, 256, 65_535, 65_536, 70_000])
@pytest.mark.parametrize("variant", ["okapi", "l", "plus"])
def test_a_word_counts_however_often_it_is_repeated(times: int, variant: str, tmp_path: Path) -> None:
    formula = Bm25(variant, 1.2, 0.6, 0.0 if variant == "okapi" else 0.7)  # type: ignore[arg-type]
    passages = {0: "a b", 1: "a " * times, 2: "b c", 3: "a " * (times - 1) + "b"}
    index = PassageIndex.build(list(passages.values())[:2], words, formula, "numpy")
    index.change((), list(passages.values())[2:])
    assert_equals_rank_bm25(index, passages, "a b a", formula)
    index.save(tmp_path / "index")
    assert_equals_rank_bm25(PassageIndex.open(tmp_path / "index", words, "numpy"), passages, "a b a", formula)


@given(st.lists(texts, min_size=1, max_size=25), questions, formulas, st.integers(1, 4))
@bounded
def test_no_passage_outside_is_better_than_the_last_of_the_best(
    passages: list[str], question: str, formula: Bm25, k: int
) -> None:
    found = PassageIndex.build(passages, words, formula, "numpy").search(question, k)
    expected = scores_of_all(dict(enumerate(passages)), question, formula)
    assert len(found) == min(k, len(expected))
    for passage, _ in found:
        better = [other for other in expected if expected[other] > expected[passage] * (1 + 1e-12)]
        assert len(better) < k


@pytest.mark.parametrize("formula", [Bm25(), Bm25("l", delta=0.5), Bm25("plus", delta=1.0)])
def test_a_word_that_is_asked_for_twice_counts_twice(formula: Bm25) -> None:
    passages = {0: "a b b", 1: "b", 2: "a a", 3: "c"}
    index = PassageIndex.build(passages.values(), words, formula, "numpy")
    once, twice = dict(index.search("a b")), dict(index.search("a b b"))
    assert twice[1] - once[1] == pytest.approx(dict(index.search("b"))[1])
    assert_equals_rank_bm25(index, passages, "a b b", formula)


@pytest.mark.parametrize(
    "wrong", [{"variant": "okapi", "delta": 1.0}, {"k1": -0.1}, {"b": 1.1}, {"b": -0.1}, {"variant": "bm26"}]
)
def test_constants_out_of_range_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"delta|variant"):
        replace(Bm25(), **wrong)  # type: ignore[arg-type]


def test_a_question_without_a_known_word_has_no_hits_and_none_cannot_be_asked_for() -> None:
    index = PassageIndex.build(["a", "b"], words, kernels="numpy")
    assert index.search("") == index.search("nowhere") == []
    for k in (0, -1):
        with pytest.raises(ValueError, match="1 or more"):
            index.search("a", k)
