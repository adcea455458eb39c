"""What is shown of a ranking? Runs of sentences that add something, as exact text with the question's words marked."""

from collections.abc import Iterable

import numpy as np

from retrieval.answers.shown import Shown
from retrieval.documents.model import Excerpt, Role
from retrieval.documents.passages import Passage
from retrieval.index.back_end import CandidateSource
from retrieval.ranking.candidate import Match
from retrieval.ranking.ranker import Ranking
from retrieval.text.analysis import Analyzer
from retrieval.text.orthography import words
from retrieval.text.span import Span

MAX_REPEATED = 0.9
"""Share of its terms that a better passage has too, from which a passage says nothing new, as copies of an article."""
SAME_DOCUMENT = 0.95
"""What a passage's score counts once its document has been quoted, so that several documents speak where they can.
Measured: 7 points more of the documents that answer are cited, for 0.3 points of hit@3 on prose
where only one does, and one question of 58 on Markdown."""
MIN_SHARE = 0.4
"""Share of the best score below which a passage is not shown beside the best. Measured: no answer of any development
set is lost by it, and a sixth of the excerpts to the seeds, which only shared a word, is left out."""
CANDIDATES = 60
"""Passages that are looked at."""
MAX_BACK = 30
"""Longest sentence, in words, that is taken along because the next one leans on it."""


def windows(index: CandidateSource, ranking: Ranking, limit: int) -> list[Shown]:
    """The best passages, at most `limit`, that neither overlap nor repeat a better one, other documents preferred."""
    enough = MIN_SHARE * ranking.scores[ranking.order[0]] if ranking.order else 0.0
    left = [at for at in ranking.order[:CANDIDATES] if ranking.scores[at] >= enough]
    documents = dict(zip(left, index.document_order(np.array(left, dtype=np.int64)).tolist(), strict=True))
    chosen: list[Shown] = []
    quoted: set[int] = set()

    def worth(at: int) -> float:
        return ranking.scores[at] * (SAME_DOCUMENT if documents[at] in quoted else 1.0)

    while left and len(chosen) < limit:
        best = max(left, key=worth)  # of equals the first, as ranked
        left.remove(best)
        run = whole(index, index.passages[best])
        if not any(overlap(run, other.run) or repeats(index, run, other.run) for other in chosen):
            chosen.append(Shown(run, best, ranking.scores[best]))
            quoted.add(documents[best])
    return chosen


def whole(index: CandidateSource, run: Passage) -> Passage:
    """The run with the sentence before it, if its first one leans on that ("He added …") or is an item below it."""
    if run.first == 0:
        return run
    unit, above = index.units[run.first], index.units[run.first - 1]
    if above.document is not unit.document or above.section != unit.section:
        return run
    is_item = unit.block.role is Role.ITEM and above.is_lead_in
    leans = above.block is unit.block and (words(unit.text) or [""])[0].casefold() in unit.language.leaning
    if (is_item or leans) and len(words(above.text)) <= MAX_BACK:
        return Passage(run.first - 1, run.last)
    return run


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
    span = Span(units[0].span.start, units[-1].span.end)
    asked = match.words
    matched = set(asked.values())
    return Excerpt(
        document,
        span,
        round(shown.score, 6),
        tuple(term.word for term in match.query.terms if term.word in matched),
        _merged(analyzer.of(units[0].language).places(span.of(document.text), asked, span.start)),
    )


def _merged(places: Iterable[Span]) -> tuple[Span, ...]:
    """The places in order, those that overlap as one."""
    merged: list[Span] = []
    for place in places:
        if merged and place.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(place.end, merged[-1].end))
        else:
            merged.append(place)
    return tuple(merged)
