"""Which sentences carry a document, or what the documents say on a topic? Extracts only, each line verbatim.

A sentence counts by how much of its vocabulary is what the text keeps speaking of, a little more if it stands early,
and less for every word that a chosen sentence has said already (maximal marginal relevance, Carbonell and Goldstein,
SIGIR 1998). Sentences that cannot stand alone are left out.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from retrieval.analysis import Analyzer
from retrieval.documents import Excerpt, Role
from retrieval.index import Index
from retrieval.passages import Unit
from retrieval.questions import Query
from retrieval.ranking import rank, term_scores
from retrieval.shapes import ends_as_sentence, words
from retrieval.words import LEANING

MIN_WORDS, MAX_WORDS = 7, 60
"""Shorter sentences say little, longer ones tire; in words."""
LEAD_WEIGHT = 0.3
"""What standing first in the document adds, at most, to a sentence; it falls with the sentence's rank."""
NOVELTY = 0.6
"""How much of a sentence's worth is lost where all its words have been said."""
CANDIDATES = 200
"""Passages that a summary of a topic looks at."""

_QUOTE_ONLY = re.compile(r"[\"“„«‘'].*[\"”“»’']$", re.DOTALL)


def of_document(index: Index, analyzer: Analyzer, document_id: str, count: int) -> tuple[Excerpt, ...]:
    """The `count` most telling sentences of a document, in reading order."""
    found = [unit for unit in index.units if unit.document.id == document_id]
    worth = _centrality(found, analyzer)
    chosen = _choose(found, worth, analyzer, count)
    return tuple(Excerpt(found[at].document, found[at].span) for at in sorted(chosen))


def on_topic(index: Index, analyzer: Analyzer, query: Query, count: int) -> tuple[Excerpt, ...]:
    """The `count` most telling sentences on a topic, by document in the order of relevance, then in reading order."""
    ranking = rank(query, index)
    order = ranking.order[:CANDIDATES]
    ats = sorted({at for p in order for at in range(index.passages[p].first, index.passages[p].last)})
    found = [index.units[at] for at in ats]
    relevance: list[float] = term_scores(index.unit_scorer, query.terms)[ats].tolist()
    central = _centrality(found, analyzer)
    top = max(relevance, default=0.0)
    worth = [c * (r / top) if top else 0.0 for c, r in zip(central, relevance, strict=True)]
    chosen = _choose(found, worth, analyzer, count, spread=True)
    files = list(dict.fromkeys(found[at].document.id for at in sorted(chosen, key=lambda at: -worth[at])))
    chosen.sort(key=lambda at: (files.index(found[at].document.id), at))
    return tuple(Excerpt(found[at].document, found[at].span) for at in chosen)


def _centrality(found: Sequence[Unit], analyzer: Analyzer) -> list[float]:
    """How much each unit speaks of what all of them speak of; 0 for units that cannot stand alone."""
    terms = [set(analyzer.terms(unit.text)) for unit in found]
    spread = Counter(term for own in terms for term in own)
    worth = []
    for at, (unit, own) in enumerate(zip(found, terms, strict=True)):
        if not stands_alone(unit):
            worth.append(0.0)
            continue
        about = sum(math.log1p(spread[term]) for term in own) / math.sqrt(len(own) + 1)
        worth.append(about * (1 + LEAD_WEIGHT / (1 + at)))
    return worth


def _choose(
    found: Sequence[Unit], worth: Sequence[float], analyzer: Analyzer, count: int, *, spread: bool = False
) -> list[int]:
    """The positions of the units that together say most; with `spread`, documents take turns where they can."""
    terms = [set(analyzer.terms(unit.text)) for unit in found]
    said: set[str] = set()
    files: Counter[str] = Counter()
    chosen: list[int] = []
    left = [at for at in range(len(found)) if worth[at] > 0]

    def gain(at: int) -> float:
        repeated = len(terms[at] & said) / len(terms[at]) if terms[at] else 1.0
        turn = 0.5 ** files[found[at].document.id] if spread else 1.0
        return worth[at] * (1 - NOVELTY * repeated**2) * turn

    while left and len(chosen) < count:
        best = max(left, key=lambda at: (gain(at), -at))
        left.remove(best)
        chosen.append(best)
        said |= terms[best]
        files[found[best].document.id] += 1
    return chosen


def stands_alone(unit: Unit) -> bool:
    """Whether a reader understands the unit without its neighbours, as far as its shape tells."""
    text = unit.text
    count = len(words(text))
    if unit.block.role not in (Role.PARAGRAPH, Role.ITEM) or not MIN_WORDS <= count <= MAX_WORDS:
        return False
    if unit.is_lead_in or not ends_as_sentence(text) or text.rstrip("\"'”’»)").endswith("?") or _QUOTE_ONLY.match(text):
        return False
    first = words(text)[0].casefold()
    return first not in LEANING and not text[0].islower()
