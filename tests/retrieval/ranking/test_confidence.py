"""When is an answer sure, near, or not there? The same in a folder of one sentence and in a large one."""

from dataclasses import fields
from math import isfinite

import pytest

from retrieval import Answer, Librarian, RetrievalSettings
from retrieval.ranking.confidence import NEAR, verdict
from retrieval.ranking.signs import Signs
from tests.fakes.read_texts import untitled

SENTENCE = "The ferry to Oldham leaves the harbour at noon and carries forty sheep."
FOREIGN = ("Who won the chess tournament in Reykjavik?", "Where do I renew a lost passport at noon?")
FILLER = "In the long winter of that year nobody in the village of {n} said anything about the mill {n} again."


def librarian(*texts: str, filler: int = 0, **settings: float) -> Librarian:
    texts = (*texts, *(FILLER.format(n=n) for n in range(filler)))
    documents = [untitled(f"{n}.txt", text) for n, text in enumerate(texts)]
    return Librarian(documents, (), RetrievalSettings(**settings))  # type: ignore[arg-type]


def asked(question: str, filler: int) -> Answer:
    return librarian(SENTENCE, filler=filler).ask(question)


@pytest.mark.parametrize("filler", [0, 3, 40, 400])
def test_a_good_question_is_answered_in_folders_of_every_size(filler: int) -> None:
    answer = asked("When does the ferry to Oldham leave the harbour?", filler)
    assert answer.status == "answer"
    assert answer.answered


@pytest.mark.parametrize("filler", [0, 3, 40, 400])
@pytest.mark.parametrize(
    "question", ["Who won the chess tournament in Reykjavik?", "Where do people renew lost passports around noon?"]
)
def test_a_foreign_question_is_not_there_in_folders_of_every_size(question: str, filler: int) -> None:
    assert asked(question, filler).status == "none"


@pytest.mark.parametrize("filler", [0, 3, 40, 400])
def test_a_question_that_lacks_most_of_its_words_is_no_answer(filler: int) -> None:
    answer = asked("Does the ferry sell coffee, tickets and newspapers?", filler)
    assert answer.status != "answer"
    assert not answer.answered


def test_the_name_that_is_missing_makes_the_most_difference() -> None:
    named, other = asked("When does the Oldham ferry leave?", 40), asked("When does the Newham ferry leave?", 40)
    assert named.status == "answer"
    assert other.status != "answer"
    assert other.missing == ("newham",)


def test_the_words_that_the_first_passage_lacks_are_told_names_first() -> None:
    assert asked("Does the ferry carry goats to Newham?", 3).missing == ("newham", "goats")
    assert asked("When does the ferry leave the harbour?", 3).missing == ()


def test_headings_speak_for_what_stands_below_them() -> None:
    below = "## The ferry\n\nIt leaves the harbour at noon.\n\n## The mill\n\nIt grinds corn at noon.\n"
    other = below.replace("The ferry", "The coach")
    sure, less = (
        Librarian([untitled("a.md", text)], (), RetrievalSettings()).ask("when does the ferry leave the harbour?")
        for text in (below, other)
    )
    assert sure.confidence > less.confidence


@pytest.mark.parametrize(
    ("sure", "threshold", "said"),
    [
        *((0.7, 0.62, "answer"), (0.62, 0.62, "answer"), (0.61, 0.62, "closest"), (NEAR, 0.62, "closest")),
        *((0.24, 0.62, "none"), (0.1, 0.0, "answer"), (0.99, 1.0, "closest"), (0.2, 0.1, "answer"), (0.1, 0.5, "none")),
    ],
)
def test_a_strict_threshold_leaves_what_is_near_and_none_at_all_answers_always(
    sure: float, threshold: float, said: str
) -> None:
    assert verdict(sure, threshold) == said


@pytest.mark.parametrize("question", ["ferry", "ferry ferry", "sheep walrus", "the ferry", "7 ferries"])
def test_a_reason_is_told_for_each_sign(question: str) -> None:
    explained = librarian(SENTENCE).explanation(question)
    assert len(explained.reasons) == 1 + len(fields(Signs))
    assert all(map(isfinite, explained.reasons.values()))
