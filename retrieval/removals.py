"""What no longer counts of a shelf? The documents that were removed, and what every statistic has less by them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from retrieval.analysis import Analyzer
from retrieval.filling import heading_terms, title_terms
from retrieval.shelf import Shelf
from retrieval.vocabulary import WordCounts


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
            title = title_terms(shelf.documents[number], analyzer)
            for at in range(*shelf.passage_bounds[number : number + 2].tolist()):
                passages.update(set(passage_terms(shelf, at, analyzer, title)))
            for at in range(*shelf.unit_bounds[number : number + 2].tolist()):
                units.update({shelf.terms[term] for term in shelf.terms_between(at, at + 1)})
            for at in range(*shelf.block_bounds[number : number + 2].tolist()):
                first, last = shelf.block_starts[at : at + 2].tolist()
                blocks.update({shelf.terms[term] for term in shelf.terms_between(first, last)})
        words = self.words.with_documents((shelf.documents[number] for number in sorted(added)), analyzer)
        return Removals(self.documents | added, passages, units, blocks, words)


def passage_terms(shelf: Shelf, at: int, analyzer: Analyzer, title: list[str] | None = None) -> list[str]:
    """All terms that a passage is searched by; `title` are those of its document, if they are at hand."""
    run = shelf.passage(at)
    unit = shelf.unit(run.first)
    own = [shelf.terms[term] for term in shelf.terms_between(run.first, run.last)]
    above = heading_terms(unit.document, unit.block, analyzer)
    return own + above + (title_terms(unit.document, analyzer) if title is None else title)
