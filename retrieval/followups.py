"""What does a question mean after another one? Its own words first, and those of the one before with less weight."""

from dataclasses import replace

from retrieval.questions import Query, QueryTerm

EARLIER_WEIGHT = 0.4
"""How much a word of the earlier question counts beside a word of the question itself, 0 to 1."""


def with_earlier(query: Query, earlier: Query) -> Query:
    """The question with what it lacks of the earlier one. Words of the earlier one that stand nowhere are left out."""
    own = {variant for term in query.terms for variant in term.variants} | {term.word for term in query.terms}
    taken = tuple(
        QueryTerm(term.word, {variant: weight * EARLIER_WEIGHT for variant, weight in term.variants.items()}, False)
        for term in earlier.terms
        if term.variants and term.word not in own and not own & set(term.variants)
    )
    return replace(query, terms=(*query.terms, *taken), is_chat=query.is_chat and not taken)
