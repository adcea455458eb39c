"""What is a reader given, and what does it give? The contract of every format.

A reader is a function from a `Source` to a `Reading`. It never fails on what a file holds: what it cannot read it
refuses, with the reason. The same source gives the same reading, whatever was read before.
"""

from collections.abc import Callable
from dataclasses import dataclass

from retrieval.documents.model import Block, Document, Role, SkipReason
from retrieval.ingestion.mixed_languages import in_other_languages
from retrieval.text.detection import language_of
from retrieval.text.languages import language as language_of_tag


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it lies there: its path inside the corpus with "/", and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives.

    `text` is what all offsets refer to: the decoded file with nothing changed, or what was extracted from it. `blocks`
    are in order, none is blank or overlaps another; what they refer to (headings, lead-in …) stands in the same text.
    `title` is one that stands elsewhere than in the text, as in a file's properties; "" where there is none. `language`
    is that which the file names, as in BCP 47 ("de"), or "". `encoding` is as in `Document`.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""
    encoding: str = ""

    def document(self, name: str) -> Document:
        """The document of this id.

        Its title is the first that stands in the text, else that of the reading; its language is that of the reading,
        unless the text is plainly written in another one.
        """
        own = next((block.span.of(self.text) for block in self.blocks if block.role is Role.TITLE), self.title)
        thought = language_of_tag(self.language)
        found = language_of(self.text, thought)
        language = self.language if self.language and found is thought else found.code
        blocks = in_other_languages(self.text, self.blocks, found)
        return Document(name, " ".join(own.split()), self.text, blocks, language, self.encoding)


class Refused(Exception):
    """A file that a reader does not read, and why, as in `Skipped`."""

    def __init__(self, reason: SkipReason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type["Refused"], tuple[SkipReason, str]]:
        """What `pickle` makes it anew of."""
        return Refused, (self.reason, self.detail)


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files: its name, the suffixes it goes by (lower case, with the dot), and how it is read.

    `read` raises Refused and nothing else.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Reading]
