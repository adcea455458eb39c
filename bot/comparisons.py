"""How is a comparison of two documents told? What both say, what differs in it, and what only one says."""

from bot.replies import Listing, Paragraph, Quote, Reply
from retrieval import Comparison, Pair


def of_comparison(comparison: Comparison) -> Reply:
    """Paired sentences first, those that differ in a detail before the others, then what each document says alone."""
    one, other = comparison.one.id, comparison.other.id
    parts: list[Paragraph | Quote | Listing] = []
    if comparison.shared:
        parts.append(Paragraph("Both speak of this:"))
    else:
        parts.append(Paragraph("No sentence of one says what a sentence of the other says."))
    for pair in comparison.shared:
        parts += [Quote(pair.one), Quote(pair.other)]
        if pair.differences:
            parts.append(Listing(_differences(pair)))
    for name, excerpts in ((one, comparison.only_one), (other, comparison.only_other)):
        if excerpts:
            parts += [Paragraph(f"Only in {name}:"), *map(Quote, excerpts)]
    return Reply(f"{one} and {other}", tuple(parts), found=bool(comparison.shared))


def _differences(pair: Pair) -> tuple[str, ...]:
    """A row for each kind of detail, as in: 14 in a.md, 30 in b.md."""
    names = (pair.one.document.id, pair.other.document.id)
    return tuple(
        ", ".join(f"“{', '.join(words)}” only in {name}" for words, name in zip(found, names, strict=True) if words)
        for found in pair.differences
    )
