"""Is everything that is remembered bounded, and does nothing that somebody may ask for grow with its input's square?"""

import ast
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval import Analyzer, Document, Librarian, RetrievalSettings, Source, Synonyms, find_changes, suggest_synonyms
from retrieval.ingestion.formats.registry import read
from retrieval.query.message import LONGEST, beginning
from retrieval.revisions.rewording import reworded

ROOT = Path(__file__).parents[2]
MOST = 8.0
"""What four times the input may take, against once: twice what is in proportion, half of what its square would be."""
ATTEMPTS = 3
NOISE_S = 0.1
LONGEST_EXCERPT = 5_000
"""Letters; far more than an excerpt has, far less than a text without any end of a sentence."""

CACHES = ("TTLCache", "FIFOCache", "LRUCache", "lru_cache")
FINITE = {
    "retrieval/ingestion/formats/registry.py:_by_suffix": "nothing",
    "retrieval/ingestion/formats/plug_ins.py:plugged_in": "nothing",
    "retrieval/query/corrections.py:_long": "the languages of this package",
    "retrieval/text/detection.py:_written_in": "the scripts of Unicode",
    "retrieval/text/detection.py:_speaking": "the scripts of Unicode",
    "retrieval/text/word_list.py:_read": "the lists of this package",
}
"""Functions that remember all that they gave, and what they are asked for."""


def document(name: str, text: str) -> Document:
    return read(Source(name, text.encode())).document(name)


def opened(name: str, text: str) -> Librarian:
    return Librarian([document(name, text)], (), RetrievalSettings())


def grows_in_proportion(work: Callable[[int], Callable[[], object]], size: int) -> None:
    """Fails where four times the size takes more than MOST times as long; what `work` gives is what is measured."""
    measured = []
    for _ in range(ATTEMPTS):
        taken = []
        for times in (1, 4):
            run = work(size * times)
            began = time.process_time()
            run()
            taken.append(time.process_time() - began)
        if taken[1] <= MOST * taken[0] + NOISE_S:
            return
        measured.append(taken)
    pytest.fail(f"seconds for one and four times the input: {measured}")


def letters(number: int, of: str = "aeiou", length: int = 6) -> str:
    return "".join(of[number // len(of) ** at % len(of)] + "rnt"[at % 3] for at in range(length))


def test_every_cache_has_a_bound() -> None:
    found = set()
    for path in sorted([*(ROOT / "retrieval").rglob("*.py"), *(ROOT / "bot").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                decorators = [ast.unparse(one) for one in node.decorator_list]
                assert not {"lru_cache(None)", "lru_cache(maxsize=None)"} & set(decorators), (path, node.name)
                if {"cache", "functools.cache"} & set(decorators):
                    found.add(f"{path.relative_to(ROOT).as_posix()}:{node.name}")
            elif isinstance(node, ast.Call) and ast.unparse(node.func) in CACHES:
                assert node.args or node.keywords, (path, node.lineno)
    assert found <= FINITE.keys()


@pytest.mark.parametrize("word", ["w{}", "walrus", "what is w{}?", "海象{}"])
def test_of_a_question_of_any_length_the_beginning_counts(word: str) -> None:
    librarian = opened("a.txt", "\n\n".join(f"The walrus w{at} sleeps on the ice floe {at}." for at in range(500)))
    question = " ".join(word.format(at) for at in range(LONGEST))
    read_of_it = beginning(question)
    assert 0.9 * LONGEST < len(read_of_it) <= LONGEST
    assert question.startswith(read_of_it)
    assert librarian.explain(question) == librarian.explain(read_of_it)
    answer = librarian.ask(question)
    assert answer.question == question
    assert answer.excerpts == librarian.ask(read_of_it).excerpts
    assert beginning("x" * 10 * LONGEST) == "x" * LONGEST


@pytest.mark.parametrize(
    "same", ["The walrus {} sleeps on the ice floe of the northern sea today.", "Ice is cold in {}."]
)
def test_a_summary_of_sentences_that_are_all_alike(same: str) -> None:
    def work(size: int) -> Callable[[], object]:
        librarian = opened("a.txt", "\n".join(same.format(at % 7) for at in range(size)))
        return lambda: librarian.summarize("a.txt", 400)

    grows_in_proportion(work, 3_000)


@pytest.mark.parametrize(
    "text",
    [
        lambda size: ". ".join("B" + letters(at) for at in range(size)) + ".",
        lambda size: "The " + " ".join("N" + letters(at) for at in range(size)) + " NASA ESA NASA ESA.",
        lambda size: " ".join(f"walr{letters(at, 'abcdefghij', 3)}." for at in range(size) for _ in range(3)),
    ],
    ids=["names spelled alike", "a run of names", "a family of words"],
)
def test_synonyms_of_many_words_that_are_alike(text: Callable[[int], str]) -> None:
    def work(size: int) -> Callable[[], object]:
        documents = [document("a.txt", text(size))]
        return lambda: suggest_synonyms(documents, Synonyms(()), Analyzer())

    grows_in_proportion(work, 1_000)


def rows(size: int, unit: str) -> str:
    return "".join(f"Item {at} costs {at * 7 % 1000} {unit}.\n" for at in range(size))


def test_changes_of_a_list_of_which_every_line_changed() -> None:
    def work(size: int) -> Callable[[], object]:
        now = document("a.txt", rows(size, "euro"))
        return lambda: find_changes({"a.txt": rows(size, "dollars")}, [now])

    grows_in_proportion(work, 1_000)


def test_changes_take_little_memory_and_still_pair_what_was_reworded() -> None:
    before, after = ([line.split() for line in rows(3_000, unit).splitlines()] for unit in ("euro", "dollars"))
    tracemalloc.start()
    pairs = reworded(before, after)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000
    assert sum(a == b for a, b, _ in pairs) > 0.9 * len(before)


def test_many_files_that_were_renamed() -> None:
    def work(size: int) -> Callable[[], object]:
        texts = [f"The walrus {at} sleeps. It wakes in year {at}." for at in range(size)]
        now = [document(f"new{at}.txt", text) for at, text in enumerate(texts)]
        return lambda: find_changes({f"old{at}.txt": text for at, text in enumerate(texts)}, now)

    grows_in_proportion(work, 300)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "walrus sea ice " * 20_000),
        ("a.md", "walrus sea ice " * 20_000),
        ("a.md", "walrus" + "x" * 300_000),
        ("a.txt", "海象在冰上" * 40_000),
        ("a.json", '{"a": ["' + "walrus sea " * 25_000 + '"]}'),
        ("a.csv", "name,what\nwalrus," + "sea ice " * 40_000),
    ],
)
def test_nothing_that_is_quoted_is_as_long_as_a_text_without_any_end_of_a_sentence(name: str, text: str) -> None:
    librarian = opened(name, text)
    quoted = [excerpt.text for question in ("walrus", "sea", "海象") for excerpt in librarian.ask(question).excerpts]
    (change, *_) = find_changes({name: text[1:]}, librarian.documents)
    quoted += [excerpt.text for excerpt in (*change.added, *change.removed)]
    quoted += [pair.before.text + pair.after.text for pair in change.reworded]
    quoted += [checked.excerpt.text for checked in librarian.check(text[:300]) if checked.excerpt]
    assert quoted
    assert max(map(len, quoted)) <= LONGEST_EXCERPT
