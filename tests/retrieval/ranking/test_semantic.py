"""The extra with a model: what it must keep, what it must tell, and with a real model at hand, what it brings."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from benchmarks.quality.neural import find_model
from retrieval import Librarian, ModelError, RetrievalSettings, SemanticReranker
from retrieval.ranking import semantic

ROOT = Path(__file__).parents[3]

needs_packages = pytest.mark.skipif(
    not (find_spec("tokenizers") and find_spec("safetensors")), reason="the extra is not installed"
)
needs_model = pytest.mark.skipif(not find_model(), reason="no model is installed")

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "walrus", "eats", "clams", "ice", "refund", "paid", "may"]
SIZE, LAYERS = 8, 2


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder with weights by chance: of no use for meaning, enough to see what is computed."""
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    folder = tmp_path_factory.mktemp("model")
    (folder / "config.json").write_text(
        json.dumps(
            {"model_type": "bert", "hidden_act": "gelu", "num_attention_heads": 2, "num_hidden_layers": LAYERS}
            | {"layer_norm_eps": 1e-12, "hidden_size": SIZE}
        )
    )
    tokenizer = Tokenizer(models.WordLevel({word: at for at, word in enumerate(WORDS)}, unk_token="[UNK]"))  # noqa: S106
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    tokenizer.save(str(folder / "tokenizer.json"))
    draw = np.random.default_rng(7)
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(WORDS), SIZE),
        "embeddings.position_embeddings.weight": (64, SIZE),
        "embeddings.token_type_embeddings.weight": (2, SIZE),
    }
    norms = ["embeddings.LayerNorm"]
    for layer in (f"encoder.layer.{at}." for at in range(LAYERS)):
        norms += [f"{layer}attention.output.LayerNorm", f"{layer}output.LayerNorm"]
        linear = {f"attention.self.{part}": (SIZE, SIZE) for part in ("query", "key", "value")}
        linear |= {"attention.output.dense": (SIZE, SIZE), "intermediate.dense": (16, SIZE), "output.dense": (SIZE, 16)}
        for name, shape in linear.items():
            shapes |= {f"{layer}{name}.weight": shape, f"{layer}{name}.bias": shape[:1]}
    shapes |= {f"{norm}.{part}": (SIZE,) for norm in norms for part in ("weight", "bias")}
    save_file(
        {name: draw.normal(size=shape).astype(np.float32) for name, shape in shapes.items()},
        folder / "model.safetensors",
    )
    return folder


@needs_packages
def test_a_text_has_the_same_vector_alone_and_among_longer_ones(model: Path) -> None:
    texts = ["the walrus", "the walrus eats clams the walrus eats ice", "refund"]
    together = SemanticReranker.open(str(model)).vectors(texts)
    for text, vector in zip(texts, together, strict=True):
        (alone,) = SemanticReranker.open(str(model)).vectors([text])
        assert alone == pytest.approx(vector, abs=1e-5)
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


@needs_packages
def test_what_was_embedded_is_remembered_up_to_a_limit(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "REMEMBERED", 2)
    reranker = SemanticReranker.open(str(model))
    first, again = reranker.vectors(["the walrus", "the walrus"])
    assert first is again
    assert reranker.vectors(["the walrus", "ice"])[0] is first
    reranker.vectors(["clams"])
    assert reranker.vectors(["the walrus"])[0] is not first


@needs_packages
def test_a_model_moves_passages_and_changes_neither_text_nor_decision(model: Path) -> None:
    plain = Librarian.open(ROOT / "seeds", RetrievalSettings())
    moved = Librarian.open(ROOT / "seeds", RetrievalSettings(), reranker=SemanticReranker.open(str(model)))
    for question in ("has Ukraine agreed to a ceasefire?", "who painted the Mona Lisa", "sanctions", "hello", ""):
        before, after = plain.ask(question, 10), moved.ask(question, 10)
        assert (after.answered, after.confidence) == (before.answered, before.confidence)
        assert bool(after.excerpts) == bool(before.excerpts)
        assert all(excerpt.text in excerpt.document.text for excerpt in after.excerpts)
        assert repr(moved.ask(question, 10)) == repr(after)


@needs_packages
@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("config.json", None, "config.json"),
        ("tokenizer.json", None, "tokenizer.json"),
        ("model.safetensors", None, "model.safetensors"),
        ("config.json", '{"model_type": "gpt2"}', "only models of the kind bert are run, not gpt2"),
        ("config.json", "{}", "it lacks model_type"),
        ("model.safetensors", "nothing", "cannot be used"),
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
        SemanticReranker.open(str(tmp_path))
    assert told in str(raised.value)
    assert str(tmp_path) in str(raised.value)


@pytest.mark.parametrize("package", ["tokenizers", "safetensors.numpy"])
def test_without_the_extra_its_name_is_told(package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModelError, match="the extra `semantic` is not installed"):
        SemanticReranker.open(str(tmp_path))


def test_a_missing_model_ends_a_command_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("semantic:\n  model: models/none here\n")
    (tmp_path / "seeds").mkdir()
    command = [sys.executable, "-m", "bot", "ask", "anything?", "--config", str(tmp_path / "config.yaml")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"The model {tmp_path}/models/none here cannot be used: ")
    assert done.stderr.count("\n") == 1


@needs_packages
@needs_model
def test_the_packaged_model_knows_what_is_alike() -> None:
    texts = ["That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day"]
    asked, *others = SemanticReranker.open(find_model()).vectors(texts)
    # As the model's own card tells: huggingface.co/sentence-transformers/all-MiniLM-L6-v2
    assert [float(asked @ other) for other in others] == pytest.approx([0.695, 0.943, 0.257], abs=0.002)


@needs_packages
@needs_model
def test_the_packaged_model_finds_what_is_said_in_other_words(tmp_path: Path) -> None:
    lines = ["The garden is open to visitors.", "In a corner of the garden, hedgehogs sleep from autumn until spring."]
    for at, line in enumerate(lines):
        (tmp_path / f"{at}.txt").write_text(line)
    question = "do animals hibernate in the garden?"
    assert Librarian.open(tmp_path, RetrievalSettings()).ask(question).excerpts[0].text == lines[0]
    librarian = Librarian.open(tmp_path, RetrievalSettings(), reranker=SemanticReranker.open(find_model()))
    assert librarian.ask(question).excerpts[0].text == lines[1]
