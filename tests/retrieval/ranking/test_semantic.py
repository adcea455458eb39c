"""Late interaction: what it must keep, what it must tell, and with a real model at hand, what it brings."""

import subprocess
import sys
from pathlib import Path

import pytest

from retrieval import Librarian, ModelError, RetrievalSettings, SemanticReranker, packaged_model
from retrieval.ranking import semantic
from tests.fakes.tiny_model import write_tiny_model

ROOT = Path(__file__).parents[3]
QUESTIONS = ("has Ukraine agreed to a ceasefire?", "who painted the Mona Lisa", "sanctions", "hello", "")
needs_model = pytest.mark.skipif(not packaged_model(), reason="no model is installed")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model with weights by chance."""
    return write_tiny_model(tmp_path_factory.mktemp("model"))


def opened(reranker: SemanticReranker | None) -> Librarian:
    return Librarian.open(ROOT / "seeds", RetrievalSettings(), reranker=reranker)


def answers(librarian: Librarian) -> list[str]:
    return [repr(librarian.ask(question, 10)) for question in QUESTIONS]


def test_a_model_moves_passages_and_changes_no_text(model: Path) -> None:
    plain, moved = opened(None), opened(SemanticReranker.open(model))
    for question in QUESTIONS:
        before, after = plain.ask(question, 10), moved.ask(question, 10)
        assert bool(after.excerpts) == bool(before.excerpts)
        assert all(excerpt.text in excerpt.document.text for excerpt in after.excerpts)
    assert answers(moved) == answers(moved)


def test_what_was_read_is_known_at_the_next_start_and_only_changes_are_read_anew(model: Path, tmp_path: Path) -> None:
    first = SemanticReranker.open(model, kept_in=tmp_path)
    librarian = opened(first)
    assert first.learn(librarian.units()) > 100
    assert first.learn(librarian.units()) == 0
    again = SemanticReranker.open(model, kept_in=tmp_path)
    assert again.learn(librarian.units()) == 0
    assert answers(opened(again)) == answers(librarian)


def test_only_changed_sentences_are_read_anew(model: Path, tmp_path: Path) -> None:
    said = "The walrus eats clams. It sleeps on the ice."
    reranker = SemanticReranker.open(model)
    for text, new in ((said, 3), (f"{said} Refunds may be paid.", 1), (said.replace("clams", "ice"), 1), (said, 0)):
        (tmp_path / "walrus.txt").write_text(text)
        assert reranker.learn(Librarian.open(tmp_path, RetrievalSettings()).units()) == new


def test_reading_may_be_ended_at_any_time_and_goes_on_where_it_was(model: Path, tmp_path: Path) -> None:
    reranker = SemanticReranker.open(model, kept_in=tmp_path)
    librarian = opened(reranker)
    assert reranker.learn(librarian.units(), is_over=lambda: True) == 0
    read = reranker.learn(librarian.units(), is_over=lambda: reranker.known > 0)
    assert read == semantic.BATCH
    rest = SemanticReranker.open(model, kept_in=tmp_path).learn(librarian.units())
    whole = SemanticReranker.open(model).learn(librarian.units())
    assert read + rest == whole


def test_states_of_another_model_are_not_believed(model: Path, tmp_path: Path) -> None:
    reranker = SemanticReranker.open(model, kept_in=tmp_path / "states")
    librarian = opened(reranker)
    count = reranker.learn(librarian.units())
    other = write_tiny_model(tmp_path / "other", seed=8)
    assert SemanticReranker.open(other, kept_in=tmp_path / "states").learn(librarian.units()) == count


def test_a_damaged_file_of_states_is_read_anew(model: Path, tmp_path: Path) -> None:
    reranker = SemanticReranker.open(model, kept_in=tmp_path)
    librarian = opened(reranker)
    count = reranker.learn(librarian.units())
    expected = answers(librarian)
    (file,) = tmp_path.glob("1.quoth")
    content = bytearray(file.read_bytes())
    content[-30] ^= 1
    file.write_bytes(bytes(content))
    mended = SemanticReranker.open(model, kept_in=tmp_path)
    assert mended.learn(librarian.units()) == count
    assert answers(opened(mended)) == expected


def test_bounded_it_keeps_nothing_and_looks_at_the_first_passages_alone(model: Path, tmp_path: Path) -> None:
    reranker = SemanticReranker.open(model, kept_in=tmp_path / "states", few_only=True)
    librarian = opened(reranker)
    assert reranker.learn(librarian.units()) == 0
    answers(librarian)
    assert not (tmp_path / "states").exists()
    plain = opened(None).explanation("sanctions on Russia", 100).candidates
    first = {candidate.excerpt.span for candidate in plain[: semantic.FEW]}
    best = librarian.ask("sanctions on Russia", 1).excerpts[0]
    assert any(span.overlaps(best.span) for span in first)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("config.json", None, "config.json"),
        ("tokenizer.json", None, "tokenizer.json"),
        ("model.safetensors", None, "model.safetensors"),
        (
            "config.json",
            '{"model_type": "gpt2"}',
            "only models of the kind bert are run, not gpt2",
        ),
        ("config.json", "{}", "it lacks model_type"),
        ("model.safetensors", "nothing", "cannot be used"),
        ("tokenizer.json", "[]", "cannot be used"),
    ],
)
def test_a_folder_without_a_usable_model_is_told_in_a_sentence(
    name: str, content: str | None, told: str, model: Path, tmp_path: Path
) -> None:
    for file in model.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(content)
    with pytest.raises(ModelError) as raised:
        SemanticReranker.open(tmp_path)
    assert told in str(raised.value)
    assert str(tmp_path) in str(raised.value)


def test_a_missing_model_ends_a_command_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("semantic:\n  model: models/none here\n")
    (tmp_path / "seeds").mkdir()
    command = [sys.executable, "-m", "bot", "ask", "anything?", "--config", str(tmp_path / "config.yaml")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"The model {tmp_path}/models/none here cannot be used: ")
    assert done.stderr.count("\n") == 1


@needs_model
def test_the_packaged_model_finds_what_is_said_in_other_words(tmp_path: Path) -> None:
    lines = ["The garden is open to visitors.", "In a corner of the garden, hedgehogs sleep from autumn until spring."]
    for at, line in enumerate(lines):
        (tmp_path / f"{at}.txt").write_text(line)
    question = "do animals hibernate in the garden?"
    assert Librarian.open(tmp_path, RetrievalSettings()).ask(question).excerpts[0].text == lines[0]
    folder = packaged_model()
    assert folder
    librarian = Librarian.open(tmp_path, RetrievalSettings(), reranker=SemanticReranker.open(folder))
    assert librarian.ask(question).excerpts[0].text == lines[1]
