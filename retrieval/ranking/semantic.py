"""Which of the best passages mean what was asked, in other words? Late interaction over token states.

Of each token of the question the most similar token of the passage counts, by how telling it is: a word finds one of
near meaning, each read in its sentence. Source: Khattab and Zaharia, "ColBERT: Efficient and Effective Passage Search
via Contextualized Late Interaction over BERT", SIGIR 2020; here with a model that was trained for whole sentences.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain, takewhile
from pathlib import Path, PurePosixPath

import numpy as np

from retrieval.arrays import Floats, Vectors
from retrieval.documents.unit import Unit
from retrieval.encoder.bert import Bert
from retrieval.encoder.compression import Compression, States
from retrieval.encoder.state_store import StateStore, digest
from retrieval.errors import ModelError
from retrieval.progress import Progress, one_by_one
from retrieval.ranking.reranker import RankedPassage

WEIGHT = 4.0
"""What a passage that says the same gets beside one that says nothing of it, as so many times the best score of the
words. On the development collections 5 finds the same within a point."""
IMAGINED = 300
"""Sentences of English that are imagined beside those of the documents, so that what is rare in a few is not taken for
telling."""
FEW = 10
"""Passages that are looked at while the states of most sentences are not known. Nearly all of the gain is there."""
NEW = 24
"""Texts that are read for one question at most, beyond those of the first few passages."""
BATCH = 64
"""Texts that are read at once in the background: about a second of one core."""
KEEP_EVERY = 4096
"""Texts after which what was read in the background is written down."""
SAMPLE = 2_000
"""Texts, drawn evenly from all, whose states show the directions by which all are kept. With 1,000 as much is found as
with all; with 200 documentation loses up to 9 points."""
ASKED = 128
"""Questions whose states are remembered."""


class SemanticReranker:
    """Puts passages of near meaning first. Safe to share between threads."""

    def __init__(self, encoder: Bert, store: StateStore, *, few_only: bool = False) -> None:
        """`few_only` bounds memory and disk: no states are kept, and the first ten passages alone are looked at."""
        self._encoder = encoder
        self._store = store
        self._few_only = few_only
        self._asked = lru_cache(ASKED)(self._read_question)

    @classmethod
    def open(cls, model: Path, *, kept_in: Path | None = None, few_only: bool = False) -> "SemanticReranker":
        """The re-ranker with the model of this folder, with the states that are `kept_in` another.

        Raises ModelError, with a remedy, where the model cannot be used.
        """
        try:
            encoder = Bert(model)
        except FileNotFoundError as error:
            raise ModelError(str(model), f"there is no {error.filename}") from error
        except KeyError as error:
            raise ModelError(str(model), f"it lacks {error.args[0]}") from error
        except (OSError, ValueError, TypeError) as error:
            raise ModelError(str(model), str(error)) from error
        return cls(
            encoder, StateStore(None if few_only else kept_in, encoder.name, encoder.tokenizer.size), few_only=few_only
        )

    @property
    def known(self) -> int:
        """How many sentences and headings were read for good."""
        return len(self._store)

    def scores(self, question: str, passages: Sequence[RankedPassage]) -> list[float]:
        """The score of each passage's words, and with it how near it comes to the question.

        It is added to the scores as they are, on their own scale. Passages whose states are not known, and are too many
        to be read now, stay in order behind those that were looked at.
        """
        words = np.array([passage.score for passage in passages])
        texts = list(map(_texts, passages))
        deep = self._depth(texts)
        near = self._nearness(question, texts[:deep])
        total = words.copy()
        total[:deep] += WEIGHT * words.max() * near
        total[deep:] = np.minimum(words[deep:], total[:deep].min())
        return total.tolist()  # type: ignore[no-any-return]

    def nearness(self, question: str, passage: RankedPassage) -> float:
        """How near the passage comes to the question, about 0 to 1: 1 where it says all of it in its words."""
        return float(self._nearness(question, [_texts(passage)])[0])

    def learn(
        self,
        units: Iterable[Unit],
        progress: Progress = one_by_one,
        is_over: Callable[[], bool] = lambda: False,
    ) -> int:
        """Reads the sentences that are not known yet, and keeps their states; gives how many there were.

        It takes some minutes for 5,000 passages, and may be ended at any time: what was read is kept.
        """
        if self._few_only:
            return 0
        texts = {digest(text): text for unit in units for text in (unit.text, _above(unit))}
        live = np.sort(np.fromiter(texts, np.uint64, len(texts)))
        if self._store.compression.directions is None and texts:
            keys = live[:: -(-len(live) // SAMPLE)].tolist()  # digests are in an order by chance
            sample = [[texts[key] for key in keys[at : at + BATCH]] for at in range(0, len(keys), BATCH)]
            reading = takewhile(lambda _: not is_over(), progress(sample, "Getting to know the language"))
            states = (self._encoder.states(list(map(self._encoder.tokens, batch))) for batch in reading)
            fitted = Compression.fitted(chain.from_iterable(states))
            if is_over():
                return 0
            self._store = self._store.compressed(fitted)
        for key in self._store.known(texts):
            del texts[key]
        read = 0
        left = list(texts)
        batches = [left[at : at + BATCH] for at in range(0, len(left), BATCH)]
        for batch in progress(batches, "Reading for meaning"):
            if is_over():
                break
            tokens = [self._encoder.tokens(texts[key]) for key in batch]
            self._store.put(self._read(self._store, batch, tokens), tokens)
            read += len(batch)
            if read % KEEP_EVERY < BATCH:
                self._store.keep(live)
        self._store.keep(live)
        return read

    def _depth(self, passages: Sequence[Sequence[str]]) -> int:
        """How many of the first passages, given as their texts, are looked at."""
        if self._few_only:
            return min(FEW, len(passages))
        few = {text for passage in passages[:FEW] for text in passage}
        others = {text for passage in passages[FEW:] for text in passage} - few
        known = self._store.known(map(digest, others))
        return len(passages) if len(others) - len(known) <= NEW else min(FEW, len(passages))

    def _nearness(self, question: str, passages: Sequence[Sequence[str]]) -> Floats:
        tokens, asked = self._asked(question)
        if not tokens:
            return np.zeros(len(passages))
        store = self._store  # another one takes its place when directions are found
        states = self._states(store, chain.from_iterable(passages))
        rows = {text: row for row, text in enumerate(states)}
        begins = np.cumsum([0, *map(len, states.values())])[:-1]
        similar = np.concatenate(list(states.values())).astype(np.float32) @ store.compression.asked(asked).T
        best = np.maximum.reduceat(similar, begins, axis=0)
        found = [best[[rows[text] for text in passage]].max(axis=0) for passage in passages]
        return np.asarray(np.array(found) @ self._weights(store, tokens), dtype=np.float64)

    def _states(self, store: StateStore, texts: Iterable[str]) -> dict[str, States]:
        """The states of the texts, each once; those that are not known are read now."""
        keys = {digest(text): text for text in texts}
        found = store.get(keys)
        missing = {key: text for key, text in keys.items() if key not in found}
        if missing:
            read = self._read(store, list(missing), [self._encoder.tokens(text) for text in missing.values()])
            store.remember(read)
            found |= read
        return {text: found[key] for key, text in keys.items()}

    def _read(self, store: StateStore, keys: Sequence[int], tokens: Sequence[Sequence[int]]) -> dict[int, States]:
        states = self._encoder.states(tokens)
        return {key: store.compression.kept(state) for key, state in zip(keys, states, strict=True)}

    def _read_question(self, question: str) -> tuple[list[int], Vectors]:
        """The tokens of the question and the state of each."""
        tokens = self._encoder.tokens(question)
        (state,) = self._encoder.states([tokens])
        return tokens, state[1:-1]

    def _weights(self, store: StateStore, tokens: Sequence[int]) -> Floats:
        """How telling each of the tokens is, above 0, together 1: by the sentences that have it (idf)."""
        counts = store.counts
        expected = IMAGINED * self._encoder.tokenizer.shares[tokens]
        weights = np.log1p((counts.texts + IMAGINED) / (counts.tokens[tokens] + expected))
        return np.asarray(weights / weights.sum(), dtype=np.float64)


def _texts(passage: RankedPassage) -> list[str]:
    """What is read of a passage: its units, and what stands above them."""
    return [*(unit.text for unit in passage.units), _above(passage.units[0])]


def _above(unit: Unit) -> str:
    """Title and headings, in which a page names its subject more often than in its sentences."""
    document = unit.document
    title = document.title or _name(document.id)
    return " ".join([title, *(heading.of(document.text) for heading in unit.block.headings)])


@lru_cache(1024)
def _name(document_id: str) -> str:
    return re.sub(r"[-_]", " ", PurePosixPath(document_id).stem)
