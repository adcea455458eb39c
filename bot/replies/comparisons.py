"""How is a comparison of two documents told? What both say, what differs in it, and what only one says."""

from bot.replies.model import Listing, Paragraph, Part, Quote, Reply
from bot.wording import texts
from retrieval import Comparison, Pair


def of_comparison(comparison: Comparison) -> Reply:
    """Paired sentences first, those that differ in a detail before the others, then what each document says alone."""
    one, other = comparison.one.id, comparison.other.id
    title = texts().compared.format(one=one, other=other)
    if comparison.one.text == comparison.other.text:
        return Reply(title, (Paragraph(texts().same_text),), value=comparison)
    parts: list[Part] = []
    if comparison.shared:
        parts.append(Paragraph(texts().both_speak))
    elif not comparison.is_cut:
        parts.append(Paragraph(texts().nothing_shared))
    for pair in comparison.shared:
        parts += [Quote(pair.one), Quote(pair.other)]
        if pair.differences:
            parts.append(Listing(_differences(pair)))
    for name, excerpts in ((one, comparison.only_one), (other, comparison.only_other)):
        if excerpts:
            parts += [Paragraph(texts().only_here.format(file=name)), *map(Quote, excerpts)]
    if comparison.is_cut:
        parts.append(Paragraph(texts().cut_short))
    return Reply(title, tuple(parts), found=bool(comparison.shared), value=comparison)


def _differences(pair: Pair) -> tuple[str, ...]:
    """A row for each kind of detail, as in: 14 in a.md, 30 in b.md."""
    names = (pair.one.document.id, pair.other.document.id)
    return tuple(
        ", ".join(
            texts().only_word.format(words=", ".join(words), file=name)
            for words, name in zip(found, names, strict=True)
            if words
        )
        for found in pair.differences
    )
