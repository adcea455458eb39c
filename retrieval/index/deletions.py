"""What no longer counts of a segment? The documents that were removed, and what every statistic has less by them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from retrieval.index.segment import Segment
from retrieval.index.vocabulary import WordCounts
from retrieval.text.analysis import Analyzer


@dataclass(frozen=True, slots=True)
class Deletions:
    """Documents of a segment, by number, that no longer count.

    `passages` and `units` tell of each term how many of them had it; `words` are those of their texts.
    """

    documents: frozenset[int] = frozenset()
    passages: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    words: WordCounts = field(default_factory=WordCounts)

    def and_of(self, segment: Segment, numbers: Iterable[int], analyzer: Analyzer) -> "Deletions":
        """These, and further documents of the segment."""
        added = frozenset(numbers) - self.documents
        if not added:
            return self
        passages, units = Counter(self.passages), Counter(self.units)
        for number in sorted(added):
            for at in range(*segment.passage_bounds[number : number + 2].tolist()):
                passages.update(segment.terms[term] for term in segment.counts_of(segment.passage(at)))
            for at in range(*segment.unit_bounds[number : number + 2].tolist()):
                units.update({segment.terms[term] for term in segment.terms_between(at, at + 1)})
        words = self.words.with_documents((segment.documents[number] for number in sorted(added)), analyzer)
        return Deletions(self.documents | added, passages, units, words)
