"""How does text become a vector of its meaning? A small BERT run by numpy, from a folder of sentence-transformers.

Source: Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers", NAACL 2019; mean pooling: Reimers and
Gurevych, "Sentence-BERT", EMNLP 2019. On a processor without a graphics card numpy spends its time in the same matrix
products as the large frameworks, which need a gigabyte and more on disk.
"""

import errno
import json
import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

FILES = ("config.json", "model.safetensors", "tokenizer.json")
"""What a model folder holds at least."""
MAX_TOKENS = 256
"""A text is read up to here, at most; models are told to read less by their own settings."""
BATCH_TOKENS = 1024
"""Tokens that are computed at once: enough for fast products, little enough to stay in the processor's cache."""


class Bert:
    """A sentence encoder. Immutable after opening, safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Read a model folder.

        Raises ImportError without the packages of the extra, OSError, KeyError or ValueError where the folder holds no
        such model, and what the packages raise for files that are damaged.
        """
        from safetensors.numpy import load_file  # the packages of an extra
        from tokenizers import Tokenizer

        for name in FILES:
            if not (folder / name).is_file():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder / name))
        config = _json(folder / "config.json")
        if config["model_type"] != "bert" or config["hidden_act"] != "gelu":
            raise ValueError(f"only models of the kind bert are run, not {config['model_type']}")
        self._heads: int = config["num_attention_heads"]
        self._layers: int = config["num_hidden_layers"]
        self._epsilon: float = config["layer_norm_eps"]
        self.size: int = config["hidden_size"]
        limits = _json(folder / "sentence_bert_config.json", {})
        pooling = _json(folder / "1_Pooling" / "config.json", {})
        self._first_token = bool(pooling.get("pooling_mode_cls_token"))
        self._weights: dict[str, Vectors] = {
            name.removeprefix("bert."): weight for name, weight in load_file(folder / "model.safetensors").items()
        }
        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        places = len(self._weights["embeddings.position_embeddings.weight"])
        self._tokenizer.enable_truncation(min(MAX_TOKENS, places, limits.get("max_seq_length") or MAX_TOKENS))
        self.encode(["."])  # what is missing shows now and not with the first question

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text: the product of two rows is how near the texts are, -1 to 1."""
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        found = np.zeros((len(ids), self.size), dtype=np.float32)
        order = sorted(range(len(ids)), key=lambda at: len(ids[at]))  # alike lengths together: little padding
        while order:
            batch = [order.pop()]
            width = len(ids[batch[0]])
            while order and (len(batch) + 1) * width <= BATCH_TOKENS:
                batch.append(order.pop())
            found[batch] = self._pooled([ids[at] for at in batch], width)
        return found

    def _pooled(self, ids: Sequence[Sequence[int]], width: int) -> Vectors:
        padded = np.array([[*row, *[0] * (width - len(row))] for row in ids])
        mask = np.arange(width) < np.array([[len(row)] for row in ids])
        hidden = self._embedded(padded)
        for layer in range(self._layers):
            hidden = self._layer(f"encoder.layer.{layer}.", hidden, mask)
        if self._first_token:
            pooled = hidden[:, 0]
        else:
            pooled = (hidden * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        return np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True), dtype=np.float32)

    def _embedded(self, ids: npt.NDArray[np.int_]) -> Vectors:
        weights = self._weights
        words = weights["embeddings.word_embeddings.weight"][ids]
        places = weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        return self._normed("embeddings.LayerNorm.", words + places + kind)

    def _layer(self, name: str, hidden: Vectors, mask: npt.NDArray[np.bool_]) -> Vectors:
        attended = self._attended(f"{name}attention.self.", hidden, mask)
        attended = self._linear(f"{name}attention.output.dense.", attended)
        hidden = self._normed(f"{name}attention.output.LayerNorm.", hidden + attended)
        widened = _gelu(self._linear(f"{name}intermediate.dense.", hidden))
        return self._normed(f"{name}output.LayerNorm.", hidden + self._linear(f"{name}output.dense.", widened))

    def _attended(self, name: str, hidden: Vectors, mask: npt.NDArray[np.bool_]) -> Vectors:
        count, width, size = hidden.shape
        split = (count, width, self._heads, size // self._heads)
        query, key, value = (
            self._linear(f"{name}{part}.", hidden).reshape(split).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(math.sqrt(split[3]))
        scores += np.where(mask, np.float32(0), np.float32(-1e9))[:, None, None, :]
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        return np.asarray((scores @ value).transpose(0, 2, 1, 3).reshape(hidden.shape))

    def _linear(self, name: str, values: Vectors) -> Vectors:
        flat = values.reshape(-1, values.shape[-1]) @ self._weights[f"{name}weight"].T
        return np.asarray(flat + self._weights[f"{name}bias"]).reshape(*values.shape[:-1], -1)

    def _normed(self, name: str, values: Vectors) -> Vectors:
        centred = values - values.mean(axis=-1, keepdims=True)
        variance = np.square(centred).mean(axis=-1, keepdims=True)
        scaled = centred / np.sqrt(variance + np.float32(self._epsilon))
        return np.asarray(scaled * self._weights[f"{name}weight"] + self._weights[f"{name}bias"])


def _gelu(values: Vectors) -> Vectors:
    """The gate of BERT by its usual approximation (Hendrycks and Gimpel, 2016), within 0.001."""
    inner = np.float32(math.sqrt(2 / math.pi)) * (values + np.float32(0.044715) * values * values * values)
    return np.asarray(np.float32(0.5) * values * (np.float32(1) + np.tanh(inner)), dtype=np.float32)


def _json(path: Path, default: dict[str, Any] | None = None) -> dict[str, Any]:
    if default is not None and not path.exists():
        return default
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
