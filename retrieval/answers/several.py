"""How are several questions of one message answered? Each for itself, their excerpts in turns."""

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from retrieval.answers.answer import Answer
from retrieval.documents.model import Excerpt


def together(whole: Answer, parts: Sequence[Answer], limit: int) -> Answer:
    """The answers to the questions of a message as one, with at most `limit` excerpts, the best of each question first.

    `whole` is the answer to the message as if it were one question. It stands where none of the questions has an
    answer. Its best excerpt comes first where it belongs to each of theirs. Where one has an answer, excerpts that are
    none to another are left out. It is as sure as the surest of them.
    """
    told = [answer for answer in parts if answer.answered]
    if not told:
        return whole
    first = whole.excerpts[:1]
    shared = first and all(_overlaps(first[0], answer.excerpts) for answer in parts)
    turns = chain.from_iterable(zip_longest(*(answer.excerpts for answer in told)))
    return Answer(
        whole.question,
        "answer",
        max(answer.confidence for answer in told),
        tuple(_distinct(chain(first if shared else (), turns)))[:limit],
        _words=lambda: tuple(dict.fromkeys(word for answer in parts for word in answer.words)),
    )


def _distinct(excerpts: Iterable[Excerpt | None]) -> list[Excerpt]:
    """The excerpts in their order, without those that overlap an earlier one."""
    found: list[Excerpt] = []
    for excerpt in excerpts:
        if excerpt and not _overlaps(excerpt, found):
            found.append(excerpt)
    return found


def _overlaps(excerpt: Excerpt, others: Iterable[Excerpt]) -> bool:
    return any(excerpt.document is other.document and excerpt.span.overlaps(other.span) for other in others)
