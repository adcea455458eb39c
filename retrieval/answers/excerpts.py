"""What is shown of a ranking? Runs of sentences that add something, as exact text with the question's words marked."""

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from retrieval.answers.extent import extent
from retrieval.answers.shown import Shown
from retrieval.answers.surroundings import context, rest
from retrieval.documents.labels import is_label
from retrieval.documents.model import Excerpt
from retrieval.documents.pieces import length
from retrieval.documents.unit import Passage, Unit
from retrieval.index.back_end import CandidateSource
from retrieval.query.understanding import Query
from retrieval.ranking.candidate import Match
from retrieval.ranking.ranking import Ranking
from retrieval.ranking.scoring import parts_of, scores_of_parts
from retrieval.text.analysis import Analyzer
from retrieval.text.span import Span

MAX_REPEATED = 0.9
"""Share of its terms that a better passage has too, from which a passage says nothing new, as copies of an article."""
MIN_SHARE, CLOSE, ROOM = 0.5, 0.75, 90
"""Share of the best score below which a passage is not shown beside the best, and the share that it needs where an
answer with it has more words than ROOM: one good excerpt is a good answer. Measured over nine collections against 0.5
for all: of 170 to 180 words in an answer 25 to 50 are saved, and hit@3 falls by 2 of 343 questions to documentation,
communities and articles, and by none of 600 to prose. CLOSE 0.8 saves 6 to 12 words more and costs 5 more of the 343.
To cut what is behind the first instead, to half of its length, costs 4 and, on prose, 3 of 400."""
SAME_DOCUMENT = 0.95
"""What a passage's score counts once its document has been quoted, so that several documents speak where they can.
Measured with shorter excerpts: 7 points more of the documents that answer are cited, for 0.3 points of hit@3 on prose
where only one does, and one question of 58 on Markdown."""
CANDIDATES = 60
"""Passages that are looked at."""
MOST_MARKS = 60
"""Characters before a heading that are looked at for its marks."""

_MARKS = re.compile(
    r"(?:^\ufeff?|[\r\n])[ \t>]*((?:\#{1,6}[ \t]+|\*\*|__|<[a-z]\w*[^<>\n]*>|\[![\w-]{1,30}\][+-]?[ \t]+)+)\Z"
)


def windows(query: Query, index: CandidateSource, ranking: Ranking, limit: int) -> list[Shown]:
    """The best passages as far as they are shown, at most `limit`, that neither overlap nor repeat a better one."""
    best = ranking.scores[ranking.order[0]] if ranking.order else 0.0
    numbers = {term.word for term in query.terms if any(map(is_label, term.variants))}
    chosen: list[Shown] = []
    shown = 0
    anchors = _anchors(query, index, ranking.order[: limit + 1])
    for at in _in_turns(index, ranking, MIN_SHARE * best, chosen):
        if len(chosen) == limit:
            break
        passage = index.passages[at]
        if any(overlap(passage, other.run) for other in chosen):
            continue
        if at not in anchors:
            anchors |= _anchors(query, index, [at])
        run = extent(index.units, passage, anchors[at], numbers)
        if not any(overlap(run, other.run) or repeats(index, run, other.run) for other in chosen):
            shown += sum(length(unit.text) for unit in index.units[run.first : run.last])
            if shown > ROOM and chosen and ranking.scores[at] < CLOSE * best:
                break
            chosen.append(Shown(run, at, ranking.scores[at]))
    return chosen


def _in_turns(index: CandidateSource, ranking: Ranking, enough: float, chosen: Sequence[Shown]) -> Iterator[int]:
    """The passages that score `enough`, best first, those of other documents than the `chosen` ones a little ahead."""
    left = [at for at in ranking.order[:CANDIDATES] if ranking.scores[at] >= enough]
    documents = dict(zip(left, index.document_order(np.array(left, dtype=np.int64)).tolist(), strict=True))
    while left:
        quoted = {documents[one.passage] for one in chosen}
        counts = (ranking.scores[at] * (SAME_DOCUMENT if documents[at] in quoted else 1.0) for at in left)
        yield left.pop(int(np.argmax(list(counts))))  # of equals the first, as ranked


def _anchors(query: Query, index: CandidateSource, passages: Sequence[int]) -> dict[int, int]:
    """Of each passage the position of the unit that has most of the question, the first of equals.

    The answer hangs on it. To look at several passages at once takes hardly longer than at one.
    """
    if not passages:
        return {}
    found = index.in_units(np.array(passages, dtype=np.int64), parts_of(query.terms))
    scores = np.split(scores_of_parts(index.by_unit, query.terms, found)[found.columns], found.begins[1:])
    return {at: index.passages[at].first + int(np.argmax(own)) for at, own in zip(passages, scores, strict=True)}


def overlap(one: Passage, other: Passage) -> bool:
    """Whether two runs share a unit."""
    return one.first < other.last and other.first < one.last


def repeats(index: CandidateSource, run: Passage, better: Passage) -> bool:
    """Whether hardly a term of a run of units is new behind the better one."""
    shared, total = index.shared_terms(run, better)
    return shared >= MAX_REPEATED * total


def excerpt(match: Match, index: CandidateSource, shown: Shown, analyzer: Analyzer) -> Excerpt:
    """The run with its place and the question's words in it; `match` is that of its passage."""
    units = index.units[shown.run.first : shown.run.last]
    document = units[0].document
    span = Span(_beginning(units[0]), units[-1].span.end)
    asked = match.words
    matched = set(asked.values())
    return Excerpt(
        document,
        span,
        round(shown.score, 6),
        tuple(term.word for term in match.query.terms if term.word in matched),
        _merged(analyzer.of(units[0].language).places(span.of(document.text), asked, span.start)),
        context=context(document, span),
        rest=rest(document, span),
    )


def _beginning(unit: Unit) -> int:
    """Where the unit begins; a heading with the marks before it, which belong to its line: "## ", "**"."""
    if not unit.is_heading:
        return unit.span.start
    marks = _MARKS.search(unit.document.text, max(0, unit.span.start - MOST_MARKS), unit.span.start)
    return marks.start(1) if marks else unit.span.start


def _merged(places: Iterable[Span]) -> tuple[Span, ...]:
    """The places in order, those that overlap as one."""
    merged: list[Span] = []
    for place in places:
        if merged and place.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(place.end, merged[-1].end))
        else:
            merged.append(place)
    return tuple(merged)
