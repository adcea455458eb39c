"""The parts of the quality report that must not mislead: typing errors, samples, intervals, parts switched off."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from benchmarks.quality import collections, run
from benchmarks.quality.ablation import PARTS, without
from benchmarks.quality.baselines import windows
from benchmarks.quality.chatter import with_chatter
from benchmarks.quality.metrics import difference
from benchmarks.quality.typos import mistyped
from retrieval import Answer, GoldQuote, KnownQuestion, Librarian, RetrievalSettings
from retrieval.evaluation.scorecard import Scored
from retrieval.query.noise import without_noise

TEXT = "Walruses live on the ice. They eat clams. A bull weighs a ton. It has two tusks.\n\nRefunds are paid in May.\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small collection in the packed layout."""
    folder = tmp_path / "sea"
    folder.mkdir()
    asked: dict[str, object] = {"question": "what do walruses eat", "kind": "answerable", "file": "a.txt"}
    asked |= {"answers": ["clams"], "answer_start": [TEXT.index("clams")]}
    foreign: dict[str, object] = {"question": "who won the cup", "kind": "out_of_corpus", "file": None}
    foreign |= {"answers": [], "answer_start": []}
    for name, content in (("files", [{"file": "a.txt", "text": TEXT}]), ("questions", [asked, foreign])):
        packed = gzip.compress("\n".join(map(json.dumps, content)).encode())
        (folder / f"{name}.jsonl.gz").write_bytes(packed)
    return folder


@given(st.text(alphabet="bcdfghjkqx ", max_size=60), st.integers(0, 99))
def test_a_mistyped_question_differs_by_one_error_and_always_the_same(question: str, seed: int) -> None:
    typed = mistyped(question, seed)
    assert typed == mistyped(question, seed)
    has_long_word = any(len(word) >= 4 for word in question.split())
    assert OSA.distance(question, typed) == has_long_word


def test_chatter_stands_around_a_question_always_the_same_and_is_not_heard() -> None:
    typed = {with_chatter("where does the walrus live?", seed) for seed in range(50)}
    assert typed == {with_chatter("where does the walrus live?", seed) for seed in range(50)}
    for heard in map(without_noise, typed):
        assert "where does the walrus live?" in heard
        assert not [sign for sign in ("<", "http", "thx", "hi all") if sign in heard]


def test_function_words_and_first_letters_are_typed_right() -> None:
    for seed in range(50):
        typed = mistyped("where does the walrus live", seed)
        assert typed.startswith("where does the w")


def test_a_collection_is_read_and_reported_on_as_a_whole(source: Path, tmp_path: Path) -> None:
    collection = collections.load(source, tmp_path / "workplace")
    assert collection.questions[0].gold == (GoldQuote("a.txt", 35, 40),)
    assert [known.kind for known in collection.questions] == ["answerable", "out-of-corpus"]
    assert len(collection.sample(1).questions) == 1
    report = "\n\n".join(run.sections(collection, ablation=True))
    assert "1 files, 1 answerable questions, 1 others." in report
    assert "| Quoth | 1.000 | 1.000 | 1.000 |" in report
    assert all(f"| {part} | " in report for part in PARTS)


def test_a_window_is_three_sentences_of_one_paragraph(source: Path, tmp_path: Path) -> None:
    cut = [window.text for window in windows(collections.load(source, tmp_path / "workplace"))]
    assert cut[0] == "Walruses live on the ice. They eat clams. A bull weighs a ton."
    assert cut[-2:] == ["It has two tusks.", "Refunds are paid in May."]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_switched_off_is_back_afterwards(part: str, source: Path, tmp_path: Path) -> None:
    collection = collections.load(source, tmp_path / "workplace")

    def answer() -> Answer:
        return Librarian.open(collection.folder, RetrievalSettings()).ask("what do Walruses eat?")

    before = answer()
    with without(part):
        answer()
    assert answer() == before


def test_wins_and_losses_are_counted_question_by_question() -> None:
    def scored(hits: str) -> list[Scored]:
        known = KnownQuestion("q", True, "", (GoldQuote("a.txt", 0, 1),))
        return [Scored(known, Answer("q", "answer", 1.0, ()), (hit == "x",), False) for hit in hits]

    found = difference(scored("xx.x"), scored(".x.."), lambda one: one.hit(1))
    assert (found.gain, found.wins, found.losses) == (0.5, 2, 0)
    assert (found.low, found.high) == (0.5, 0.5)  # of a single file every draw is the same
