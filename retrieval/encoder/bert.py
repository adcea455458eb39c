"""How does text become states of its tokens? A small BERT run by numpy, from a folder of sentence-transformers.

Source: Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers", NAACL 2019. On a processor without a
graphics card numpy spends its time in the same matrix products as the large frameworks, which need a gigabyte and more
on disk.
"""

import errno
import json
import math
import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.arrays import Flags, Positions, Vectors
from retrieval.encoder.model_files import FILES
from retrieval.encoder.weights import weights_in
from retrieval.encoder.wordpiece import WordPiece

MAX_TOKENS = 256
"""A text is read up to here, with the marks at begin and end; models are told to read less by their own settings."""
BATCH_TOKENS = 1024
"""Tokens that are computed at once: enough for fast products, little enough to stay in the processor's cache."""

_TELLING = 1 << 20
"""Bytes at the end of a file that its digest is of."""


class Bert:
    """An encoder of tokens. Immutable after opening, safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Map a model folder. Raises OSError, KeyError or ValueError where it holds no such model."""
        for name in FILES:
            if not (folder / name).is_file():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder / name))
        config = _json(folder / "config.json")
        if config["model_type"] != "bert" or config["hidden_act"] != "gelu":
            raise ValueError(f"only models of the kind bert are run, not {config['model_type']}")
        self._heads: int = config["num_attention_heads"]
        self._layers: int = config["num_hidden_layers"]
        self._epsilon = np.float32(config["layer_norm_eps"])
        self.size: int = config["hidden_size"]
        limits = _json(folder / "sentence_bert_config.json", {})
        tensors = weights_in(folder / "model.safetensors")
        self._weights = {name.removeprefix("bert."): weight for name, weight in tensors.items()}
        self.tokenizer = WordPiece(folder / "tokenizer.json")
        if self.tokenizer.size > len(self._weights["embeddings.word_embeddings.weight"]):
            raise ValueError("its tokenizer has more tokens than its weights")
        places = len(self._weights["embeddings.position_embeddings.weight"])
        self._longest = min(MAX_TOKENS, places, limits.get("max_seq_length") or MAX_TOKENS) - 2
        self.name = _name(folder)
        self.states([[]])  # what is missing shows now and not with the first question

    def tokens(self, text: str) -> list[int]:
        """The tokens of the text, as many as are read of it, without those that mark begin and end."""
        return self.tokenizer.tokens(text)[: self._longest]

    def states(self, texts: Sequence[Sequence[int]]) -> list[Vectors]:
        """Of each text, given as its tokens, the last layer's state of each token, begin and end included."""
        return [state for _, state in sorted(self._batches(texts), key=lambda found: found[0])]

    def _batches(self, texts: Sequence[Sequence[int]]) -> Iterator[tuple[int, Vectors]]:
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))  # alike lengths together: little padding
        while order:
            batch = [order.pop()]
            width = len(texts[batch[0]]) + 2
            while order and (len(batch) + 1) * width <= BATCH_TOKENS:
                batch.append(order.pop())
            begin, end = self.tokenizer.begin, self.tokenizer.end
            rows = [[begin, *texts[at], end, *[0] * (width - len(texts[at]) - 2)] for at in batch]
            lengths = [len(texts[at]) + 2 for at in batch]
            hidden = self._run(np.array(rows), np.arange(width) < np.array(lengths)[:, None])
            yield from ((at, hidden[row, : lengths[row]]) for row, at in enumerate(batch))

    def _run(self, tokens: Positions, mask: Flags) -> Vectors:
        hidden = self._embedded(tokens)
        for layer in range(self._layers):
            hidden = self._layer(f"encoder.layer.{layer}.", hidden, mask)
        return hidden

    def _embedded(self, tokens: Positions) -> Vectors:
        weights = self._weights
        words = weights["embeddings.word_embeddings.weight"][tokens]
        places = weights["embeddings.position_embeddings.weight"][: tokens.shape[1]]
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        return self._normed("embeddings.LayerNorm.", words + places + kind)

    def _layer(self, name: str, hidden: Vectors, mask: Flags) -> Vectors:
        attended = self._attended(f"{name}attention.self.", hidden, mask)
        attended = self._linear(f"{name}attention.output.dense.", attended)
        hidden = self._normed(f"{name}attention.output.LayerNorm.", hidden + attended)
        widened = _gelu(self._linear(f"{name}intermediate.dense.", hidden))
        return self._normed(f"{name}output.LayerNorm.", hidden + self._linear(f"{name}output.dense.", widened))

    def _attended(self, name: str, hidden: Vectors, mask: Flags) -> Vectors:
        count, width, size = hidden.shape
        split = (count, width, self._heads, size // self._heads)
        query, key, value = (
            self._linear(f"{name}{part}.", hidden).reshape(split).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2)
        scores /= np.float32(math.sqrt(split[3]))
        scores += np.where(mask, np.float32(0), np.float32(-1e9))[:, None, None, :]
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        return np.asarray((scores @ value).transpose(0, 2, 1, 3).reshape(hidden.shape))

    def _linear(self, name: str, values: Vectors) -> Vectors:
        flat = values.reshape(-1, values.shape[-1]) @ self._weights[f"{name}weight"].T
        flat += self._weights[f"{name}bias"]
        return np.asarray(flat.reshape(*values.shape[:-1], -1))

    def _normed(self, name: str, values: Vectors) -> Vectors:
        centred = values - values.mean(axis=-1, keepdims=True)
        variance = np.square(centred).mean(axis=-1, keepdims=True)
        centred /= np.sqrt(variance + self._epsilon)
        return np.asarray(centred * self._weights[f"{name}weight"] + self._weights[f"{name}bias"])


def _gelu(values: Vectors) -> Vectors:
    """The gate of BERT by its usual approximation (Hendrycks and Gimpel, 2016), within 0.001."""
    inner = np.square(values)
    inner *= np.float32(0.044715 * math.sqrt(2 / math.pi))
    inner += np.float32(math.sqrt(2 / math.pi))
    inner *= values
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= values
    inner *= np.float32(0.5)
    return inner


def _name(folder: Path) -> str:
    """What tells this model from others: a digest of its small files, and of the end of its weights."""
    found = blake2b(digest_size=16)
    for name in FILES:
        with (folder / name).open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TELLING))
            found.update(file.read())
    return found.hexdigest()


def _json(path: Path, default: dict[str, Any] | None = None) -> dict[str, Any]:
    if default is not None and not path.exists():
        return default
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
