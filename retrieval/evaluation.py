"""How good are the answers? Figures over questions with gold quotations.

A question is a JSON object: `id`, `question`, `answerable`, `kind` (any word, such as "who" or "out-of-corpus") and
`gold`, a list of quotations, each `{"file", "start", "end"}` in characters of the file, of which one is enough; with
`"partial": true` a quotation does not count as a full answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from retrieval.documents import Answer, Excerpt
from retrieval.librarian import Librarian

LONG_QUOTE = 80
"""Of a gold quotation of more characters, half is enough; a shorter one must be covered whole."""

Range = Mapping[str, Any]
"""A place in a file: `start` and `end`, and perhaps `file`."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A question with its answer; `hits` tells of each excerpt whether it covers a gold quotation."""

    kind: str
    answerable: bool
    answer: Answer
    hits: tuple[bool, ...]


def evaluate(
    librarian: Librarian, questions: Iterable[Mapping[str, Any]], forbidden: Mapping[str, Sequence[Range]]
) -> dict[str, float]:
    """Ask every question for three excerpts and measure the answers. `forbidden` are places by file never to quote.

    Counts are whole numbers, all other figures shares from 0 to 1 or mean words. A figure without questions to measure
    it on is left out. `auroc K` is the chance that an answerable question has more confidence than one of kind K.
    """
    scored = [_score(librarian, question) for question in questions]
    excerpts = [excerpt for one in scored for excerpt in one.answer.excerpts]
    good = [one for one in scored if one.answerable]
    figures: dict[str, float] = {
        "questions": len(scored),
        "excerpts": len(excerpts),
        "touching forbidden places": sum(_touches(excerpt, forbidden) for excerpt in excerpts),
    }
    if good:
        figures["hit@1"] = fmean(any(one.hits[:1]) for one in good)
        figures["hit@3"] = fmean(any(one.hits[:3]) for one in good)
        figures["refused answerable"] = fmean(not one.answer.answered for one in good)
    if excerpts:
        figures["words per excerpt"] = fmean(len(excerpt.text.split()) for excerpt in excerpts)
    for kind, others in _by_kind(one for one in scored if not one.answerable).items():
        figures[f"refused {kind}"] = fmean(not one.answer.answered for one in others)
        if good:
            figures[f"auroc {kind}"] = auroc(
                [one.answer.confidence for one in good], [one.answer.confidence for one in others]
            )
    for kind, asked in _by_kind(good).items():
        figures[f"hit@3 {kind}"] = fmean(any(one.hits) for one in asked)
    return figures


def auroc(above: Sequence[float], below: Sequence[float]) -> float:
    """The chance that a value of `above` exceeds one of `below`, ties counting half; neither may be empty."""
    return fmean((a > b) + (a == b) / 2 for a in above for b in below)


def _score(librarian: Librarian, question: Mapping[str, Any]) -> Scored:
    answer = librarian.ask(str(question["question"]), 3)
    gold = [quote for quote in question.get("gold", ()) if not quote.get("partial")]
    hits = tuple(any(covers(excerpt, quote) for quote in gold) for excerpt in answer.excerpts)
    return Scored(str(question.get("kind", "")), bool(question["answerable"]), answer, hits)


def covers(excerpt: Excerpt, quote: Range) -> bool:
    """Whether the excerpt holds the quotation, or half of a long one."""
    if excerpt.document.id != quote["file"]:
        return False
    length = quote["end"] - quote["start"]
    shared = min(excerpt.span.end, quote["end"]) - max(excerpt.span.start, quote["start"])
    return bool(shared >= (length if length <= LONG_QUOTE else length / 2))


def _touches(excerpt: Excerpt, forbidden: Mapping[str, Sequence[Range]]) -> bool:
    places = forbidden.get(excerpt.document.id, ())
    return any(excerpt.span.start < place["end"] and place["start"] < excerpt.span.end for place in places)


def _by_kind(scored: Iterable[Scored]) -> dict[str, list[Scored]]:
    groups: defaultdict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        groups[one.kind].append(one)
    return dict(sorted(groups.items()))
