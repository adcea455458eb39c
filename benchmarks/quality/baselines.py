"""What do others do? Well-known ways of searching, each over windows of three sentences, as answers like Quoth's own.

None knows roles or headings; each shows its three best windows that do not overlap, and answers whatever matches.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import islice

import numpy as np
import numpy.typing as npt
import Stemmer
from rank_bm25 import BM25Okapi

from benchmarks.quality.collections import Collection
from retrieval import Answer, Document, Excerpt, Span
from retrieval.text.languages.english import LANGUAGE as ENGLISH
from retrieval.text.sentences import sentences

SENTENCES = 3
EXCERPTS = 3

_PARAGRAPH = re.compile(r"\S.*(?:\n(?=.*\S).*)*")

Scores = npt.NDArray[np.float64]
Scorer = Callable[[str], Scores]
"""The score of every window for a question; 0 without a match."""


Method = Callable[[str], Answer]
"""A way of answering a question."""


def windows(collection: Collection) -> list[Excerpt]:
    """Three sentences from each sentence on, within a paragraph."""
    found: list[Excerpt] = []
    for name, text in collection.texts.items():
        document = Document(name, "", text, ())
        for paragraph in _PARAGRAPH.finditer(text):
            spans = list(sentences(text, Span(*paragraph.span()), ENGLISH))
            for first in range(len(spans)):
                last = min(first + SENTENCES, len(spans)) - 1
                found.append(Excerpt(document, Span(spans[first].start, spans[last].end)))
    return found


def lexical(collection: Collection) -> Mapping[str, Method]:
    """The baselines without a model, by name. Needs a moment to index."""
    cut = windows(collection)
    texts = [window.text for window in cut]
    scorers: dict[str, Scorer] = {
        "rank-bm25, lower().split()": _rank_bm25(texts, lambda text: text.lower().split()),
        "rank-bm25, stop words, Snowball": _rank_bm25(texts, _stems),
        "the same, k1 0.9, b 0.4": stemmed_bm25(texts),
    }
    if find_spec("tantivy"):
        scorers["tantivy, en_stem"] = _tantivy(texts)
    return {name: method(scorer, cut) for name, scorer in scorers.items()}


def stemmed_bm25(texts: Sequence[str]) -> Scorer:
    """The best of the plain ones: stop words, Snowball, constants for short texts."""
    return _rank_bm25(texts, _stems, k1=0.9, b=0.4)


def method(scorer: Scorer, cut: Sequence[Excerpt]) -> Method:
    """The best windows by these scores."""

    def ask(question: str) -> Answer:
        scores = scorer(question)
        order = (cut[at] for at in np.argsort(-scores, kind="stable") if scores[at] > 0)
        excerpts = tuple(islice(_apart(order), EXCERPTS))
        return Answer(question, "answer" if excerpts else "none", float(scores.max(initial=0.0)), excerpts)

    return ask


def _apart(order: Iterable[Excerpt]) -> Iterator[Excerpt]:
    """Those that overlap with none before them."""
    chosen: list[Excerpt] = []
    for window in order:
        if not any(window.document.id == other.document.id and window.span.overlaps(other.span) for other in chosen):
            chosen.append(window)
            yield window


def _rank_bm25(texts: Sequence[str], split: Callable[[str], list[str]], **constants: float) -> Scorer:
    index = BM25Okapi([split(text) for text in texts], **constants)

    @lru_cache(maxsize=1000)
    def of_word(word: str) -> Scores:  # a sum over words, and the package counts the common ones anew each time
        return np.asarray(index.get_scores([word]))

    return lambda question: np.sum([of_word(word) for word in split(question)] or [np.zeros(len(texts))], axis=0)


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in re.findall(r"\w+", text.lower()) if word not in ENGLISH.function_words]


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return str(_SNOWBALL.stemWord(word))


_SNOWBALL = Stemmer.Stemmer("english")


def _tantivy(texts: Sequence[str]) -> Scorer:
    import tantivy  # a tool of the benchmark, not everywhere installed

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="en_stem")
    builder.add_unsigned_field("at", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(num_threads=1)
    for at, text in enumerate(texts):
        writer.add_document(tantivy.Document(text=text, at=at))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def scores(question: str) -> Scores:
        found = np.zeros(len(texts))
        query = index.parse_query(" ".join(re.findall(r"\w+", question.lower())), ["text"])
        for score, address in searcher.search(query, limit=100).hits:
            found[searcher.doc(address)["at"][0]] = score
        return found

    return scores
