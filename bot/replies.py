"""What is a reply, and in which words? One value that every front end can show, and all the wording of Quoth.

A reply says what to show, never how. Every string in it is plain text: a front end must escape whatever its medium
would take for markup, since file names, headings and questions stem from strangers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from retrieval import Answer, Document, Excerpt, Skipped, Summary


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or two of Quoth itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """An excerpt, to be shown to the letter, with its matched words marked and its citation below."""

    excerpt: Excerpt

    @property
    def citation(self) -> str:
        """File, heading and lines: `faq.md · Refunds · lines 12-18`."""
        first, last = self.excerpt.lines
        lines = f"line {first}" if first == last else f"lines {first}-{last}"
        return " · ".join(filter(None, (self.excerpt.document.id, self.excerpt.heading, lines)))


@dataclass(frozen=True, slots=True)
class Listing:
    """Short entries, each on a line of its own."""

    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What Quoth says to one command.

    `private` replies concern the asker alone. `found` is false where the documents do not answer.
    """

    title: str
    parts: tuple[Paragraph | Quote | Listing, ...] = ()
    private: bool = False
    found: bool = True


def of_answer(answer: Answer) -> Reply:
    """The excerpts that answer, or an honest "not in the documents" with what comes nearest."""
    if not answer.question.strip():
        return Reply("Ask me something", (Paragraph("Type a question about the documents, in your own words."),), True)
    if answer.is_talk:
        return Reply(
            answer.question, (Paragraph("Glad to be here. Ask me anything about the documents, in your own words."),)
        )
    quotes = tuple(Quote(excerpt) for excerpt in answer.excerpts)
    if answer.answered:
        return Reply(answer.question, quotes)
    words = [f"“{word}”" for word in answer.unknown]
    unknown = " or ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
    said = ["The documents do not answer this."]
    if unknown:
        said.append(f"None of them mentions {unknown}.")
    if quotes:
        said.append("These passages come nearest:")
    else:
        said.append("Try other words, or look at the list of documents for what there is to ask about.")
    return Reply(answer.question, (Paragraph(" ".join(said)), *quotes), found=False)


def of_summary(summary: Summary) -> Reply:
    """The chosen sentences, each with its place."""
    title = (
        f"Summary of {summary.target}" if summary.kind == "file" else f"What the documents say about {summary.target}"
    )
    return Reply(title, tuple(Quote(sentence) for sentence in summary.sentences))


def of_sources(documents: tuple[Document, ...], skipped: tuple[Skipped, ...]) -> Reply:
    """The documents that are searched, and the files that are not, with the reason."""
    count = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
    rows = tuple(d.id if d.title in ("", d.id) else f"{d.id} — {d.title}" for d in documents)
    parts: list[Paragraph | Quote | Listing] = [Listing(rows)] if rows else [Paragraph("The folder holds no text yet.")]
    if skipped:
        parts += [Paragraph("Not searched:"), Listing(tuple(f"{s.path}: {s.reason}" for s in skipped))]
    return Reply(f"I search {count}", tuple(parts))


def of_help(commands: Iterable[tuple[str, str]]) -> Reply:
    """What Quoth does and how to use it, for someone who has never seen it. `commands` are names and descriptions."""
    what = (
        "I look things up in a collection of documents. Ask me something, and I show you the passages that answer it, "
        "copied word for word, each with its file and line, so that you can check it. I never make up an answer: if "
        "the documents do not hold one, I say so."
    )
    rows = tuple(f"{name}: {description}" for name, description in commands)
    hint = "Words of your question that stand in a passage are marked. Fewer and more telling words often find more."
    return Reply("How to ask me", (Paragraph(what), Listing(rows), Paragraph(hint)), private=True)
