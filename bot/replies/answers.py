"""How is a question answered? With excerpts, with an honest no and hints, and with the reasons for them."""

import re
from collections.abc import Callable, Sequence
from itertools import islice

from rapidfuzz.distance import OSA

from bot.replies.model import Correction, Headings, Listing, Paragraph, Part, Quote, Reply
from bot.wording import counted, texts
from retrieval import Answer, Document, Excerpt, WordUse

MAX_CORRECTIONS = 3
"""Corrected words that are offered for one question."""
MAX_READ = 5_000_000
"""Characters that are read for a word that the index does not have."""
MAX_LOOKED_FOR = 6
"""Words of a question that are looked for so, at most: two of them are named."""
TWO_SLIPS = 8
"""Letters of a word from which on two of them may be mistyped."""


def of_answer(
    answer: Answer,
    *,
    headings: tuple[Excerpt, ...] = (),
    earlier: str = "",
    source: str = "",
    stands: Callable[[str], bool] = lambda _: False,
) -> Reply:
    """The excerpts that answer; or what comes closest, said to be no more; or an honest "not in the documents".

    Where there is no answer, it tells which words are missing and offers others. `headings` are those above the
    closest excerpts. `stands` tells of a word that was not found whether it stands in a document all the same, as in a
    name or a number.
    """
    question = answer.question
    if not question.strip():
        return Reply(texts().ask_me, (Paragraph(texts().ask_me_how),), True, value=answer)
    if answer.is_talk:
        return Reply(question, (Paragraph(texts().greeting),), value=answer)
    quotes = tuple(Quote(excerpt) for excerpt in answer.excerpts)
    if answer.answered:
        return Reply(question, quotes, question=question, earlier=earlier, source=source, value=answer)
    parts: tuple[Part, ...]
    if answer.status == "closest":
        near = (Paragraph(texts().headings), Headings(headings)) if headings else ()
        parts = (Paragraph(_joined(texts().closest, _missing(answer, stands))), *_corrections(answer), *near, *quotes)
    else:
        said = Paragraph(_joined(texts().not_answered, _missing(answer, stands)))
        parts = (said, *_corrections(answer), Paragraph(texts().try_other_words))
    return Reply(question, parts, found=False, question=question, earlier=earlier, source=source, value=answer)


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _missing(answer: Answer, stands: Callable[[str], bool]) -> str:
    """The one or two words that no document has, or else those that the nearest passage lacks; "" if there is none."""
    place = {word: at for at, word in enumerate(answer.missing)}
    unknown = sorted((word.word for word in _nowhere(answer)), key=lambda word: place.get(word, len(place)))
    nowhere = list(islice((word for word in unknown[:MAX_LOOKED_FOR] if not stands(word)), 2))
    said, words = (texts().nowhere, nowhere) if nowhere else (texts().not_mentioned, list(answer.missing))
    if not words:
        return ""
    return said[0].format(word=words[0]) if len(words) == 1 else said[1].format(word=words[0], other=words[1])


def _nowhere(answer: Answer) -> list[WordUse]:
    """The words of the question that no document has, in its order."""
    return [word for word in answer.words if word.is_nowhere and not word.carried]


def _corrections(answer: Answer) -> list[Correction]:
    found = (_correction(answer.question, word) for word in _nowhere(answer) if word.nearest)
    return list(islice(filter(None, found), MAX_CORRECTIONS))


def _correction(question: str, word: WordUse) -> Correction | None:
    if not _is_mistyped(word.word, word.nearest):
        return None
    found = re.search(rf"(?<!\w){re.escape(word.word)}(?!\w)", question, re.IGNORECASE)
    return Correction(*found.span(), word.nearest) if found else None


def _is_mistyped(word: str, meant: str) -> bool:
    """Whether so little is between the words that one is the other mistyped: "weather" is not "water"."""
    return OSA.distance(word, meant) <= (2 if len(word) >= TWO_SLIPS else 1)


def stands_in(documents: Sequence[Document]) -> Callable[[str], bool]:
    """What tells whether a word stands as it is in one of the documents, as far as they can be read in a moment."""

    def stands(word: str) -> bool:
        written = (word, word.capitalize(), word.upper())
        seen = 0
        for document in documents:
            seen += len(document.text)
            if seen > MAX_READ:
                break
            for form in written:
                if _has_word(document.text, form):
                    return True
        return False

    return stands


def _has_word(text: str, word: str) -> bool:
    """Whether the word stands in the text with no letter or digit beside it.

    To go from one place of its letters to the next is many times faster than a pattern that looks behind each sign.
    """
    ends = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    at = text.find(word)
    while at >= 0:
        if ends.match(text, at):
            return True
        at = text.find(word, at + 1)
    return False


def of_why(answer: Answer, words: tuple[WordUse, ...], documents: int, threshold: float) -> Reply:
    """How the question was understood, and what each excerpt has of it. `threshold` is that of answers, 0 to 1."""
    rows = tuple(_use(word, documents) for word in words if word.documents or word.is_nowhere)
    found = tuple(
        texts().why_excerpt.format(
            citation=Quote(excerpt).citation, matched=", ".join(excerpt.matched), score=f"{excerpt.score:.2f}"
        )
        for excerpt in answer.excerpts
    )
    sure = texts().why_sure.format(percent=f"{answer.confidence:.0%}"[:-1], threshold=f"{threshold:.0%}"[:-1])
    parts: list[Part] = [Paragraph(texts().why_words if rows else texts().why_none)]
    parts += [Listing(listed) for listed in (rows, found) if listed]
    return Reply(texts().why, (*parts, Paragraph(sure)), private=True)


def _use(word: WordUse, documents: int) -> str:
    if word.is_nowhere:
        return texts().why_unknown.format(word=word.word)
    place = f"{word.documents}/{counted(texts().documents, documents)}"
    said = texts().why_word.format(word=word.word, weight=f"{word.weight:.2f}", documents=place)
    if word.taken_for:
        said += texts().why_taken_for.format(words=", ".join(word.taken_for))
    return said + (texts().why_carried if word.carried else "")


def headings_above(excerpts: tuple[Excerpt, ...], limit: int) -> tuple[Excerpt, ...]:
    """The headings above the nearest excerpts, each once."""
    found: dict[tuple[str, str], Excerpt] = {}
    for excerpt in excerpts:
        document = excerpt.document
        for block in document.blocks:
            if block.headings and block.span.overlaps(excerpt.span):
                found.setdefault((document.id, excerpt.heading), Excerpt(document, block.headings[-1]))
                break
    return tuple(found.values())[:limit]
