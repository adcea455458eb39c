"""Which blocks stand in many files alike? They are searched in one of them, and cited with all their places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from math import ceil

import numpy as np
import numpy.typing as npt

from retrieval.documents.model import Block, Document, Excerpt, Quality, Role
from retrieval.text.orthography import words
from retrieval.text.span import Span

MIN_REPEATS = 3
"""A block that stands in so many files, and in a fifth of them, is searched in the first of them only."""
MIN_WORDS = 8
"""A block of fewer words says what it says by the heading above it, and repeats another only below the same one."""
BEGINNING = 12
"""First letters by which blocks are compared before their keys are."""
SURELY_ONE = 40
"""Letters of a block from which on it is looked for as a whole: it stands in a document a few times at most."""
MAX_PLACES = 100
"""Other places of an excerpt that are looked up, at most."""

_REPEATED = frozenset((Role.PARAGRAPH, Role.ITEM, Role.CODE, Role.TABLE, Role.BYLINE))

Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Originals:
    """Documents by id as they were read, and the keys of their blocks. Never changes.

    `owners` are of each key that recurs the document in which its block is searched, the first by id.
    """

    documents: Mapping[str, Document]
    keys: Mapping[str, Keys]
    owners: Mapping[int, str]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "Originals":
        """These documents."""
        return cls({}, {}, {}).changed(documents, ())

    @classmethod
    def known(cls, documents: Mapping[str, Document], keys: Mapping[str, Keys]) -> "Originals":
        """These documents, with the keys of the blocks of each."""
        return cls(documents, keys, _owners(keys))

    @classmethod
    def together(cls, parts: Iterable["Originals"]) -> "Originals":
        """The documents of all parts, of which no two have the same id."""
        documents: dict[str, Document] = {}
        keys: dict[str, Keys] = {}
        for part in parts:
            documents |= part.documents
            keys |= part.keys
        return cls.known(documents, keys)

    def changed(self, added: Iterable[Document], removed: Iterable[str]) -> "Originals":
        """The same without the documents of these ids, then with others, which take the place of those they name."""
        documents, keys = dict(self.documents), dict(self.keys)
        for name in removed:
            documents.pop(name, None)
            keys.pop(name, None)
        for document in added:
            documents[document.id] = document
            found = {_key(document, block) for block in document.blocks if block.role in _REPEATED}
            keys[document.id] = np.array(sorted(found), dtype=np.uint64)
        return self.known(documents, keys)

    def cleaned(self, name: str) -> Document:
        """The document with those blocks marked that are searched in another, unless it is mostly made of such blocks.

        A file that mostly repeats others is another version of them, and is searched like them.
        """
        document = self.documents[name]
        if self.owners.keys().isdisjoint(self.keys[name].tolist()):
            return document
        owners = [
            self.owners.get(_key(document, block)) if block.role in _REPEATED else None for block in document.blocks
        ]
        lengths = [block.span.end - block.span.start for block in document.blocks]
        if sum(length for length, owner in zip(lengths, owners, strict=True) if owner) >= sum(lengths) / 2:
            return document
        marked = tuple(
            block if owner in (None, name) else replace(block, quality=Quality.REPEATED)
            for block, owner in zip(document.blocks, owners, strict=True)
        )
        return replace(document, blocks=marked)

    def affected(self, before: "Originals") -> set[str]:
        """The documents with blocks that recur now and did not before, or the other way round, or elsewhere first."""
        turned = {key for key, _ in self.owners.items() ^ before.owners.items()}
        return {name for name, keys in self.keys.items() if not turned.isdisjoint(keys.tolist())} if turned else set()

    def elsewhere(self, excerpt: Excerpt) -> tuple[Excerpt, ...]:
        """The same blocks in other documents, sorted by their ids; nothing if the excerpt has a block of its own."""
        document = excerpt.document
        keys = {_key(document, block) for block in _shown(document, excerpt.span)}
        names: set[str] | None = None
        for key in keys:
            holders = set(self._holders(key)) - {document.id}
            names = holders if names is None else names & holders
            if not names:
                return ()
        shown = [block.span.of(document.text) for block in _shown(document, excerpt.span)]
        return tuple(
            Excerpt(other, Span(found[0].span.start, found[-1].span.end))
            for other in (self.documents[name] for name in sorted(names or ())[:MAX_PLACES])
            if (found := _same_blocks(other, shown, keys))
        )

    def _holders(self, key: int) -> Iterator[str]:
        """The documents with a block of this key."""
        ordered, numbers, names = self._by_key
        first, last = (int(np.searchsorted(ordered, np.uint64(key), side)) for side in ("left", "right"))
        return (names[number] for number in numbers[first:last].tolist())

    @cached_property
    def _by_key(self) -> tuple[Keys, Numbers, list[str]]:
        names = list(self.keys)
        counts = [len(keys) for keys in self.keys.values()]
        together = np.concatenate([np.empty(0, np.uint64), *self.keys.values()])
        order = np.argsort(together, kind="stable")
        return together[order], np.repeat(np.arange(len(names)), counts)[order], names


def without_repeats(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents in their order, as `Originals.cleaned` gives them."""
    originals = Originals.of(documents)
    return tuple(map(originals.cleaned, originals.documents))


def _owners(keys: Mapping[str, Keys]) -> dict[int, str]:
    """The keys that as many documents have as it takes, and the first document of each."""
    least = max(MIN_REPEATS, ceil(len(keys) / 5))
    ordered = np.concatenate([np.empty(0, np.uint64), *keys.values()])
    ordered.sort()
    behind = ordered[least - 1 :]
    repeated = set(behind[behind == ordered[: len(behind)]].tolist())
    owners: dict[int, str] = {}
    for name in sorted(keys) if repeated else ():
        for key in repeated.intersection(keys[name].tolist()):
            owners.setdefault(key, name)
    return owners


def _shown(document: Document, span: Span) -> Iterator[Block]:
    return (block for block in document.blocks_in(span) if block.role in _REPEATED)


def _same_blocks(document: Document, shown: Sequence[str], keys: set[int]) -> list[Block]:
    """The blocks of the document with one of these keys, in reading order; those that stand as they are shown first.

    To look for a long text is many times faster than to go through the blocks of a large document.
    """
    exact = {
        block.span: block
        for text in shown
        if len(text) >= SURELY_ONE
        for block in _standing_so(document, text)
        if _key(document, block) in keys
    }
    if exact:
        return [exact[span] for span in sorted(exact)]
    beginnings = tuple(map(_beginning, shown))
    return [block for block in _beginning_so(document, beginnings) if _key(document, block) in keys]


def _standing_so(document: Document, text: str) -> Iterator[Block]:
    """The blocks that are this text."""
    at = document.text.find(text)
    while at >= 0:
        span = Span(at, at + len(text))
        yield from (block for block in document.blocks_in(span) if block.span == span and block.role in _REPEATED)
        at = document.text.find(text, span.end)


def _beginning(text: str) -> str:
    """The first letters of a block's text, of one word."""
    return text[:BEGINNING].casefold().split(None, 1)[0][:BEGINNING]


def _beginning_so(document: Document, beginnings: tuple[str, ...]) -> Iterator[Block]:
    """The blocks that begin with one of these: a look at a few letters is far quicker than a key."""
    for block in document.blocks:
        start = block.span.start
        if block.role in _REPEATED and document.text[start : start + BEGINNING].casefold().startswith(beginnings):
            yield block


def _key(document: Document, block: Block) -> int:
    """The same number for blocks of the same words; where they are few, for those below the same heading."""
    text = " ".join(block.span.of(document.text).casefold().split())
    if len(text) < 100 and len(words(text)) < MIN_WORDS:
        text = f"{document.heading_above(block).casefold() or document.title.casefold()}\n{text}"
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
