"""A model folder with weights by chance: of no use for meaning, enough to see what is computed, kept and told."""

import json
import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

WORDS = "the walrus eats clams ice refund paid may sanctions ukraine ceasefire ##s ##ing".split()
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *".,?!", *WORDS, *LETTERS, *(f"##{letter}" for letter in LETTERS)]
VOCABULARY = list(dict.fromkeys(_PIECES))
SIZE, LAYERS, PLACES = 8, 2, 64


def write_tiny_model(folder: Path, seed: int = 7) -> Path:
    """Writes the model into the folder, which it gives back; another seed makes another model."""
    folder.mkdir(parents=True, exist_ok=True)
    config = {"model_type": "bert", "hidden_act": "gelu", "num_attention_heads": 2, "num_hidden_layers": LAYERS}
    (folder / "config.json").write_text(json.dumps(config | {"layer_norm_eps": 1e-12, "hidden_size": SIZE}))
    (folder / "tokenizer.json").write_text(json.dumps(_tokenizer()))
    write_weights(folder / "model.safetensors", _weights(seed))
    return folder


def write_weights(path: Path, tensors: dict[str, npt.NDArray[np.float32]]) -> None:
    """Writes a file of the format safetensors."""
    header, offset = dict[str, object](), 0
    for name, tensor in tensors.items():
        end = offset + tensor.nbytes
        header[name] = {"dtype": "F32", "shape": tensor.shape, "data_offsets": [offset, end]}
        offset = end
    told = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(told)) + told + b"".join(tensor.tobytes() for tensor in tensors.values()))


def _tokenizer() -> dict[str, object]:
    return {
        "normalizer": {
            "type": "BertNormalizer",
            "clean_text": True,
            "handle_chinese_chars": True,
            "strip_accents": None,
            "lowercase": True,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": {token: number for number, token in enumerate(VOCABULARY)},
        },
    }


def _weights(seed: int) -> dict[str, npt.NDArray[np.float32]]:
    draw = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(VOCABULARY), SIZE),
        "embeddings.position_embeddings.weight": (PLACES, SIZE),
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
    return {name: draw.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
