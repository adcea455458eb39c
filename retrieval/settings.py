"""Which knobs does retrieval have? One frozen value, checked when it is made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RetrievalSettings:
    """How the corpus is searched. Raises ValueError where a value is out of its range."""

    k1: float = 0.9
    """Saturation of repeated words in BM25, 0 or more."""
    b: float = 0.4
    """How much a long passage is held against it in BM25, 0 to 1."""
    answer_threshold: float = 0.5
    """Confidence from which an answer is given, 0 to 1; below it only the nearest passages are shown."""
    short_answers: bool = False
    """Whether answers are single sentences of 60 words together, instead of passages of about 60 words each."""
    max_file_mb: float = 20.0
    """A larger file is skipped, in megabytes of 10^6 bytes, above 0."""

    def __post_init__(self) -> None:
        if self.k1 < 0:
            raise ValueError("k1 must be 0 or more")
        if not 0 <= self.b <= 1:
            raise ValueError("b must be between 0 and 1")
        if not 0 <= self.answer_threshold <= 1:
            raise ValueError("answer_threshold must be between 0 and 1")
        if self.max_file_mb <= 0:
            raise ValueError("max_file_mb must be above 0")
