"""Where do large corpora come from? Seeded text with the word frequencies and lengths of a small folder.

Words are drawn independently of each other, so frequencies and lengths are kept and phrases are not; that is enough to
measure speed and no good for measuring answers.
"""

import random
from collections.abc import Sequence
from pathlib import Path

from retrieval import Block, Document, Librarian, RetrievalSettings, Role, Span

WORDS_PER_FILE = 1000


def corpus(folder: Path, passages: int, seed: int) -> list[Document]:
    """Documents with about so many passages in all, of words as the folder has them."""
    sentences = _sentences(folder)
    words = [word for sentence in sentences for word in sentence]
    draw = random.Random(seed)  # noqa: S311  # repeatable on purpose, nothing secret
    documents: list[Document] = []
    made = 0
    while made < passages:
        lines: list[str] = []
        count = 0
        while count < WORDS_PER_FILE and made < passages:
            length = len(draw.choice(sentences))
            lines.append(" ".join(draw.choices(words, k=length)).capitalize() + ".")
            count += length
            made += 1
        documents.append(_document(f"{len(documents):06}.txt", lines))
    return documents


def questions(folder: Path, count: int, seed: int) -> list[str]:
    """Questions of two to eight words, drawn from the words of the folder as they are frequent there."""
    words = [word for sentence in _sentences(folder) for word in sentence]
    draw = random.Random(seed)  # noqa: S311  # repeatable on purpose, nothing secret
    return [" ".join(draw.choices(words, k=draw.randint(2, 8))) + "?" for _ in range(count)]


def _sentences(folder: Path) -> list[list[str]]:
    documents = Librarian.open(folder, RetrievalSettings()).documents
    lines = (block.span.of(document.text) for document in documents for block in document.blocks)
    return [words for words in (line.rstrip(".").split() for line in lines) if len(words) > 4]


def _document(name: str, lines: Sequence[str]) -> Document:
    blocks: list[Block] = []
    start = 0
    for line in lines:
        blocks.append(Block(Span(start, start + len(line)), Role.PARAGRAPH))
        start += len(line) + 1
    return Document(name, "", "\n".join(lines), tuple(blocks))
