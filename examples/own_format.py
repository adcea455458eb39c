"""How do I search files of a format of my own? Here the subtitles of films, with the time at which something is said.

A reader says what is text: blocks, which are spans of it and of which each has a role. Nothing is copied out, so what
is quoted is what stands in the file. (For a format that everybody should have, write a reader inside of the library:
ARCHITECTURE.md says where.)

    python -m examples.own_format FOLDER QUESTION
"""

import re
import sys
from pathlib import Path

from retrieval import Block, Document, Librarian, RetrievalSettings, Role, Span

# 12
# 00:04:31,200 --> 00:04:33,900
# What is said, in one or two lines.
_CUE = re.compile(r"^\d+\r?\n(\d\d:\d\d:\d\d)[^\n]*\n((?:.*\S.*\n?)+)", re.MULTILINE)


def read(path: Path) -> Document:
    """The document of a file of subtitles: what is said at once is a paragraph."""
    text = path.read_bytes().decode("utf-8")
    spoken = (match.span(2) for match in _CUE.finditer(text))
    blocks = (Block(Span(start, start + len(text[start:end].rstrip())), Role.PARAGRAPH) for start, end in spoken)
    return Document(path.name, path.stem, text, tuple(blocks))


def time_of(document: Document, span: Span) -> str:
    """When it is said."""
    return [match[1] for match in _CUE.finditer(document.text) if match.start(2) <= span.start][-1]


if __name__ == "__main__":
    documents = [read(path) for path in sorted(Path(sys.argv[1]).glob("*.srt"))]
    answer = Librarian(documents, (), RetrievalSettings()).ask(" ".join(sys.argv[2:]))
    for excerpt in answer.excerpts:
        print(f"{excerpt.document.title}, {time_of(excerpt.document, excerpt.span)}: {excerpt.text}")
