"""How do explanations, checks and places become replies? What a member asks about an answer, or about a text."""

import re
from collections.abc import Iterable

from bot.replies.model import Correction, Headings, Listing, Paragraph, Part, Quote, Reply, Stretch
from bot.wording import texts
from bot.wording.texts import counted
from retrieval import Answer, Checked, Document, Excerpt, Span, WordUse, stretch_after, stretch_before

MAX_CORRECTIONS = 3
"""Corrected words that are offered for one question."""


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


def of_stretch(document: Document, span: Span, found: tuple[Span, ...] = (), *, has_changed: bool = False) -> Reply:
    """A piece of a document to read, with the places `found` in it marked."""
    excerpt = Excerpt(document, span, highlights=tuple(place for place in found if place.overlaps(span)))
    before, after = stretch_before(document, span), stretch_after(document, span)
    note = (Paragraph(texts().changed),) if has_changed else ()
    return Reply(document.id, (*note, Stretch(Quote(excerpt), before is not None, after is not None)))


def of_check(checked: tuple[Checked, ...]) -> Reply:
    """What the documents have of each sentence."""
    if not checked:
        return Reply(texts().check_title, (Paragraph(texts().check_nothing),), private=True)
    parts: list[Part] = []
    for one in checked:
        said = {"verbatim": texts().verbatim, "near": texts().nearly, "none": texts().not_there}[one.verdict]
        lines = [said.format(sentence=" ".join(one.sentence.split()))]
        for difference in one.differences:
            form = texts().instead if difference.said and difference.source else texts().missing
            if not difference.source:
                form = texts().added
            lines.append(form.format(said=difference.said, source=difference.source))
        quote = Quote(one.excerpt) if one.excerpt else None
        if quote and one.verdict == "verbatim":  # to quote it would be to repeat the sentence
            lines.append(quote.citation)
        parts.append(Paragraph("\n".join(lines)))
        parts += [quote] if quote and one.verdict == "near" else []
    found = any(one.verdict != "none" for one in checked)
    return Reply(texts().check_title, tuple(parts), private=True, found=found)
