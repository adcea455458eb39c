"""What does a question mean after another one? Its own words first, and those of the one before with less weight."""

from dataclasses import replace

from retrieval.query.understanding import Query

EARLIER_WEIGHT = 0.4
"""How much a word of the earlier question counts beside a word of the question itself, 0 to 1."""


def with_earlier(query: Query, earlier: Query) -> Query:
    """The question with what it lacks of the earlier one. Words of the earlier one that stand nowhere are left out."""
    own = {variant for term in query.terms for variant in term.variants}
    words = {term.word for term in query.terms}
    taken = tuple(
        replace(
            term,
            variants={variant: weight * EARLIER_WEIGHT for variant, weight in term.variants.items()},
            is_name=False,
            share=EARLIER_WEIGHT,
        )
        for term in earlier.terms
        if term.variants and term.word not in words and own.isdisjoint(term.variants)
    )
    return replace(query, terms=(*query.terms, *taken), is_talk=query.is_talk and not taken)
