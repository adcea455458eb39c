"""`quoth explain` and the status of an answer: why it is as it is, in plain words."""

import json
import math
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval import Librarian, RetrievalSettings

Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_words_passages_and_reasons_are_told(quoth: Quoth, corpus: Path) -> None:
    told = quoth("explain", "what does the walrsu eat in Paris?", "--corpus", str(corpus)).stdout.decode()
    assert "taken for: walrus" in told
    assert "paris" in told.partition("in no document")[0]
    assert "  1. " in told
    assert "How sure that is:" in told


def test_a_question_without_a_match_is_explained_too(quoth: Quoth, corpus: Path) -> None:
    done = quoth("explain", "zzzz?", "--corpus", str(corpus))
    assert done.returncode == 0
    assert b"no passage shares a word with the question" in done.stdout


def test_the_parts_of_a_score_sum_up_and_so_do_the_reasons(corpus: Path) -> None:
    librarian = Librarian.open(corpus, RetrievalSettings())
    explanation = librarian.explanation("When does the walrus eat?")
    for candidate in explanation.candidates:
        assert sum(candidate.parts.values()) == pytest.approx(candidate.excerpt.score)
    assert explanation.candidates[0].shown
    assert explanation.candidates[0].excerpt.score == pytest.approx(explanation.answer.excerpts[0].score)
    odds = math.exp(sum(explanation.reasons.values()))
    assert odds / (1 + odds) == pytest.approx(explanation.answer.confidence, abs=1e-4)


@pytest.mark.parametrize(("question", "status"), [("walrus", "answer"), ("zzzz", "none"), ("hello", "none")])
def test_json_tells_an_answer_from_none(quoth: Quoth, corpus: Path, question: str, status: str) -> None:
    answer = json.loads(quoth("ask", question, "--json", "--corpus", str(corpus)).stdout)
    assert answer["status"] == status
    assert answer["answered"] == (status == "answer")
