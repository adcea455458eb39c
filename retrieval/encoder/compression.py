"""How do token states come into little room? As 64 numbers of a byte each, instead of some hundred floats.

Angles between states survive a projection onto directions drawn by chance (Johnson and Lindenstrauss, 1984; with signs
alone: Achlioptas, "Database-friendly random projections", 2003).
"""

from collections.abc import Sequence
import numpy as np

from retrieval.arrays import Vectors
from retrieval.encoder.state_store import States

SIZE = 64
"""Numbers of a state that are kept."""
STEPS = 127
"""Steps of a number to either side."""
SEED = 64


class Compression:
    """Brings states of `size` numbers into little room. Immutable, the same at every start."""

    def __init__(self, size: int) -> None:
        signs = np.random.default_rng(SEED).choice(np.array([-1, 1], dtype=np.float32), (size, SIZE))
        self._directions: Vectors = signs

    def asked(self, states: Vectors) -> Vectors:
        """The states of a question: their product with kept ones is how near they are, -1 to 1."""
        return np.asarray(self._projected(states) / np.float32(STEPS))

    def kept(self, states: Vectors) -> States:
        """The states as they are kept."""
        return np.rint(self._projected(states) * np.float32(STEPS)).astype(np.int8)

    def _projected(self, states: Vectors) -> Vectors:
        found = states @ self._directions
        return np.asarray(found / np.linalg.norm(found, axis=-1, keepdims=True))
