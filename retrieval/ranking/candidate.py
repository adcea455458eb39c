"""What does a passage have of a question? Worked out once, for whoever weighs it, shows it or explains it."""

from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.index.back_end import CandidateSource
from retrieval.query.understanding import Query, QueryTerm
from retrieval.text.analysis import Phrase


@dataclass(frozen=True, slots=True)
class Match:
    """A passage, by its position, and what of a query stands in it or in the headings, title and path above it.

    `found` tells of each term of the query, in order, what stands for it there, each with its weight. `nearness` is how
    near the passage comes to the question in meaning, about 0 to 1, where there is a model that tells.
    """

    query: Query
    passage: int
    found: tuple[Mapping[Phrase, float], ...]
    nearness: float | None = None

    @property
    def words(self) -> Mapping[str, str]:
        """The terms that stand there, each with the word of the question that it stands for."""
        pairs = zip(self.query.terms, self.found, strict=True)
        return {part: term.word for term, found in pairs for variant in found for part in variant}


def match(query: Query, index: CandidateSource, passage: int) -> Match:
    """What the passage has of the query."""
    here = index.terms_among(passage, query.parts)
    return Match(query, passage, tuple(_found(term, here) for term in query.terms))


def _found(term: QueryTerm, here: frozenset[str]) -> Mapping[Phrase, float]:
    """What stands for the term among those that are here; of a phrase that was asked for also a part."""
    found = {variant: weight for variant, weight in term.variants.items() if here.issuperset(variant)}
    if term.own and term.own not in found:
        part = tuple(one for one in term.own if one in here)
        if part:
            found[part] = term.variants[term.own] * len(part) / len(term.own)
    return found
