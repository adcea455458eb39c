"""Does a sentence stand in the documents? Word for word, nearly so and where it differs, or not at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Literal

import numpy as np
from rapidfuzz.distance import Indel

from retrieval.arrays import Positions
from retrieval.comparison.typography import level, pattern
from retrieval.deadline import Deadline
from retrieval.documents.model import Document, Excerpt
from retrieval.documents.unit import Passage
from retrieval.index.back_end import BackEnd
from retrieval.query.understanding import Query, understand
from retrieval.ranking.scoring import all_scores
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
_OPENING = re.compile(r"[^\W_]+(?=\s)")
"""The word that a sentence begins with, where no mark of emphasis may stand in the midst of it."""


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
    verbatim. One with a grave difference stands "otherwise"; grave `differences` come first. Where time was up before
    it was looked at, it is "unchecked".
    """

    sentence: str
    verdict: Literal["verbatim", "near", "otherwise", "none", "unchecked"]
    excerpt: Excerpt | None = None
    differences: tuple[Difference, ...] = ()


def check(
    text: str, documents: Sequence[Document], index: BackEnd, analyzer: Analyzer, deadline: Deadline | None = None
) -> tuple[Checked, ...]:
    """Each sentence of the text, in order, held against all documents."""
    if not text.strip():
        return ()
    spans = sentences(text, Span(0, len(text)), language_of(text))
    said = [span.of(text) for span in spans if re.search(r"\w", span.of(text))]
    told = [_checked(one, documents, index, analyzer) for one in (deadline or Deadline()).within(said)]
    return (*told, *(Checked(one, "unchecked") for one in said[len(told) :]))


def _checked(sentence: str, documents: Sequence[Document], index: BackEnd, analyzer: Analyzer) -> Checked:
    query = understand(level(sentence), index.vocabulary, Synonyms(), analyzer, mends=False)
    if place := _verbatim(sentence, _with_all_words(query, documents, index)):
        return Checked(sentence, "verbatim", place)
    passages = _nearest(query, index)
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


def _nearest(query: Query, index: BackEnd) -> list[Passage]:
    """The passages of the best BM25, best first."""
    if not query.terms:
        return []
    scores = all_scores(index.by_passage, query.terms)
    found = np.flatnonzero(scores)
    if len(found) > CANDIDATES:
        found = found[np.argpartition(-scores[found], CANDIDATES)[:CANDIDATES]]
    return [index.passages[at] for at in found[np.argsort(-scores[found], kind="stable")]]


def _with_all_words(query: Query, documents: Sequence[Document], index: BackEnd) -> Sequence[Document]:
    """The documents that have every word of the sentence, as their inverted lists tell."""
    places: Positions | None = None
    for term in query.terms:
        # a word may have another term in another language, and each of a phrase has to be there
        found = [
            reduce(np.intersect1d, (index.documents_of(index.by_unit.scores(one)[0]) for one in phrase))
            for phrase, weight in term.variants.items()
            if weight >= 1 or phrase == term.own
        ]
        has_it = np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)
        places = has_it if places is None else np.intersect1d(places, has_it)
        if not len(places):
            return ()
    if places is None:
        return documents
    return [documents[at] for at in places if at < len(documents)]


def _verbatim(sentence: str, documents: Sequence[Document]) -> Excerpt | None:
    """The first place of exactly these words, whole ones, whatever white space and typography is between them."""
    words = sorted(set(re.findall(r"[^\W_]+", sentence)), key=len, reverse=True)
    # looking for the words first is many times faster than the pattern where one of them does not stand
    likely = [document for document in documents if all(word in document.text for word in words)]
    if not likely:
        return None
    exact = re.compile(rf"(?<!\w){re.escape(sentence)}(?!\w)")
    sought: re.Pattern[str] | None = None
    opening = _OPENING.match(sentence)
    for document in likely:
        # as it was typed it is found at once, and making the pattern of every other shape takes long
        if found := _at(sentence, exact, document.text):
            return Excerpt(document, Span(*found.span()))
        sought = sought or pattern(sentence)
        found = _at(opening[0], sought, document.text) if opening else sought.search(document.text)
        if found:
            return Excerpt(document, Span(*found.span()))
    return None


def _at(beginning: str, sought: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match, which begins so: only these places are looked at, many times faster than each sign."""
    at = text.find(beginning)
    while at >= 0:
        if found := sought.match(text, at):
            return found
        at = text.find(beginning, at + 1)
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
