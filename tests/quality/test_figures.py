"""The figures of answers: the same as an independent scorer finds, where its collections lie beside the checkout."""

import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks.quality import collections
from benchmarks.quality.baselines import Method, lexical
from benchmarks.quality.metrics import ask_all, measure
from bot.cli import as_json
from retrieval import Librarian, RetrievalSettings
from retrieval.evaluation.scorecard import Scored

SHARED = Path(__file__).parents[3] / "shared"
DOCS, GOLD = SHARED / "eval" / "docs", SHARED / "seeds_gold"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the collections do not lie beside the checkout")


def scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"scorer_of_{path.parent.name}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predictions(scored: Sequence[Scored], ids: Sequence[str]) -> list[dict[str, object]]:
    return [{"id": id_} | as_json.of_answer(one.answer) for id_, one in zip(ids, scored, strict=True)]


def methods(collection: collections.Collection) -> dict[str, Method]:
    return {"ours": Librarian.open(collection.folder, RetrievalSettings()).ask, **lexical(collection)}


def test_the_figures_of_a_collection_are_those_of_its_own_scorer(tmp_path: Path) -> None:
    judge = scorer(SHARED / "eval" / "score.py")
    files, questions = judge.load_collection(str(DOCS))
    collection = collections.load(DOCS, tmp_path)
    for name, method in methods(collection).items():
        scored = ask_all(name, method, collection.questions)
        ours = measure(scored, collection)
        theirs, _ = judge.score(files, questions, predictions(scored, [question["id"] for question in questions]))
        assert ours["verbatim"] == theirs["verbatim"] == 1
        assert {key: ours[key] for key in ("hit@1", "hit@3", "hit@60w")} == pytest.approx(
            {key: theirs[key] for key in ("hit@1", "hit@3", "hit@60w")}
        ), name
        assert ours["auroc out-of-corpus"] == pytest.approx(theirs["auroc_ooc"])
        assert ours["auroc adversarial"] == pytest.approx(theirs["auroc_adv"])
        assert ours["answered F1 out-of-corpus"] == pytest.approx(theirs["flag_f1_ooc"])
        assert ours["refused out-of-corpus"] == pytest.approx(1 - theirs["false_answer_ooc"])
        assert ours["answered answerable"] == pytest.approx(theirs["answered_rate"])
        assert ours["risk-coverage area"] == pytest.approx(theirs["aurc (hit@3, with ooc)"])


def test_the_figures_of_the_gold_questions_are_those_of_their_own_scorer(tmp_path: Path) -> None:
    judge = scorer(GOLD / "score.py")
    questions = judge.read_jsonl(GOLD / "questions.jsonl")
    chrome = json.loads((GOLD / "chrome.json").read_text(encoding="utf-8"))
    collection = collections.load(GOLD, tmp_path)
    for name, method in methods(collection).items():
        scored = ask_all(name, method, collection.questions)
        ours = measure(scored, collection)
        predicted = predictions(scored, [question["id"] for question in questions])
        theirs, not_verbatim, in_chrome = judge.score(questions, predicted, collection.texts, chrome)
        assert ours["touching forbidden places"] == len(in_chrome)
        assert not not_verbatim
        assert ours["hit@1"] == pytest.approx(theirs["hit@1"]), name
        assert ours["hit@3"] == pytest.approx(theirs["hit@3"]), name
        assert ours["gold files"] == pytest.approx(theirs["gold_files@3"])
        assert ours["parts"] == pytest.approx(theirs["parts@3"])
        assert ours["refused near-miss"] == pytest.approx(theirs["refused near-miss"])
        assert ours["auroc near-miss"] == pytest.approx(theirs["auroc near-miss"])
