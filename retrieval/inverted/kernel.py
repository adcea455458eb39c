"""Who searches a segment: numpy, or numba's compiled code? The same results either way."""

import importlib.util
import threading
from typing import Literal

from retrieval.inverted import searching
from retrieval.inverted.index import Best

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
        from retrieval.inverted import kernels  # takes half a second, and needs numba

        self.best = kernels.best
