"""How is a question answered? With excerpts, with an honest no and hints, and with the reasons for them."""

import re
from collections.abc import Iterable

from bot.replies.model import Correction, Headings, Listing, Paragraph, Part, Quote, Reply
from bot.wording import texts
from bot.wording.texts import counted
from retrieval import Answer, Excerpt, WordUse

MAX_CORRECTIONS = 3
"""Corrected words that are offered for one question."""


def of_answer(answer: Answer, *, hints: tuple[Part, ...] = (), earlier: str = "", source: str = "") -> Reply:
    """The excerpts that answer, or an honest "not in the documents" with `hints` and what comes nearest."""
    if not answer.question.strip():
        return Reply(texts().ask_me, (Paragraph(texts().ask_me_how),), True, value=answer)
    if answer.is_talk:
        return Reply(answer.question, (Paragraph(texts().greeting),), value=answer)
    quotes = tuple(Quote(excerpt) for excerpt in answer.excerpts)
    question = answer.question
    if answer.answered:
        return Reply(question, quotes, question=question, earlier=earlier, source=source, value=answer)
    parts = (Paragraph(texts().not_answered), *hints, Paragraph(texts().closest if quotes else texts().try_other_words))
    return Reply(
        question, (*parts, *quotes), found=False, question=question, earlier=earlier, source=source, value=answer
    )


def hints(question: str, words: Iterable[WordUse], documents: int, headings: tuple[Excerpt, ...]) -> tuple[Part, ...]:
    """Why nothing was found: the words that stand nowhere, words that may have been meant, headings that come near."""
    unknown = [word for word in words if not word.documents and not word.taken_for and not word.carried]
    parts: list[Part] = [Paragraph("\n".join(_nowhere(word, documents) for word in unknown))] if unknown else []
    corrections = [correction for word in unknown if (correction := _correction(question, word))]
    parts += corrections[:MAX_CORRECTIONS]
    if headings:
        parts += [Paragraph(texts().headings), Headings(headings)]
    return tuple(parts)


def _nowhere(word: WordUse, documents: int) -> str:
    said = texts().nowhere.format(word=word.word, documents=counted(texts().documents, documents))
    if word.nearest:
        count = counted(texts().documents, word.nearest_documents) if word.nearest_documents > 1 else "1"
        said += texts().nearest_word.format(word=word.nearest, count=count)
    return f"{said}."


def _correction(question: str, word: WordUse) -> Correction | None:
    found = re.search(rf"(?<!\w){re.escape(word.word)}(?!\w)", question, re.IGNORECASE)
    return Correction(*found.span(), word.nearest) if found and word.nearest else None


def of_why(answer: Answer, words: tuple[WordUse, ...], documents: int, threshold: float) -> Reply:
    """How the question was understood, and what each excerpt has of it. `threshold` is that of answers, 0 to 1."""
    rows = tuple(_use(word, documents) for word in words)
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
    if not word.documents and not word.weight:
        return texts().why_unknown.format(word=word.word)
    place = f"{word.documents}/{counted(texts().documents, documents)}"
    said = texts().why_word.format(word=word.word, weight=f"{word.weight:.2f}", documents=place)
    if word.taken_for:
        said += texts().why_taken_for.format(words=", ".join(word.taken_for))
    return said + (texts().why_carried if word.carried else "")
