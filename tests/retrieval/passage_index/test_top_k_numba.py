"""Do numpy and numba find the same to the bit, on the ways that only a larger index takes?"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from retrieval.bm25.builder import postings_of
from retrieval.bm25.formula import Bm25
from retrieval.bm25.inverted_index import InvertedIndex
from retrieval.passage_index import top_k

SIZE = 10_000
FORMULAS = [Bm25(), Bm25(k1=0, b=0), Bm25("l", delta=0.5), Bm25("l", k1=0), Bm25("plus", 0.9, 0.4, 1.0)]


def zipf_passages() -> list[list[str]]:
    """Passages of 1 to 60 words, the most frequent of which are in nearly all of them, the rarest in one."""
    chance = np.random.default_rng(7)
    ranks = chance.zipf(1.15, size=(SIZE, 60)).clip(max=50_000)
    return [[f"w{rank}" for rank in row[:size]] for row, size in zip(ranks, chance.integers(1, 61, SIZE), strict=True)]


@pytest.fixture(scope="module")
def passages() -> list[list[str]]:
    return zipf_passages()


@pytest.fixture(scope="module")
def having(passages: list[list[str]]) -> dict[str, set[int]]:
    """Of every word the passages that have it."""
    found: dict[str, set[int]] = {}
    for at, terms in enumerate(passages):
        for term in terms:
            found.setdefault(term, set()).add(at)
    return found


@pytest.fixture(scope="module", params=FORMULAS, ids=str)
def index(request: pytest.FixtureRequest, passages: list[list[str]]) -> InvertedIndex:
    """Three segments, of which some passages are removed, all that have the word w300 among them."""
    index = InvertedIndex(request.param)
    for first, last in ((0, 7000), (7000, 9900), (9900, SIZE)):
        index = index.with_segment(postings_of(passages[first:last], request.param))
    gone = [at for at, terms in enumerate(passages) if at % 50 == 3 or "w300" in terms]
    return index.without(gone, (passages[at] for at in gone))


def questions() -> Iterator[list[str]]:
    """Of words of every frequency, with repetitions and words that are nowhere or no more."""
    chance = np.random.default_rng(8)
    for size in (1, 1, 2, 2, 3, 4, 5, 6, 8, 12) * 4:
        yield [f"w{int(10 ** chance.uniform(0, 4.5))}" for _ in range(size)]
    yield from (["w1"], ["w1", "w2"], ["w2", "w1", "w2", "w700"], ["w300"], ["w300", "w9"], ["nowhere"], ["w1"] * 9)


def test_numba_finds_what_numpy_finds_to_the_bit(index: InvertedIndex) -> None:
    kernels = pytest.importorskip("retrieval.passage_index.top_k_numba", exc_type=ImportError)
    assert index.segments[0].size > 3 * kernels.WINDOW
    assert any(len(segment.common) for segment in index.segments)
    for question in questions():
        for k in (1, 10, 1000):
            assert top_k.search(index, question, k, kernels.best) == top_k.search(index, question, k)


def test_what_is_pruned_changes_nothing(index: InvertedIndex, having: dict[str, set[int]]) -> None:
    for question in questions():
        everything = top_k.search(index, question, SIZE)
        for k in (1, 7, 100):
            assert top_k.search(index, question, k) == everything[:k]
        anyone = set().union(*(having.get(term, ()) for term in question))
        assert {position for position, _ in everything} == {at for at in anyone if not index.is_removed(at)}


def counted(monkeypatch: pytest.MonkeyPatch, name: str, module: object = top_k) -> list[tuple[Any, ...]]:
    """The arguments of every call from now on of a function, which is called as before."""
    calls: list[tuple[Any, ...]] = []
    original: Callable[..., Any] = getattr(module, name)

    def call(*arguments: Any) -> Any:  # noqa: ANN401 - whatever it takes and gives
        calls.append(arguments)
        return original(*arguments)

    monkeypatch.setattr(module, name, call)
    return calls


def test_few_postings_are_read_for_a_rare_word_among_frequent_ones(
    passages: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    index = InvertedIndex(Bm25()).with_segment(postings_of(passages, Bm25()))
    segment = index.segments[0]
    question = ["w1", "w40", "w2", "w900"]
    sizes = [segment.count(segment.find(term)) for term in question]
    reads, look_ups = counted(monkeypatch, "read_lists"), counted(monkeypatch, "look_up")
    top_k.search(index, question, 5)
    read = sum(sizes[row] for row in reads[-1][3])
    assert read < sum(sizes) / 4
    assert any(row >= 0 for _, _, row, *_ in look_ups), "no frequent word was looked up in its row"
    assert all(len(candidates) < SIZE / 4 for _, _, _, candidates, *_ in look_ups)


@pytest.mark.parametrize("batch", [64, top_k.BATCH])
def test_the_questions_take_every_way(batch: int, passages: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    index = InvertedIndex(Bm25()).with_segment(postings_of(passages, Bm25()))
    monkeypatch.setattr(top_k, "BATCH", batch)
    reads, look_ups, sorts = (counted(monkeypatch, name) for name in ("read_lists", "look_up", "distinct"))
    plain = batches = 0
    for question in questions():
        before = len(reads)
        hits = top_k.search(index, question, 10)
        assert hits == top_k.search(index, question, SIZE)[:10]
        plain += bool(hits) and len(reads) == before
        batches = max(batches, len(reads) - before)
    assert plain, "no question had frequent words alone"
    assert batches > 1, "no second batch was read"
    assert 0 < len(sorts) < len(reads), "all were sorted, or none"
    assert {row >= 0 for _, _, row, *_ in look_ups} == ({True, False} if batch == 64 else {True})
    assert any(len(candidates) > top_k.MANY for _, _, _, candidates, *_ in look_ups)


def test_a_question_of_very_many_words_is_answered_alike(passages: list[list[str]]) -> None:
    kernels = pytest.importorskip("retrieval.passage_index.top_k_numba", exc_type=ImportError)
    index = InvertedIndex(Bm25()).with_segment(postings_of(passages, Bm25()))
    for count in (kernels.MANY_TERMS - 1, kernels.MANY_TERMS, kernels.MANY_TERMS + 1, 200):
        question = [f"w{number}" for number in range(1, count + 1)]
        assert top_k.search(index, question, 10, kernels.best) == top_k.search(index, question, 10)


def test_compiled_code_only_looks_up_frequent_words_once_rare_ones_have_found_enough(
    passages: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    kernels = pytest.importorskip("retrieval.passage_index.top_k_numba", exc_type=ImportError)
    index = InvertedIndex(Bm25()).with_segment(postings_of(passages, Bm25()))
    segment, question = index.segments[0], ["w1", "w40", "w2", "w900"]
    for name in ("posting_weight", "insert"):
        monkeypatch.setattr(kernels, name, getattr(kernels, name).py_func)
    weighed = counted(monkeypatch, "posting_weight", kernels)
    monkeypatch.setattr(kernels, "best_of_arrays", kernels.best_of_arrays.py_func)
    found = top_k.search(index, question, 5, kernels.best)
    assert found == top_k.search(index, question, 5)
    assert len(weighed) < sum(segment.count(segment.find(term)) for term in question) / 4
