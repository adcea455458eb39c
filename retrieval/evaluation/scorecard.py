"""How good are the answers? Figures over questions whose answering places are known."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from retrieval.answers.answer import Answer
from retrieval.documents.model import Excerpt
from retrieval.evaluation.metrics import auroc, calibration_error, f1, risk_coverage_area
from retrieval.librarian import Librarian
from retrieval.text.span import Span

LONG_QUOTE = 80
"""Of a gold quotation of more characters, half is enough; a shorter one must be covered whole."""
EXCERPTS = 3
"""So many excerpts of an answer are looked at, but for `hit@60w`, which goes by words alone."""
BUDGET = 60
"""Words of all excerpts together that count for `hit@60w`: nobody wins by quoting more."""
SEVERAL_FILES = "multi-file"
"""The kind of question for which each file with an answer should be quoted."""

_THAI, _CJK = "\u0e00-\u0e7f", "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_MARKS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"  # vowel signs belong to their word
_WORD = re.compile(f"[{_THAI}]{{1,4}}|[{_CJK}]{{1,2}}|(?:[^\\W{_THAI}{_CJK}]|[{_MARKS}])+")


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A place that answers a question, in characters of the file; `partial` if it is not the full answer.

    `parts` are the parts of the question it answers, where the question has several (a comparison).
    """

    file: str
    start: int
    end: int
    partial: bool = False
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question with what is known of its answer: one of the `gold` quotations is enough.

    `kind` is any word, such as "who" or "out-of-corpus"; questions of a kind are measured together.
    """

    question: str
    answerable: bool
    kind: str = ""
    gold: tuple[GoldQuote, ...] = ()

    @property
    def full(self) -> tuple[GoldQuote, ...]:
        """The quotations that answer it fully."""
        return tuple(quote for quote in self.gold if not quote.partial)


@dataclass(frozen=True, slots=True)
class Scored:
    """An answer beside what was known.

    `hits` tells of each of its first excerpts whether it covers a gold quotation, `hit_in_budget` whether the first
    sixty words of them together do.
    """

    known: KnownQuestion
    answer: Answer
    hits: tuple[bool, ...]
    hit_in_budget: bool

    def hit(self, count: int) -> bool:
        """Whether one of the first `count` excerpts hits."""
        return any(self.hits[:count])


def evaluate(
    librarian: Librarian, questions: Iterable[KnownQuestion], forbidden: Mapping[str, Sequence[Span]]
) -> dict[str, float]:
    """Ask every question and measure the answers; `forbidden` are places by file never to quote. See `figures`."""
    return figures([score(known, librarian.ask(known.question, EXCERPTS)) for known in questions], forbidden)


def score(known: KnownQuestion, answer: Answer) -> Scored:
    """The answer beside what is known of the question."""
    shown = answer.excerpts[:EXCERPTS]
    hits = tuple(any(covers(excerpt, quote) for quote in known.full) for excerpt in shown)
    cut = _first_words(answer.excerpts, BUDGET)
    return Scored(known, answer, hits, any(covers(excerpt, quote) for excerpt in cut for quote in known.full))


def figures(scored: Sequence[Scored], forbidden: Mapping[str, Sequence[Span]]) -> dict[str, float]:
    """What the answers are worth. Counts are whole numbers, all others shares from 0 to 1 or mean words.

    A figure without questions to measure it on is left out. Of answerable questions, `answered answerable` is the share
    answered outright, `refused answerable` the share told that it is not there; between them lie those that get the
    closest passages. Of unanswerable questions of kind K, `refused K` is the
    share not answered, `auroc K` the chance that an answerable question has more confidence, `answered F1 K` how well
    answering separates both. `calibration error` and `risk-coverage area` take an answer for correct if one of its
    excerpts hits.
    """
    excerpts = [excerpt for one in scored for excerpt in one.answer.excerpts[:EXCERPTS]]
    good = [one for one in scored if one.known.answerable]
    found: dict[str, float] = {
        "questions": len(scored),
        "excerpts": len(excerpts),
        "touching forbidden places": sum(_touches(excerpt, forbidden) for excerpt in excerpts),
    }
    if excerpts:
        found["words per excerpt"] = fmean(len(excerpt.text.split()) for excerpt in excerpts)
    if good:
        found |= _of_answerable(good)
    for kind, others in _by_kind(one for one in scored if not one.known.answerable).items():
        found |= _against(kind, good, others)
    if scored:
        confidences, correct = [one.answer.confidence for one in scored], [one.hit(EXCERPTS) for one in scored]
        found["calibration error"] = calibration_error(confidences, correct)
        found["risk-coverage area"] = risk_coverage_area(confidences, correct)
    return found | {
        f"hit@3 {kind}": fmean(one.hit(3) for one in asked) for kind, asked in _by_kind(good).items() if kind
    }


def covers(excerpt: Excerpt, quote: GoldQuote) -> bool:
    """Whether the excerpt holds the quotation, or half of a long one."""
    if excerpt.document.id != quote.file:
        return False
    length = quote.end - quote.start
    shared = min(excerpt.span.end, quote.end) - max(excerpt.span.start, quote.start)
    return shared >= (length if length <= LONG_QUOTE else length / 2)


def _of_answerable(good: Sequence[Scored]) -> dict[str, float]:
    found = {
        "hit@1": fmean(one.hit(1) for one in good),
        "hit@3": fmean(one.hit(3) for one in good),
        "hit@60w": fmean(one.hit_in_budget for one in good),
        "answered answerable": fmean(one.answer.answered for one in good),
        "refused answerable": fmean(one.answer.status == "none" for one in good),
    }
    several = [one for one in good if one.known.kind == SEVERAL_FILES]
    if several:
        found["gold files"] = fmean(map(_share_of_files, several))
    parted = [one for one in good if any(quote.parts for quote in one.known.gold)]
    if parted:
        found["parts"] = fmean(map(_share_of_parts, parted))
    return found


def _against(kind: str, good: Sequence[Scored], others: Sequence[Scored]) -> dict[str, float]:
    """How well the answerable questions are told from those of an unanswerable kind."""
    answered = sum(one.answer.answered for one in others)
    found = {f"refused {kind}": 1 - answered / len(others)}
    if good:
        right = sum(one.answer.answered for one in good)
        found[f"auroc {kind}"] = auroc([g.answer.confidence for g in good], [o.answer.confidence for o in others])
        found[f"answered F1 {kind}"] = f1(right, answered, len(good) - right)
    return found


def _share_of_files(one: Scored) -> float:
    """Which share of the files that answer is quoted, of as many as excerpts can quote."""
    wanted = {quote.file for quote in one.known.full}
    shown = {excerpt.document.id for excerpt in one.answer.excerpts[:EXCERPTS]}
    return len(wanted & shown) / min(len(wanted), EXCERPTS)


def _share_of_parts(one: Scored) -> float:
    """Which share of the question's parts the excerpts answer."""
    shown = one.answer.excerpts[:EXCERPTS]
    wanted = {part for quote in one.known.gold for part in quote.parts}
    got = {part for quote in one.known.gold for part in quote.parts if any(covers(excerpt, quote) for excerpt in shown)}
    return len(got) / len(wanted)


def _first_words(excerpts: Sequence[Excerpt], budget: int) -> list[Excerpt]:
    """The excerpts as far as they fit into so many words in all; the last one is cut after a word."""
    kept: list[Excerpt] = []
    for excerpt in excerpts:
        ends = word_ends(excerpt.text)
        if not ends or len(ends) <= budget:
            kept.append(excerpt)
        elif budget > 0:
            start = excerpt.span.start
            kept.append(Excerpt(excerpt.document, Span(start, start + ends[budget - 1])))
        budget -= len(ends)
        if budget <= 0:
            break
    return kept


def _touches(excerpt: Excerpt, forbidden: Mapping[str, Sequence[Span]]) -> bool:
    return any(excerpt.span.overlaps(place) for place in forbidden.get(excerpt.document.id, ()))


def _by_kind(scored: Iterable[Scored]) -> dict[str, list[Scored]]:
    groups: defaultdict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        groups[one.known.kind].append(one)
    return dict(sorted(groups.items()))


def word_ends(text: str) -> list[int]:
    """Where each word of the text ends. Without spaces, four Thai or two Chinese or Japanese signs count as one."""
    return [match.end() for match in _WORD.finditer(text)]
