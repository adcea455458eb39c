"""What stands in the documents? Their list, the files that are not read, and a text line by line, for the page."""

from bot.app import App
from bot.preview.server.payloads import Payload
from retrieval import headings, left_out

MAX_LISTED, MAX_LINES = 1000, 3000
"""Files and lines that a page gets; the rest is told as a number."""


def listed(app: App) -> Payload:
    """The documents, and the files that are not read, each with its reason."""
    librarian = app.librarian
    names = [document.id for document in librarian.documents]
    skipped = [[file.path, f"{file.reason} {file.detail}".strip()] for file in librarian.skipped]
    more = max(0, len(names) - MAX_LISTED) + max(0, len(skipped) - MAX_LISTED)
    return {"documents": names[:MAX_LISTED], "skipped": skipped[:MAX_LISTED], "more": more}


def text(app: App, name: str) -> Payload:
    """The lines of a document; of each that is a heading or is not quoted, that. Raises UnknownDocument."""
    document = app.librarian.find(name)
    lines = document.text.split("\n")
    marks = {line: "heading" for span in headings(document) for line in document.lines(span)[:1]}
    marks |= {line.line: f"not quoted: {line.reason}" for line in left_out(document)}
    shown = [[line, marks.get(number, "")] for number, line in enumerate(lines[:MAX_LINES], 1)]
    return {"document": document.id, "lines": shown, "more": max(0, len(lines) - MAX_LINES)}
