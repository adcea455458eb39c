"""What is a summary?"""

from dataclasses import dataclass
from typing import Literal

from retrieval.documents.model import Excerpt


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentences that carry a document, a topic or the whole corpus, each excerpt verbatim, in reading order.

    `kind` tells whether `target` names a document, is a topic, or is empty for the whole corpus and for its news. An
    excerpt is mostly one sentence; where one needs those before it, or is a list, they come in one piece. `quoted`
    counts the sentences and list items in the excerpts, `total` those that were chosen from: the document's, all on the
    topic, or all that is new; of the whole corpus both count documents. `missed` names what none was chosen from:
    sections of a document by their headings, else documents by their ids. `read_on` are headings of sections on the
    topic from which none was chosen, the most telling first.
    `is_cut` holds where time was up before all was looked at.
    """

    target: str
    kind: Literal["file", "topic", "corpus", "news"]
    sentences: tuple[Excerpt, ...]
    quoted: int = 0
    total: int = 0
    missed: tuple[str, ...] = ()
    read_on: tuple[Excerpt, ...] = ()
    is_cut: bool = False
