"""How is it told whether sentences stand in the documents? Each with its verdict, its differences and its place."""

from bot.replies.model import Paragraph, Part, Quote, Reply
from bot.wording import texts
from retrieval import Checked


def of_check(checked: tuple[Checked, ...]) -> Reply:
    """What the documents have of each sentence."""
    if not checked:
        return Reply(texts().check_title, (Paragraph(texts().check_nothing),), private=True, value=checked)
    parts: list[Part] = []
    unchecked = sum(one.verdict == "unchecked" for one in checked)
    for one in checked[: len(checked) - unchecked]:
        said = {
            "verbatim": texts().verbatim,
            "near": texts().nearly,
            "otherwise": texts().otherwise,
            "none": texts().not_there,
        }[one.verdict]
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
        parts += [quote] if quote and one.verdict != "verbatim" else []
    parts += [Paragraph(texts().unchecked.format(count=unchecked))] if unchecked else []
    found = any(one.verdict not in ("none", "unchecked") for one in checked)
    return Reply(texts().check_title, tuple(parts), private=True, found=found, value=checked)
