"""What in the documents is about a topic, and how much? First the pages and sections that are, then what they say.

A page or section is about a topic as far as its passages answer it, and as far as its title or heading says the same
words and no others: a page called "Dependencies with yield" is, one called "Refactoring to improve modularity and error
handling" is about more than error handling.

The constants were chosen on five topics over four folders of documentation: the key points covered, weighted by rank,
went from .30 to .50 (without what titles add .41, headings .41, the opening section .39), and on meetings by query
ROUGE-1 from 25.1 to 25.7; on two topics over five articles the key points fell from .80 to .76.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from retrieval.arrays import Floats, Positions
from retrieval.documents.unit import Unit
from retrieval.index.index import Index
from retrieval.query.understanding import Query
from retrieval.ranking.ranker import rank
from retrieval.ranking.scoring import all_scores, idf

BEST_SECTIONS = 3
"""Sections of a document whose mean tells how much of it is about the topic."""
ONE_SECTION = 0.7
"""What its best section alone tells, beside that mean."""
TITLE, HEADING = 2.0, 1.0
"""What a title, and a heading, that says just the topic adds to the worth of what stands below it, beside 1."""
PAGE, REST_OF_PAGE = 0.8, 0.4
"""How like the topic the title of a page is at least that counts with all its sections, and what those sections count
at least; 0 to 1."""
DOCUMENT_POWER, SECTION_POWER = 3.0, 1.0
"""Powers of what a document, and a section, counts beside the best."""
LEAST = 0.4
"""What a section must have of the best one's score to be looked at, 0 to 1, as long as there is a line in them."""
SECTIONS, UNITS = 60, 1200
"""Sections that are looked at, at most, the best ones; and units, of more a quarter as many and what is around them."""
BEFORE, AFTER = 3, 2
"""Units before and behind one of those: a line has at most three."""
AT_HEADING, PARAGRAPHS = 8.0, 1.5
"""What standing directly below a heading adds, beside 1, and in which paragraph half of it is left."""
OPENING = 1.0
"""What standing in the opening section of a page adds, beside 1."""
FIRST_IN_PARAGRAPH = 1.5
"""What opening a paragraph adds, beside 1; the second sentence gets half of it, the third a third."""
OWN_POWER = 1.5
"""Power of what the sentence itself has of the topic's words, where neither heading nor title says it."""
OWN_WORDS = 0.5
"""What the words of the topic in the sentence itself add, beside 1."""


OPENING_PAGES = frozenset(("readme", "index", "home", "overview", "introduction", "about", "start", "getting-started"))
"""Names of the page that tells what its folder holds."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units in reading order, those of a document together, and what each is worth for the topic.

    `parts` are what takes turns: the sections of what is called like the topic, else the documents.
    """

    units: list[Unit]
    positions: Positions
    worth: Floats
    parts: list[str]


def about(query: Query, index: Index, least: float = LEAST, within: str = "") -> Stretch | None:
    """What is about the topic; None if nothing is. `least` is what a section must have of the best one's score.

    `within` is the id of the document to stay in, "" for all.
    """
    ranking = rank(query, index, within)
    if not ranking.order:
        return None
    best = ranking.scores[ranking.order[0]]
    match = np.zeros(len(index.units))
    for at in ranking.order:
        run = index.passages[at]
        match[run.first : run.last] = np.maximum(match[run.first : run.last], ranking.scores[at] / best)
    sections = _Sections(query, index, match, np.array([index.passages[at].first for at in ranking.order]))
    chosen = sections.chosen(least)
    positions = np.concatenate([np.arange(*sections.bounds(at)) for at in chosen])
    section = index.section_lengths.at(positions)
    own = all_scores(index.by_unit, query.terms)
    own = own[positions] / max(own.max(), 1e-9)
    worth, likeness = sections.worth(positions, section)
    own = (likeness + (1 - likeness) * own) ** OWN_POWER * (1 + OWN_WORDS * own)
    if len(positions) > UNITS:
        kept = _best_with_neighbours(worth * own)
        positions, section = positions[kept], section[kept]
        own, worth, likeness = own[kept], worth[kept], likeness[kept]
    units = [index.units[at] for at in positions.tolist()]
    parts = [
        f"{unit.document.id} {at}" if like == 1 else unit.document.id
        for unit, at, like in zip(units, section.tolist(), likeness.tolist(), strict=True)
    ]
    return Stretch(units, positions, worth * own * _places(units, section) ** likeness, parts)


def _best_with_neighbours(worth: Floats) -> Positions:
    """The best units, by their place among all, and what stands around each: a line may need it."""
    best = np.argpartition(-worth, UNITS // 4)[: UNITS // 4]
    around = best[:, None] + np.arange(-BEFORE, AFTER + 1)
    return np.unique(around.clip(0, len(worth) - 1))


class _Sections:
    """The sections that have something of the topic. `match` is the share of the best score that each unit has."""

    def __init__(self, query: Query, index: Index, match: Floats, matching: Positions) -> None:
        self._query, self._index, self._match = query, index, match
        runs = index.section_lengths
        self._starts = runs.firsts
        self._ends = np.append(runs.firsts[1:], len(index.units))
        found = np.unique(runs.at(matching))
        self._share = {at: float(match[slice(*self.bounds(at))].max()) for at in found.tolist()}
        self._document = dict(zip(found.tolist(), index.documents_of(self._starts[found]).tolist(), strict=True))
        self._weights = self._documents()

    def bounds(self, at: int) -> tuple[int, int]:
        """The first unit of a section, and the one behind it."""
        return int(self._starts[at]), int(self._ends[at])

    def chosen(self, least: float) -> list[int]:
        """The best sections in reading order, those that have at least such a share of the best score."""
        wanted = [at for at, share in self._share.items() if share >= least]
        wanted.sort(key=lambda at: -(self._share[at] ** SECTION_POWER) * self._weights[self._document[at]])
        wanted = wanted[:SECTIONS]
        return sorted(wanted, key=lambda at: (self._document[at], self._starts[at]))

    def worth(self, positions: Positions, section: Positions) -> tuple[Floats, Floats]:
        """What each unit of these sections is worth for what it stands in, and how like the topic that is called."""
        once, column = np.unique(section, return_inverse=True)
        above: list[float] = []
        called: list[float] = []
        first: dict[int, int] = {}
        for at in once.tolist():
            unit = self._index.units[int(self._starts[at])]
            heading = self._likeness(unit, unit.text) if unit.is_heading else 0.0
            document = self._document[at]
            is_opening = first.setdefault(document, at) == at
            above.append(self._weights[document] * (1 + HEADING * heading**2) * (1 + OPENING * is_opening))
            called.append(min(1.0, max(heading, self._titles[document]) / PAGE))
        floor = np.array([REST_OF_PAGE if at in self._pages else 0.0 for at in once.tolist()])
        own = np.maximum(self._match[positions], floor[column]) ** SECTION_POWER
        return own * np.array(above)[column], np.array(called)[column]

    def _documents(self) -> dict[int, float]:
        """What each document counts, as a share of the best. All sections of a page on the topic are taken up."""
        shares: dict[int, list[float]] = {}
        for at in sorted(self._share, key=lambda at: -self._share[at]):
            shares.setdefault(self._document[at], []).append(self._share[at])
        first = {self._document[at]: at for at in self._share}
        weights = {}
        self._pages: set[int] = set()
        self._titles: dict[int, float] = {}
        for document, best in shares.items():
            unit = self._index.units[int(self._starts[first[document]])]
            likeness = max(self._likeness(unit, called) for called in _names(unit))
            self._titles[document] = likeness
            density = max(ONE_SECTION * best[0], sum(best[:BEST_SECTIONS]) / BEST_SECTIONS)
            weights[document] = density * (1 + TITLE * likeness**2)
            if likeness >= PAGE:
                self._take_up(unit, document)
        most = max(weights.values())
        power = DOCUMENT_POWER * min(1.0, max(self._titles.values()) / PAGE)
        return {document: (weight / most) ** power for document, weight in weights.items()}

    def _take_up(self, unit: Unit, document: int) -> None:
        positions = np.array(self._index.units_of(unit.document.id), dtype=np.int64)
        for at in np.unique(self._index.section_lengths.at(positions)).tolist():
            self._pages.add(at)
            self._share[at] = max(self._share.get(at, 0.0), REST_OF_PAGE)
            self._document[at] = document

    def _likeness(self, unit: Unit, text: str) -> float:
        """How far the text says the topic and nothing else, 0 to 1: the Dice coefficient of their terms, by idf."""
        terms = frozenset(self._index.analyzer.of(unit.language).terms(text))
        return _dice(self._query, self._index, terms) if terms else 0.0


def _names(unit: Unit) -> tuple[str, str]:
    """What a page is called: its title, and the name of its file, or of its folder where that is a folder's page."""
    path = PurePosixPath(unit.document.id)
    stem = path.parent.name if path.stem.casefold() in OPENING_PAGES else path.stem
    return unit.document.title, re.sub(r"[-_.]+", " ", stem)


def _dice(query: Query, index: Index, terms: Collection[str]) -> float:
    said = {part: term for term in query.terms for variant in term.variants for part in variant}
    asked = sum(idf(index.by_passage, term) for term in query.terms)
    shared = [part for part in terms if part in said]
    met = {said[part].word: idf(index.by_passage, said[part]) for part in shared}
    both = min(sum(met.values()), sum(map(index.by_passage.idf, shared)))
    return 2 * both / (asked + sum(map(index.by_passage.idf, terms)))


def _places(units: list[Unit], section: Positions) -> Floats:
    """How much the place of each unit speaks for it: directly below a heading, and first in its paragraph."""
    below, rank = np.full(len(units), np.inf), np.zeros(len(units))
    for at, unit in enumerate(units):
        is_new = at == 0 or section[at] != section[at - 1]
        if is_new:
            below[at] = 0.0 if unit.is_heading else np.inf
            continue
        continues = unit.block is units[at - 1].block
        below[at] = below[at - 1] + (not continues and not units[at - 1].is_heading)
        rank[at] = rank[at - 1] + 1 if continues else 0
    placed: Floats = (1 + AT_HEADING / (1 + below / PARAGRAPHS)) * (1 + FIRST_IN_PARAGRAPH / (1 + rank))
    return placed
