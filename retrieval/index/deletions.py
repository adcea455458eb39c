"""What no longer counts of a shelf? The documents that were removed, and what every statistic has less by them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from retrieval.index.segment import Shelf
from retrieval.index.segment_writer import terms_above
from retrieval.index.vocabulary import WordCounts
from retrieval.text.analysis import Analyzer


@dataclass(frozen=True, slots=True)
class Removals:
    """Documents of a shelf, by number, that no longer count.

    `passages`, `units` and `blocks` tell of each term how many of them had it; `words` are those of their texts.
    """

    documents: frozenset[int] = frozenset()
    passages: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    words: WordCounts = field(default_factory=WordCounts)

    def and_of(self, shelf: Shelf, numbers: Iterable[int], analyzer: Analyzer) -> "Removals":
        """These, and further documents of the shelf."""
        added = frozenset(numbers) - self.documents
        if not added:
            return self
        passages, units, blocks = map(Counter, (self.passages, self.units, self.blocks))
        for number in sorted(added):
            for at in range(*shelf.passage_bounds[number : number + 2].tolist()):
                run = shelf.passage(at)
                own = {shelf.terms[term] for term in shelf.terms_between(run.first, run.last)}
                passages.update(own.union(terms_above(shelf.unit(run.first), analyzer)))
            for at in range(*shelf.unit_bounds[number : number + 2].tolist()):
                units.update({shelf.terms[term] for term in shelf.terms_between(at, at + 1)})
            for at in range(*shelf.block_bounds[number : number + 2].tolist()):
                first, last = shelf.block_starts[at : at + 2].tolist()
                blocks.update({shelf.terms[term] for term in shelf.terms_between(first, last)})
        words = self.words.with_documents((shelf.documents[number] for number in sorted(added)), analyzer)
        return Removals(self.documents | added, passages, units, blocks, words)
