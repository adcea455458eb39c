"""What does a model bring? Sentence embeddings alone, behind BM25, and behind Quoth; where a model is at hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.quality.baselines import Method, Scores, method, stemmed_bm25, windows
from benchmarks.quality.collections import Collection
from retrieval import Librarian, ModelError, RetrievalSettings, SemanticReranker
from retrieval.arrays import Vectors
from retrieval.encoder.bert import Bert

CANDIDATES = 100

WITH_MODEL = "Quoth with the model"
SKIPPED = "Sentence embeddings were skipped"


def neural(collection: Collection, model: Path) -> Mapping[str, Method]:
    """The methods with this model, by name. Embeds every window first. Raises ModelError."""
    reranker = SemanticReranker.open(model)
    encoder = Bert(model)
    cut = windows(collection)
    texts = [window.text for window in cut]
    by_words = stemmed_bm25(texts)
    embedded = embeddings(encoder, texts)

    def by_meaning(question: str) -> Scores:
        near = embedded @ embeddings(encoder, [question])[0]
        return np.asarray(near + 1, dtype=np.float64)  # above 0: everything matches a little

    def re_scored(question: str) -> Scores:
        words = by_words(question)
        first = [at for at in np.argsort(-words, kind="stable")[:CANDIDATES] if words[at] > 0]
        scores = np.zeros(len(words))
        if first:
            scores[first] = words[first] / words.max() + by_meaning(question)[first]
        return scores

    quoth = Librarian.open(collection.folder, RetrievalSettings(), reranker=reranker)
    reranker.learn(quoth.units())
    return {
        WITH_MODEL: quoth.ask,
        "sentence embeddings": method(by_meaning, cut),
        f"BM25, first {CANDIDATES} re-scored by embeddings": method(re_scored, cut),
    }


def embeddings(encoder: Bert, texts: Sequence[str]) -> Vectors:
    """A row of length 1 for each text: the mean of its tokens' states (Reimers and Gurevych, "Sentence-BERT", 2019)."""
    states = encoder.states([encoder.tokens(text) for text in texts])
    means = np.array([state.mean(axis=0) for state in states])
    return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True))


def refusal(model: Path | None) -> str:
    """Why there is nothing with a model, in a sentence; "" if there is no reason."""
    if not model:
        return f"{SKIPPED}: neither --model nor an installed package names one."
    try:
        SemanticReranker.open(model)
    except ModelError as error:
        return f"{SKIPPED}: {error}"
    return ""
