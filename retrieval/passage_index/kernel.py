"""Who searches a segment: numpy, or numba's compiled code? The same results either way."""

import importlib.util
import threading
from typing import Literal

from retrieval.bm25.builder import segment_of
from retrieval.bm25.formula import Bm25
from retrieval.bm25.inverted_index import Best, InvertedIndex
from retrieval.passage_index import top_k as searching

Kernels = Literal["numpy", "numba"]


class Searcher:
    """Holds the function that searches a segment, as `best`.

    Where numba is installed and nothing else is wanted, numpy answers until the compiled code is loaded, so that the
    first question does not wait for it.
    """

    def __init__(self, kernels: Kernels | None = None) -> None:
        """Raises ImportError if numba's kernels are wanted and it is not installed."""
        self.best: Best = searching.best
        if kernels == "numba":
            self._load()
        elif kernels is None and importlib.util.find_spec("numba"):
            threading.Thread(target=self._load, daemon=True).start()

    def _load(self) -> None:
        from retrieval.passage_index import top_k_numba as kernels  # takes half a second, and needs numba

        # The first search of all compiles for some seconds, a later process loads what was compiled.
        InvertedIndex(Bm25(), (segment_of([["a"]], Bm25()),)).search(["a"], 1, kernels.best)
        self.best = kernels.best
