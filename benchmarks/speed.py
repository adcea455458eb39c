"""How long does a question take? Quoth's whole answer beside a bare rank-bm25, question by question in turn."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from rank_bm25 import BM25Okapi

from benchmarks import generated
from retrieval import Document, Librarian, RetrievalSettings

SIZES = (100, 1_000, 5_000, 20_000)
QUESTIONS = 60
SEED = 7
HEAD = """
| passages | Quoth builds, s | bare builds, s | Quoth asks, p50 / p99 ms | bare asks, p50 / p99 ms | ratio of p50 |
|---|---|---|---|---|---|"""


def report(folder: Path = Path("seeds")) -> str:
    """A Markdown table: corpus size, time to build, and time a question for both; p50 and p99 in milliseconds.

    "bare" is what most small bots do: `text.lower().split()`, rank-bm25's `get_top_n`, nothing else. Quoth's time is
    the whole answer: the question understood, four levels ranked, excerpts with their places and highlights.
    """
    asked = generated.questions(folder, QUESTIONS, SEED)
    return "\n".join([HEAD.lstrip(), *(_row(generated.corpus(folder, size, SEED), size, asked) for size in SIZES)])


def _row(documents: Sequence[Document], size: int, asked: Sequence[str]) -> str:
    lines = [line for document in documents for line in document.text.split("\n")]
    librarian, building = _timed(lambda: Librarian(documents, (), RetrievalSettings()))
    bare, bare_building = _timed(lambda: BM25Okapi([_split(line) for line in lines]))
    ours, theirs = [], []
    for question in asked:
        ours.append(_timed(partial(librarian.ask, question))[1] * 1000)
        theirs.append(_timed(partial(bare.get_top_n, _split(question), lines, n=3))[1] * 1000)
    ratio = median(ours) / median(theirs)
    return f"| {size:,} | {building:.2f} | {bare_building:.2f} | {_p50_p99(ours)} | {_p50_p99(theirs)} | {ratio:.2f} |"


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def _split(text: str) -> list[str]:
    return text.lower().split()


def _p50_p99(times: list[float]) -> str:
    return f"{median(times):.2f} / {quantiles(times, n=100)[98]:.2f}"
