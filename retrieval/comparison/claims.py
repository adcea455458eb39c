"""Does a sentence stand in the documents? Word for word, nearly so and where it differs, or not at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from rapidfuzz.distance import Indel

from retrieval.comparison.typography import level, pattern
from retrieval.documents.model import Document, Excerpt
from retrieval.index.back_end import BackEnd
from retrieval.query.understanding import understand
from retrieval.ranking.ranker import rank
from retrieval.synonyms.thesaurus import Synonyms
from retrieval.text.analysis import Analyzer
from retrieval.text.detection import language_of
from retrieval.text.languages import language
from retrieval.text.sentences import sentences
from retrieval.text.span import Span

MIN_ALIKE = 0.7
"""Share of the words, in order, that a sentence must have in common with a place to stand there nearly so, 0 to 1."""
CANDIDATES = 20
"""Passages that a sentence is compared with, best first."""

_WORD = re.compile(r"\w+(?:[.,:'’‑-]\w+)*|[^\w\s*`~]")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a sentence departs from its source: what it says, and what the source has. One of both may be "".

    It is `grave` where a number or a "not" is another one: the sentence says something else then.
    """

    said: str
    source: str
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence and what the documents have of it.

    `excerpt` is the place ("none": None); its highlights are what the sentence says otherwise or leaves out. A
    sentence that differs only in white space, or in the shape of quotation marks, dashes and emphasis, stands
    verbatim. One with a grave difference stands "otherwise"; grave `differences` come first.
    """

    sentence: str
    verdict: Literal["verbatim", "near", "otherwise", "none"]
    excerpt: Excerpt | None = None
    differences: tuple[Difference, ...] = ()


def check(text: str, documents: Sequence[Document], index: BackEnd, analyzer: Analyzer) -> tuple[Checked, ...]:
    """Each sentence of the text, in order, held against all documents."""
    if not text.strip():
        return ()
    spans = sentences(text, Span(0, len(text)), language_of(text))
    return tuple(
        _checked(span.of(text), documents, index, analyzer) for span in spans if re.search(r"\w", span.of(text))
    )


def _checked(sentence: str, documents: Sequence[Document], index: BackEnd, analyzer: Analyzer) -> Checked:
    query = understand(sentence, index.vocabulary, Synonyms(), analyzer)
    order = rank(query, index).order if query.terms else ()
    passages = [index.passages[at] for at in islice(order, CANDIDATES)]
    likely = {one.id: one for one in (index.units[passage.first].document for passage in passages)}
    if place := _verbatim(sentence, [*likely.values(), *documents]):
        return Checked(sentence, "verbatim", place)
    # Every run of units inside the passages is a place that the sentence may stem from.
    runs = {
        (first, last) for p in passages for first in range(p.first, p.last) for last in range(first + 1, p.last + 1)
    }
    said = _words(sentence)
    best, alike = None, MIN_ALIKE
    for first, last in sorted(runs):
        document = index.units[first].document
        span = Span(index.units[first].span.start, index.units[last - 1].span.end)
        source = _words(span.of(document.text))
        share = Indel.normalized_similarity(said, source, score_cutoff=alike)
        if share > alike or (share == alike and best is None and share > 0):
            best, alike = (document, span), share
    return _compared(sentence, *best) if best else Checked(sentence, "none")


def _verbatim(sentence: str, documents: Sequence[Document]) -> Excerpt | None:
    """The first place of exactly these words, whole ones, whatever white space and typography is between them."""
    sought = pattern(sentence)
    rarest = max(re.findall(r"[^\W_]+", sentence), key=len, default="")
    for document in documents:
        # looking for one word first is many times faster where it does not stand
        if rarest in document.text and (found := sought.search(document.text)):
            return Excerpt(document, Span(*found.span()))
    return None


def _compared(sentence: str, document: Document, span: Span) -> Checked:
    said = list(_WORD.finditer(sentence))
    source = list(_WORD.finditer(document.text, span.start, span.end))
    differences, marked = [], []
    denials = language(document.language).denials
    for own, other in _departures([level(m.group()) for m in said], [level(m.group()) for m in source]):
        here = sentence[said[own.start].start() : said[own.stop - 1].end()] if own else ""
        there = Span(source[other.start].start(), source[other.stop - 1].end()) if other else None
        has = there.of(document.text) if there else ""
        is_grave = any(_NUMBER.search(one) or (denials.search(one) is not None) for one in {here, has} if here != has)
        differences.append(Difference(here, has, is_grave))
        marked += [there] if there else []
    differences.sort(key=lambda one: not one.grave)
    verdict: Literal["near", "otherwise"] = "otherwise" if any(one.grave for one in differences) else "near"
    return Checked(sentence, verdict, Excerpt(document, span, highlights=tuple(marked)), tuple(differences))


def _words(text: str) -> list[str]:
    return [level(word.casefold()) for word in _WORD.findall(text)]


def _departures(said: list[str], source: list[str]) -> Iterator[tuple[range, range]]:
    """The runs of words, by position, that differ."""
    at = other = 0
    # A run of deletions and insertions on end is one difference.
    for block in Indel.opcodes(said, source).as_matching_blocks():
        if at < block.a or other < block.b:
            yield range(at, block.a), range(other, block.b)
        at, other = block.a + block.size, block.b + block.size
