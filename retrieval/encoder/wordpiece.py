"""Which tokens does a model read of a text? WordPiece, as the file tokenizer.json of BERT models describes it.

Source: Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers", NAACL 2019; Schuster and Nakajima,
"Japanese and Korean Voice Search", ICASSP 2012. The package tokenizers, which gives the same, brings ten others and
42 MB along.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.arrays import Vectors

WORDS_REMEMBERED = 50_000
"""Words whose pieces are remembered: more than most corpora have."""
SHARE_OF_FIRST, MOST = 1.5, 0.5
"""The word of rank r stands in about 1.5 / r of the sentences of English: in 6 % / r of their places (Zipf), and a
sentence has some 25 of them; and none in more than half, as far as it counts here."""
_IDEOGRAPHS = re.compile(
    "([\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002a6df\U0002a700-\U0002b73f\U0002b740-\U0002b81f"
    "\U0002b920-\U0002ceaf\uf900-\ufaff\U0002f800-\U0002fa1f])"
)
"""What BERT takes for a word of its own (`_is_chinese_char` of google-research/bert, tokenization.py)."""


class WordPiece:
    """Makes numbers of tokens out of texts. Immutable, safe to share between threads."""

    def __init__(self, path: Path) -> None:
        """Read a tokenizer.json. Raises OSError, KeyError, or ValueError where it describes another tokenizer."""
        about: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        model, normalizer = about["model"], about.get("normalizer") or {}
        kinds = (model.get("type", "WordPiece"), normalizer.get("type"), about["pre_tokenizer"]["type"])
        if kinds != ("WordPiece", "BertNormalizer", "BertPreTokenizer"):
            raise ValueError(f"only tokenizers of BERT are run (WordPiece), not {kinds[0]}")
        self._numbers: Mapping[str, int] = model["vocab"]
        self._unknown = self._numbers[model["unk_token"]]
        self._inside: str = model["continuing_subword_prefix"]
        self._longest: int = model["max_input_chars_per_word"]
        self._lower: bool = normalizer["lowercase"]
        accents = normalizer["strip_accents"]
        self._bare: bool = self._lower if accents is None else accents
        self._apart: bool = normalizer["handle_chinese_chars"]
        self.begin, self.end = self._numbers["[CLS]"], self._numbers["[SEP]"]
        self.shares = self._estimated_shares()
        self._pieces_of = lru_cache(WORDS_REMEMBERED)(self._split)

    def _estimated_shares(self) -> Vectors:
        """Of each token the share of all sentences that have it, as far as its place in the vocabulary tells.

        Vocabularies are in the order of frequency, which falls with the rank (Zipf). A token that is a mark or a single
        letter stands outside of that order, and tells nothing.
        """
        bare = ((token.removeprefix(self._inside), number) for token, number in self._numbers.items())
        words = sorted(number for token, number in bare if len(token) > 1 and token.isalpha())
        found = np.full(len(self._numbers), MOST, dtype=np.float32)
        found[words] = np.minimum(MOST, SHARE_OF_FIRST / np.arange(1, len(words) + 1))
        return found

    @property
    def size(self) -> int:
        """How many tokens there are."""
        return len(self._numbers)

    def tokens(self, text: str) -> list[int]:
        """The tokens of the text by number, without those that mark begin and end."""
        return [piece for word in _words(self._normal(text)) for piece in self._pieces_of(word)]

    def _normal(self, text: str) -> str:
        text = "".join(map(_cleaned, text)) if not text.isascii() or not text.isprintable() else text
        if self._apart and not text.isascii():
            text = _IDEOGRAPHS.sub(r" \1 ", text)
        if self._bare and not text.isascii():
            text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
        # one letter at a time, as the tokenizer was trained: a final sigma stays as it would be anywhere
        return (text.lower() if text.isascii() else "".join(map(str.lower, text))) if self._lower else text

    def _split(self, word: str) -> tuple[int, ...]:
        """The longest pieces from the left; a word with a part that is none is unknown as a whole."""
        if len(word) > self._longest:
            return (self._unknown,)
        pieces = []
        start = 0
        while start < len(word):
            prefix = self._inside if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(prefix + word[start:end])
                if number is not None:
                    pieces.append(number)
                    start = end
                    break
            else:
                return (self._unknown,)
        return tuple(pieces)


def _cleaned(letter: str) -> str:
    if letter in "\t\n\r":
        return " "
    if letter == "\ufffd" or unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs"):
        return ""
    return " " if letter.isspace() else letter


@lru_cache(4096)
def _is_sign(letter: str) -> bool:
    if letter.isascii():
        return letter.isprintable() and not letter.isalnum() and letter != " "
    return unicodedata.category(letter)[0] == "P"


def _words(text: str) -> Iterator[str]:
    """Words, and each punctuation mark by itself."""
    for word in text.split():
        if word.isalnum():
            yield word
            continue
        start = 0
        for at, letter in enumerate(word):
            if _is_sign(letter):
                if start < at:
                    yield word[start:at]
                yield letter
                start = at + 1
        if start < len(word):
            yield word[start:]
