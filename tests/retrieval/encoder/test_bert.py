"""States are computed as the model's own card tells, alone and among others, and damaged folders are told."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.quality.neural import embeddings
from retrieval import packaged_model
from retrieval.encoder.bert import Bert
from retrieval.encoder.weights import weights_in
from tests.fakes.tiny_model import PLACES, SIZE, write_tiny_model, write_weights

needs_model = pytest.mark.skipif(not packaged_model(), reason="no model is installed")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the tiny model."""
    return write_tiny_model(tmp_path_factory.mktemp("model"))


def test_a_text_has_the_same_states_alone_and_among_longer_ones(model: Path) -> None:
    bert = Bert(model)
    texts = [bert.tokens(text) for text in ("the walrus", "the walrus eats clams the walrus eats ice", "", "refund")]
    for text, state in zip(texts, bert.states(texts), strict=True):
        assert state.shape == (len(text) + 2, SIZE)
        assert bert.states([text])[0] == pytest.approx(state, abs=1e-5)


def test_a_text_is_read_as_far_as_the_model_reaches(model: Path) -> None:
    bert = Bert(model)
    tokens = bert.tokens("ice " * 500)
    assert len(tokens) == PLACES - 2
    assert len(bert.states([tokens])[0]) == PLACES


def test_models_are_told_apart_by_their_content(model: Path, tmp_path: Path) -> None:
    other = write_tiny_model(tmp_path)
    assert Bert(other).name == Bert(model).name
    tensors = {name: np.array(tensor) for name, tensor in weights_in(other / "model.safetensors").items()}
    tensors["encoder.layer.1.output.dense.bias"] += 1
    write_weights(other / "model.safetensors", tensors)
    assert Bert(other).name != Bert(model).name


def test_weights_that_are_mapped_are_those_that_were_written(tmp_path: Path) -> None:
    written = {"one": np.arange(6, dtype=np.float32).reshape(2, 3), "two": np.ones(1, dtype=np.float32)}
    write_weights(tmp_path / "weights", written)
    read = weights_in(tmp_path / "weights")
    assert read.keys() == written.keys()
    assert all((read[name] == tensor).all() for name, tensor in written.items())


@pytest.mark.parametrize("cut", [0, 4, 20, 200, -1])
def test_a_file_that_was_cut_off_is_refused(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "weights"
    write_weights(path, {"one": np.ones((4, 4), dtype=np.float32), "two": np.ones(9, dtype=np.float32)})
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(ValueError, match=r"damaged|do not fit|empty"):
        weights_in(path)


def test_a_tokenizer_that_does_not_fit_the_weights_is_refused(tmp_path: Path) -> None:
    file = write_tiny_model(tmp_path) / "tokenizer.json"
    about = json.loads(file.read_text())
    about["model"]["vocab"]["another"] = len(about["model"]["vocab"])
    file.write_text(json.dumps(about))
    with pytest.raises(ValueError, match="more tokens"):
        Bert(tmp_path)


@needs_model
def test_the_packaged_model_knows_what_is_alike() -> None:
    texts = ["That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day"]
    folder = packaged_model()
    assert folder
    asked, *others = embeddings(Bert(folder), texts)
    # As the model's own card tells: huggingface.co/sentence-transformers/all-MiniLM-L6-v2
    assert [float(asked @ other) for other in others] == pytest.approx([0.695, 0.943, 0.257], abs=0.002)
