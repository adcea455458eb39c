"""What no longer counts of a segment? The documents that were removed, and what every statistic has less by them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from retrieval.index.headings import terms_above
from retrieval.index.segment import Segment
from retrieval.index.vocabulary import WordCounts
from retrieval.text.analysis import Analyzer


@dataclass(frozen=True, slots=True)
class Deletions:
    """Documents of a segment, by number, that no longer count.

    `passages`, `units` and `blocks` tell of each term how many of them had it; `words` are those of their texts.
    """

    documents: frozenset[int] = frozenset()
    passages: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    words: WordCounts = field(default_factory=WordCounts)

    def and_of(self, segment: Segment, numbers: Iterable[int], analyzer: Analyzer) -> "Deletions":
        """These, and further documents of the segment."""
        added = frozenset(numbers) - self.documents
        if not added:
            return self
        passages, units, blocks = map(Counter, (self.passages, self.units, self.blocks))
        for number in sorted(added):
            for at in range(*segment.passage_bounds[number : number + 2].tolist()):
                run = segment.passage(at)
                own = {segment.terms[term] for term in segment.terms_between(run.first, run.last)}
                passages.update(own.union(terms_above(segment.unit(run.first), analyzer)))
            for at in range(*segment.unit_bounds[number : number + 2].tolist()):
                units.update({segment.terms[term] for term in segment.terms_between(at, at + 1)})
            for at in range(*segment.block_bounds[number : number + 2].tolist()):
                first, last = segment.block_starts[at : at + 2].tolist()
                blocks.update({segment.terms[term] for term in segment.terms_between(first, last)})
        words = self.words.with_documents((segment.documents[number] for number in sorted(added)), analyzer)
        return Deletions(self.documents | added, passages, units, blocks, words)
