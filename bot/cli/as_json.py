"""How do answers look as JSON? Plain values with fixed keys, for scripts that read what Quoth writes.

`start` and `end` are offsets in code points into the text of the file, as `quoth text FILE` writes it; `text` is
exactly that slice.
"""

from collections.abc import Iterable

from bot.replies.model import Changes, LeftOutLines, Reply, Sources
from bot.replies.sources import reason
from retrieval import Answer, Document, Excerpt, FileChanges, Revision, Skipped, Summary


def of_reply(reply: Reply) -> dict[str, object]:
    """What the reply tells. Raises TypeError for what has no form as JSON."""
    match reply.value:
        case Answer() as answer:
            return {"question": answer.question} | of_answer(answer)
        case Summary() as summary:
            return of_summary(summary)
        case Changes(since, files):
            return of_changes(files, since)
        case Sources(documents, skipped):
            return of_sources(documents, skipped)
        case LeftOutLines(lines):
            return {
                "left_out": [
                    {"file": one.document.id, "line": one.line, "text": one.text, "reason": one.reason} for one in lines
                ]
            }
        case other:
            raise TypeError(f"{type(other).__name__} has no form as JSON")


def of_answer(answer: Answer) -> dict[str, object]:
    """Whether the corpus answers, how sure that is (0 to 1), and the excerpts, best first.

    `status` is "answer", "closest" or "none", and `answered` true for an answer alone. With "none", the excerpts are
    not near: nobody is shown them elsewhere.
    """
    return {
        "status": answer.status,
        "answered": answer.answered,
        "confidence": answer.confidence,
        "excerpts": [
            _place(excerpt)
            | {"lines": list(excerpt.lines), "score": excerpt.score, "matched": list(excerpt.matched)}
            | {"context": [_place(Excerpt(excerpt.document, place)) for place in excerpt.context]}
            | {"left_out": {"kind": excerpt.rest.kind, "count": excerpt.rest.count} if excerpt.rest else None}
            | {"also_in": [_place(other) | {"lines": list(other.lines)} for other in excerpt.also_in]}
            for excerpt in answer.excerpts
        ],
    }


def of_summary(summary: Summary) -> dict[str, object]:
    """What was summarized, and the sentences in reading order."""
    return {"target": summary.target, "kind": summary.kind, "sentences": [_place(s) for s in summary.sentences]}


def of_changes(changes: Iterable[FileChanges], revision: Revision | None) -> dict[str, object]:
    """The revision that is compared with, or null where nothing older is kept, and what changed since, by file.

    Offsets of what was removed, and of what stood before, count in the text of that revision.
    """
    return {
        "since": {"revision": revision.number, "when": revision.when.isoformat()} if revision else None,
        "files": [
            {
                "file": change.file,
                "kind": change.kind,
                "was": change.was,
                "added": [_place(excerpt) for excerpt in change.added],
                "removed": [_place(excerpt) for excerpt in change.removed],
                "reworded": [
                    {"before": _place(pair.before), "after": _place(pair.after), "similarity": pair.similarity}
                    for pair in change.reworded
                ],
            }
            for change in changes
        ],
    }


def of_sources(documents: tuple[Document, ...], skipped: tuple[Skipped, ...]) -> dict[str, object]:
    """The documents that are searched, and the files that are not."""
    return {
        "documents": [{"file": document.id, "title": document.title} for document in documents],
        "skipped": [{"file": file.path, "reason": reason(file), "code": file.reason} for file in skipped],
    }


def _place(excerpt: Excerpt) -> dict[str, object]:
    return {
        "file": excerpt.document.id,
        "start": excerpt.span.start,
        "end": excerpt.span.end,
        "text": excerpt.text,
    }
