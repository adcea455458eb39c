"""Which knobs does retrieval have? One frozen value, checked when it is made."""

from dataclasses import dataclass

from retrieval.bm25.formula import K1, B, Bm25, Variant


@dataclass(frozen=True, slots=True)
class RetrievalSettings:
    """How the corpus is searched. Raises ValueError where a value is out of its range."""

    k1: float = K1
    """Saturation of repeated words in BM25, 0 or more."""
    b: float = B
    """How much a long passage is held against it in BM25, 0 to 1."""
    variant: Variant = "okapi"
    """Which BM25: `okapi`, `l` or `plus`, as the package rank-bm25 has them."""
    delta: float = 0.0
    """What a word adds however long the passage is, 0 or more; only for l and plus."""
    answer_threshold: float = 0.62
    """Confidence from which an answer is given, 0 to 1; below it the closest passages are shown, where any is near."""
    short_answers: bool = False
    """Whether answers are single sentences of 60 words together, instead of passages of about 60 words each."""
    max_file_mb: float = 20.0
    """A larger file is skipped, in megabytes of 10^6 bytes, above 0."""
    include: tuple[str, ...] = ()
    """Patterns as in .gitignore: only files that fit one are read; () for all."""
    exclude: tuple[str, ...] = ()
    """Patterns as in .gitignore: files that fit one are not read."""
    processes: int = 1
    """Processes at most that read and index many files at once, 1 or more; see `retrieval.workers` before more."""

    def __post_init__(self) -> None:
        Bm25(self.variant, self.k1, self.b, self.delta)
        if not 0 <= self.answer_threshold <= 1:
            raise ValueError("answer_threshold must be between 0 and 1")
        if self.max_file_mb <= 0:
            raise ValueError("max_file_mb must be above 0")
        if self.processes < 1:
            raise ValueError("processes must be 1 or more")

    @property
    def formula(self) -> Bm25:
        """How a word speaks for a passage."""
        return Bm25(self.variant, self.k1, self.b, self.delta)
