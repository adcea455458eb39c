"""What does `quoth explain` print? The words of the question, the passages with their parts, and what made it sure."""

from collections.abc import Iterator

from bot.replies.model import Quote
from bot.terminal.harmless import one_line
from retrieval import Explanation, WordUse

_WIDTH = 72


def text(explanation: Explanation) -> str:
    """The explanation as lines of plain text."""
    return "\n".join(map(one_line, _lines(explanation))) + "\n"


def _lines(explanation: Explanation) -> Iterator[str]:
    yield f"Question: {explanation.answer.question}"
    yield from ("", "How it is understood (a word's weight: the more, the rarer it is in the documents)")
    for word in explanation.words:
        yield f"  {word.word:24} {word.weight:6.2f}  {_use(word)}"
    if not explanation.words:
        yield "  there is no word in it to look for"
    yield from ("", "The best passages")
    for rank, candidate in enumerate(explanation.candidates, 1):
        shown = "" if candidate.shown else " (not shown)"
        yield f"  {rank}. {Quote(candidate.excerpt).citation}{shown}"
        yield f"     {_short(candidate.excerpt.text)}"
        yield f"     score {candidate.excerpt.score:.2f} = " + " + ".join(
            f"{value:.2f} {name}" for name, value in candidate.parts.items() if value
        )
    if not explanation.candidates:
        yield "  no passage shares a word with the question"
    answer = explanation.answer
    needed = f"{explanation.threshold:g} is needed for an answer, {explanation.near:g} to be shown at all"
    yield from ("", f"How sure that is: {answer.confidence:.2f}, and {needed}")
    for name, value in explanation.reasons.items():
        yield f"  {value:+6.2f}  {name}"
    said = {"answer": "The passages are given as an answer.", "closest": "They are shown as the closest passages only."}
    yield from ("", said.get(answer.status, "Nothing is shown."))


def _use(word: WordUse) -> str:
    if not word.documents and not word.is_nowhere:
        return "in nothing that is searched"
    if not word.documents:
        return "in no document" + (f"; nearest there: {word.nearest}" if word.nearest else "")
    meant = f", taken for: {', '.join(word.taken_for)}" if word.taken_for else ""
    return f"in {word.documents} {'document' if word.documents == 1 else 'documents'}{meant}"


def _short(passage: str) -> str:
    line = " ".join(passage.split())
    return line if len(line) <= _WIDTH else line[: line.rfind(" ", 0, _WIDTH)] + " …"
