"""What does an index of passages promise, beyond its scores?"""

import ast
import gc
import inspect
import random
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval import PassageIndex
from retrieval.bm25.formula import Bm25
from retrieval.passage_index import index as passage_index
from tests.fakes.scored_passages import assert_equals_rank_bm25, words


def build(texts: list[str]) -> PassageIndex:
    return PassageIndex.build(texts, words, kernels="numpy")


def test_the_example_in_the_documentation_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = {"PassageIndex": PassageIndex, "Path": Path}
    shown = 0
    for line in (inspect.getdoc(PassageIndex) or "").splitlines():
        if line.startswith("    "):
            code, _, comment = line.strip().partition("  # ")
            if not comment:
                exec(code, names)  # noqa: S102 - our own documentation
                continue
            given = eval(code, names)  # noqa: S307
            expected = ast.literal_eval(comment.partition(": " if comment.startswith("[") else ",")[0])
            assert given == pytest.approx(expected) if isinstance(given, int) else rounded(given) == expected
            shown += 1
    assert shown == 2
    assert (tmp_path / "cats.quoth").exists()


def rounded(hits: list[tuple[int, float]]) -> list[tuple[int, float]]:
    return [(passage, round(score, 2)) for passage, score in hits]


def test_an_id_is_kept_for_ever_and_never_given_twice(tmp_path: Path) -> None:
    index = build(["a", "b", "c"])
    assert index.add("d") == 3
    index.remove(1)
    index.remove(3)
    index.save(tmp_path / "index")
    index = PassageIndex.open(tmp_path / "index", words, "numpy")
    assert index.change([0], ["e", "f"]) == [4, 5]
    index.save(tmp_path / "index")
    index = PassageIndex.open(tmp_path / "index", words, "numpy")
    assert {at: index.text(at) for at in (2, 4, 5)} == {2: "c", 4: "e", 5: "f"}
    assert len(index) == 3
    for gone in (0, 1, 3, 6, -1, 2**70):
        with pytest.raises(KeyError):
            index.text(gone)


def test_removing_what_is_not_there_raises_and_changes_nothing(tmp_path: Path) -> None:
    index = build(["a b", "a", "b"])
    index.add("a c")
    index.remove(1)
    before = index.search("a b c")
    for wrong in ([7], [0, 7], [3, 7], [1], [0, 3, 1], [-1]):
        with pytest.raises(KeyError) as told:
            index.change(wrong, ["a new one"])
        assert told.value.args[0] in {7, 1, -1}
        assert index.search("a b c") == before
        assert len(index) == 3
    assert index.add("d") == 4, "no id was used up"
    index.save(tmp_path / "index")


def test_a_change_whose_passages_cannot_be_made_changes_nothing() -> None:
    def failing() -> Iterator[str]:
        yield "c"
        raise RuntimeError

    index = build(["a", "b"])
    with pytest.raises(RuntimeError):
        index.change([0], failing())
    assert len(index) == 2
    assert [passage for passage, _ in index.search("a c")] == [0]
    assert index.add("d") == 2
    assert [passage for passage, _ in index.search("a c")] == [0]


def test_an_index_without_passages_is_an_index(tmp_path: Path) -> None:
    for index in (PassageIndex(words, kernels="numpy"), build([]), build(["", ""]), build(["a"])):
        index.change(range(len(index)), ())
        index.save(tmp_path / "index")
        opened = PassageIndex.open(tmp_path / "index", words, "numpy")
        for empty in (index, opened):
            assert len(empty) == 0
            assert empty.search("a") == []
            empty.compact()
            empty.add("a")
            assert len(empty.search("a")) == 1


def test_a_saved_index_keeps_its_formula_and_the_texts_to_the_letter(tmp_path: Path) -> None:
    texts = ["a\r\n", "", "👩‍👩‍👧 ä a\u0308", "lone \ud83e", "\x00"]
    formula = Bm25("plus", 0.9, 0.4, 0.7)
    index = PassageIndex.build(texts, words, formula, "numpy")
    index.save(tmp_path / "index")
    opened = PassageIndex.open(tmp_path / "index", words, "numpy")
    assert [opened.text(at) for at in range(len(texts))] == texts
    assert opened.search("ä a\r\n") == index.search("ä a\r\n")
    assert_equals_rank_bm25(opened, dict(enumerate(texts)), "ä lone a\r\n", formula)


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that some hundred passages are several parts of a file or several segments."""
    monkeypatch.setattr(passage_index, "RUN", 50)
    monkeypatch.setattr(passage_index, "TAIL", 4)


def many(size: int) -> list[str]:
    chance = random.Random(5)  # noqa: S311 - not for secrets
    return [" ".join(chance.choices("abcdefghij", k=chance.randrange(9))) for _ in range(size)]


def test_a_large_index_is_built_in_parts_as_if_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts, parts = many(300), tmp_path / "parts"
    parts.mkdir()
    build(texts).save(tmp_path / "at once")
    monkeypatch.setattr(passage_index, "RUN", 50)
    index = PassageIndex.build(iter(texts), words, kernels="numpy", folder=parts)
    index.save(tmp_path / "in parts")
    assert (tmp_path / "in parts").read_bytes() == (tmp_path / "at once").read_bytes()
    (folder,) = parts.iterdir()
    assert [file.name for file in folder.iterdir()] == ["all"], "the parts are joined"
    index.add("a")
    assert_equals_rank_bm25(index, dict(enumerate([*texts, "a"])), "a b b", Bm25())


@pytest.mark.usefixtures("small_parts")
def test_temporary_files_go_with_the_index_and_with_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    index = build(many(100))
    assert list(tmp_path.iterdir())
    del index
    gc.collect()
    assert not list(tmp_path.iterdir())

    def failing() -> Iterator[str]:
        yield from many(100)
        assert list(tmp_path.iterdir())
        raise RuntimeError

    with pytest.raises(RuntimeError):
        PassageIndex.build(failing(), words, kernels="numpy")
    gc.collect()
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("small_parts")
def test_small_segments_are_merged_by_themselves() -> None:
    index = build([])
    for text in many(400):
        index.add(text)
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.name == "compaction":
            thread.join()
    assert len(index.segments) < 20
    assert sum(size for size, _ in index.segments) == 400
    assert_equals_rank_bm25(index, dict(enumerate(many(400))), "a b", Bm25())


def test_what_was_removed_of_a_large_segment_is_dropped_once_it_is_most_of_it() -> None:
    index = build(many(400))
    for passage in range(300):
        index.remove(passage)
    for thread in threading.enumerate():
        if thread.name == "compaction":
            thread.join()
    assert sum(removed for _, removed in index.segments) < 100
    assert_equals_rank_bm25(index, dict(list(enumerate(many(400)))[300:]), "a b", Bm25())


GROUP, TOGETHER = 20, 3


def document(number: int) -> list[str]:
    """A document of as many passages; how long they are tells which documents the scores of a search counted in."""
    return ["all " + "x " * (number % 4) + f"d{number}"] * GROUP


def passages_of(first: int) -> dict[int, str]:
    """The passages by id of the documents that are there together."""
    texts = [text for number in range(first, first + TOGETHER) for text in document(number)]
    return dict(enumerate(texts, start=first * GROUP))


@pytest.mark.usefixtures("small_parts")
def test_whoever_searches_during_changes_sees_a_document_wholly_or_not_at_all() -> None:
    index = build(list(passages_of(0).values()))
    expected = [
        [score for _, score in build(list(passages_of(first).values())).search("all", 99)] for first in range(4)
    ]
    done, wrong, seen = threading.Event(), list[object](), set[int]()

    def read() -> None:
        while not done.is_set():
            hits = index.search("all", 99)
            first = min(passage for passage, _ in hits) // GROUP
            seen.add(first)
            if {passage for passage, _ in hits} != set(passages_of(first)) or (
                [score for _, score in hits] != pytest.approx(expected[first % 4], abs=1e-9)
            ):
                wrong.append(hits)

    def compact() -> None:
        while not done.is_set():
            index.compact()

    threads = [threading.Thread(target=target) for target in (read, read, compact)]
    for thread in threads:
        thread.start()
    try:
        for number in range(TOGETHER, 200):
            before = number - TOGETHER
            index.change(range(before * GROUP, (before + 1) * GROUP), document(number))
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert not wrong
    assert len(seen) > 5, "the readers have seen some states on the way"
    assert_equals_rank_bm25(index, passages_of(200 - TOGETHER), "all d198", Bm25())
