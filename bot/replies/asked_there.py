"""Does a document ask the very same question, and answer it? Then that is the answer, even to "who are you?".

Such questions have no word to search for; a list of questions and answers has them all the same.
"""

import re
from collections.abc import Iterator, Sequence

from retrieval import Document, Excerpt, Role, Span, without_noise

MAX_READ = 5_000_000
"""Characters that are looked through."""
MAX_ANSWER = 600
"""Characters up to which the paragraphs behind the question are shown; the first one is shown whole."""
_WORD = re.compile(r"[^\s\W_](?:[^\s]*[^\s\W_])?")
_OPENS = re.compile(r"(?:\w{1,2}[.:)])?[\W_]*(?:\w{1,2}[.:)])?[\W_]*")  # "Q:", "2.", "**"
_MARK = re.compile(r"[\W_]*?[?？؟][\W_]*")
_HEADINGS = (Role.TITLE, Role.HEADING)


def asked_there(documents: Sequence[Document], question: str) -> Excerpt | None:
    """The question in one of the documents, with what is said to it there."""
    words = _WORD.findall(without_noise(question))
    if not words:
        return None
    sought = re.compile(r"[\s\W_]+".join(map(_spelled, words)), re.IGNORECASE)
    left = MAX_READ
    for document in documents:
        left -= len(document.text)
        if left < 0:
            break
        for found in sought.finditer(document.text):
            if answer := _answered(document, Span(*found.span()), len(words)):
                return answer
    return None


def _spelled(word: str) -> str:
    return re.sub("['’]", "['’]", re.escape(word))


def _answered(document: Document, asked: Span, words: int) -> Excerpt | None:
    """What stands behind the question, if it is one there: with its mark, or as a heading of several words."""
    at = next((at for at, one in enumerate(document.blocks) if one.span.overlaps(asked)), None)
    if at is None:
        return None
    block, text = document.blocks[at], document.text
    mark = _MARK.match(text, asked.end, block.span.end)
    is_heading = block.role in _HEADINGS and words > 1 and not re.search(r"\w", text[asked.end : block.span.end])
    if not _OPENS.fullmatch(text, block.span.start, asked.start) or not (mark or is_heading):
        return None
    end = block.span.end
    if not mark or mark.end() == end:
        for following in _said_behind(document, at):
            if end > block.span.end and following.end - block.span.start > MAX_ANSWER:
                break
            end = following.end
        if end == block.span.end:
            return None
    return Excerpt(document, Span(block.span.start, end), highlights=(asked,))


def _said_behind(document: Document, at: int) -> Iterator[Span]:
    """The blocks behind this one, up to the next heading."""
    for block in document.blocks[at + 1 :]:
        if block.role in _HEADINGS:
            return
        yield block.span
