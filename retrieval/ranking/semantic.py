"""Which of the best passages mean what was asked, in other words? The first hundred re-scored by sentence embeddings.

An extra: it needs two small packages and a model in a folder. Sentences are embedded when they first come among the
hundred and then remembered, so that the same corpus answers faster with every question.
"""

import re
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from threading import Lock

import numpy as np

from retrieval.arrays import Floats
from retrieval.documents.unit import Unit
from retrieval.errors import ModelError
from retrieval.ranking.reranker import RankedPassage
from retrieval.ranking.sentence_encoder import Bert, Vectors
from retrieval.text.span import Span

WEIGHT = 2.0
"""Weight of the nearness of meaning beside the score of the words, both counted in standard deviations. On the
development collections, 1.5 finds the same within half a point."""
REMEMBERED = 100_000
"""Texts whose embeddings are kept, at most, two of a sentence; about 1.5 kB each for a model of 384 dimensions."""
HUB = "hub:"
"""Before the name of a model that is to be fetched from the Hugging Face hub."""


class SemanticReranker:
    """Puts passages of near meaning first. Safe to share between threads."""

    def __init__(self, encoder: Bert) -> None:
        self._encoder = encoder
        self._remembered: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    @classmethod
    def open(cls, model: str) -> "SemanticReranker":
        """The re-ranker with the model of this folder; or of the hub, where that is asked for: `hub:owner/name`.

        Nothing is fetched for a folder. Raises ModelError, with a remedy, where the model cannot be used.
        """
        try:
            return cls(Bert(_fetched(model.removeprefix(HUB)) if model.startswith(HUB) else Path(model)))
        except ImportError as error:
            raise ModelError(model, "the extra `semantic` is not installed (README.md says how)") from error
        except FileNotFoundError as error:
            raise ModelError(model, f"there is no {error.filename}") from error
        except KeyError as error:
            raise ModelError(model, f"it lacks {error.args[0]}") from error
        except Exception as error:  # the packages of the extra raise bare exceptions of their own
            raise ModelError(model, str(error)) from error

    def scores(self, question: str, passages: Sequence[RankedPassage]) -> list[float]:
        """The score of each passage's words, and with it how near it comes to the question.

        A passage's nearness is that of its nearest sentence, plus that of its sentences together, each read below its
        title and heading. It is added to the scores as they are, on their own scale. Measured on the development
        collections: whole passages embedded at once cost more and find less.
        """
        near = self._nearness(question, passages)
        words = np.array([passage.score for passage in passages])
        return list(words + WEIGHT * words.std() * (near - near.mean()) / (near.std() or 1.0))

    def _nearness(self, question: str, passages: Sequence[RankedPassage]) -> Floats:
        units = {_place(unit): unit for passage in passages for unit in passage.units}
        alone = dict(zip(units, self.vectors([unit.text for unit in units.values()]), strict=True))
        placed = dict(zip(units, self.vectors(list(map(_below_its_title, units.values()))), strict=True))
        asked = self._encoder.encode([question])[0]
        near = []
        for passage in passages:
            places = [_place(unit) for unit in passage.units]
            together = np.sum([placed[place] for place in places], axis=0)
            best = max(float(alone[place] @ asked) for place in places)
            near.append(best + float(together @ asked) / float(np.linalg.norm(together)))
        return np.array(near)

    def vectors(self, texts: Sequence[str]) -> list[Vectors]:
        """The embedding of each text, of length 1; those asked for last are remembered."""
        with self._lock:
            found = {text: self._remembered[text] for text in texts if text in self._remembered}
        new = [text for text in dict.fromkeys(texts) if text not in found]
        found |= zip(new, self._encoder.encode(new), strict=True)
        with self._lock:
            for text, vector in found.items():
                self._remembered[text] = vector
                self._remembered.move_to_end(text)
            while len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)
        return [found[text] for text in texts]


def _place(unit: Unit) -> tuple[str, Span]:
    return unit.document.id, unit.span


def _below_its_title(unit: Unit) -> str:
    """What the unit is about, and the unit: sentences name their subject less often than titles do."""
    document = unit.document
    title = document.title or re.sub(r"[-_]", " ", PurePosixPath(document.id).stem)
    heading = "".join(f" {heading.of(document.text)}" for heading in unit.block.headings[-1:])
    return f"{title}{heading}: {unit.text}"


def _fetched(name: str) -> Path:
    """The folder of a model of the hub, fetched the first time."""
    from huggingface_hub import snapshot_download  # a package of the extra

    return Path(snapshot_download(name, allow_patterns=["*.json", "*/config.json", "model.safetensors"]))
