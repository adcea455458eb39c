"""The whole way from a question to excerpts, over small corpora written on the spot."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Librarian, NothingToSummarize, RetrievalSettings, UnknownDocument
from retrieval.bm25.formula import Variant

Write = Callable[[Mapping[str, str]], Librarian]

HARBOUR = (
    "Council rebuilds the lighthouse\n\nBy Ana Ruiz\n\n"
    "The harbour council voted on Monday to rebuild the old lighthouse. Work begins in April.\n\n"
    "A storm had damaged it three winters ago. Fishermen have asked for it ever since.\n"
)
BAKERY = "The bakery on the square opens at six. It sells rye bread and sweet rolls on market days.\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(files: Mapping[str, str]) -> Librarian:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(text.encode())
        return Librarian.open(tmp_path, RetrievalSettings())

    return write


@pytest.mark.parametrize(("variant", "delta"), [("okapi", 0.0), ("l", 0.5), ("plus", 1.0)])
def test_scores_are_those_of_rank_bm25_whatever_the_variant(
    variant: Variant, delta: float, tmp_path: Path, write: Write
) -> None:
    write({"harbour.txt": HARBOUR, "bakery.md": BAKERY})
    librarian = Librarian.open(tmp_path, RetrievalSettings(variant=variant, delta=delta))
    assert librarian.deviation("When does the work on the old, old lighthouse begin?") < 1e-9
    without = librarian.with_changes((), ["bakery.md"])
    assert without.deviation("When does the work on the lighthouse begin?") < 1e-9
    assert librarian.ask("When does the work on the lighthouse begin?").answered


def test_a_question_is_answered_with_the_exact_text_its_place_and_its_words(write: Write) -> None:
    answer = write({"harbour.txt": HARBOUR, "bakery.md": BAKERY}).ask("When does the work on the lighthouse begin?")
    assert answer.answered
    best = answer.excerpts[0]
    assert best.document.id == "harbour.txt"
    assert best.text == HARBOUR[best.span.start : best.span.end]
    assert "Work begins in April." in best.text
    assert best.lines == (5, 7)
    assert best.matched == ("work", "lighthouse", "begin")
    assert {HARBOUR[h.start : h.end] for h in best.highlights} >= {"Work", "begins"}


@pytest.mark.parametrize("question", ["", "   ", "what is it that they did?", "hello!", "?", "🙂"])
def test_a_question_without_a_word_to_look_for_is_not_answered(write: Write, question: str) -> None:
    answer = write({"harbour.txt": HARBOUR}).ask(question)
    assert (answer.answered, answer.confidence, answer.excerpts) == (False, 0.0, ())


def test_what_no_document_answers_is_refused_and_the_unknown_words_are_named(write: Write) -> None:
    answer = write({"harbour.txt": HARBOUR, "bakery.md": BAKERY}).ask("Which football clubs won the winters cup?")
    assert not answer.answered
    assert [use.word for use in answer.words if not use.weight] == ["football", "clubs", "won", "cup"]
    assert answer.excerpts, "what comes nearest is still shown"


@pytest.mark.parametrize("files", [{}, {"a.txt": BAKERY}, {"a.txt": BAKERY, "b.txt": HARBOUR}])
def test_tiny_corpora_give_sensible_answers(write: Write, files: dict[str, str]) -> None:
    answer = write(files).ask("When does the bakery open?")
    assert answer.answered == bool(files)
    if files:
        assert answer.excerpts[0].document.id == "a.txt"
        assert answer.excerpts[0].score > 0


def test_a_byline_answers_only_who_asks_for_it(write: Write) -> None:
    librarian = write({"harbour.txt": HARBOUR, "bakery.md": BAKERY})
    assert librarian.ask("who wrote about the lighthouse?").excerpts[0].text == "By Ana Ruiz"
    assert all("Ana Ruiz" not in excerpt.text for excerpt in librarian.ask("Ana Ruiz lighthouse").excerpts)


def test_a_copy_of_a_passage_is_cited_once(write: Write) -> None:
    answer = write({"a.txt": BAKERY, "copy.txt": BAKERY, "harbour.txt": HARBOUR}).ask("rye bread at the bakery", 10)
    assert [e.document.id for e in answer.excerpts].count("a.txt") == 1
    assert "copy.txt" not in {e.document.id for e in answer.excerpts}


def test_excerpts_never_overlap_and_keep_to_the_limit(write: Write) -> None:
    text = " ".join(f"The lighthouse keeper number {n} lit lamp {n} for boat {n}." for n in range(60))
    for limit in (1, 3, 10):
        excerpts = write({"long.txt": text}).ask("which lamp did the lighthouse keeper light?", limit).excerpts
        assert len(excerpts) <= limit
        spans = sorted(e.span for e in excerpts)
        assert all(one.end <= other.start for one, other in pairwise(spans))


@given(
    lines=st.lists(
        st.one_of(
            st.text(max_size=80), st.sampled_from(["The lighthouse shines at night.", "", "- lighthouse", "# Light"])
        ),
        max_size=12,
    ),
    question=st.one_of(st.text(max_size=40), st.just("where does the lighthouse shine?")),
)
def test_every_excerpt_is_verbatim_whatever_the_files_hold(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], question: str
) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    texts = {"a.txt": "\n".join(lines), "b.md": "\r\n".join(reversed(lines))}
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    answer = Librarian.open(folder, RetrievalSettings()).ask(question, 5)
    for excerpt in answer.excerpts:
        assert excerpt.text == texts[excerpt.document.id][excerpt.span.start : excerpt.span.end]
        assert excerpt.text.strip() == excerpt.text != ""
        assert excerpt.matched
        assert all(excerpt.span.start <= h.start < h.end <= excerpt.span.end for h in excerpt.highlights)
    assert 0 <= answer.confidence <= 1


def test_documents_are_found_by_path_and_by_name_where_only_one_has_it(write: Write) -> None:
    librarian = write({"a/x.txt": BAKERY, "b/x.txt": BAKERY, "b/y.txt": HARBOUR})
    assert librarian.find("a/x.txt").id == "a/x.txt"
    assert librarian.find("y.txt").id == "b/y.txt"
    for name in ("x.txt", "../y.txt", "/etc/passwd", ""):
        with pytest.raises(UnknownDocument):
            librarian.find(name)


def test_names_are_completed_with_and_without_typing_errors(write: Write) -> None:
    librarian = write({"harbour-report.txt": HARBOUR, "bakery.md": BAKERY})
    assert librarian.complete("") == ("bakery.md", "harbour-report.txt")
    assert librarian.complete("REPORT") == ("harbour-report.txt",)
    assert librarian.complete("habour reprot") == ("harbour-report.txt",)
    assert librarian.complete("zzzzzz") == ()


def test_a_summary_of_a_document_is_made_of_its_sentences_in_their_order(write: Write) -> None:
    summary = write({"harbour.txt": HARBOUR, "bakery.md": BAKERY}).summarize("harbour.txt", 2)
    assert summary.kind == "file"
    assert [s.document.id for s in summary.sentences] == ["harbour.txt"] * len(summary.sentences)
    spans = [s.span for s in summary.sentences]
    assert spans == sorted(spans)
    assert summary.sentences[0].text == "The harbour council voted on Monday to rebuild the old lighthouse."


def test_a_summary_of_a_topic_quotes_every_document_that_speaks_of_it(write: Write) -> None:
    other = "Sailors from the whole coast gave money for a new lighthouse lamp last year.\n"
    summary = write({"harbour.txt": HARBOUR, "sailors.txt": other, "bakery.md": BAKERY}).summarize("lighthouse", 4)
    assert summary.kind == "topic"
    assert {s.document.id for s in summary.sentences} == {"harbour.txt", "sailors.txt"}


def test_a_topic_that_no_document_speaks_of_is_an_error_in_plain_words(write: Write) -> None:
    with pytest.raises(NothingToSummarize, match="volcanoes"):
        write({"harbour.txt": HARBOUR}).summarize("volcanoes")


@pytest.mark.parametrize("wrong", [{"k1": -1.0}, {"b": 1.5}, {"answer_threshold": 2.0}, {"max_file_mb": 0.0}])
def test_settings_out_of_range_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        RetrievalSettings(**wrong)
