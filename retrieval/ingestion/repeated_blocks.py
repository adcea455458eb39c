"""Which blocks recur over many files? They are furniture of the site and not of an article, and take no part in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from math import ceil

import numpy as np
import numpy.typing as npt

from retrieval.documents.model import Block, Document, Role

MIN_REPEATS = 3
"""A block that stands in so many files, and in a fifth of them, is furniture of the site and not of the article."""

Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Originals:
    """Documents by id as they were read, the keys of their blocks, and the keys of those that recur. Never changes."""

    documents: Mapping[str, Document]
    keys: Mapping[str, Keys]
    repeated: frozenset[int]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "Originals":
        """These documents."""
        return cls({}, {}, frozenset()).changed(documents, ())

    @classmethod
    def known(cls, documents: Mapping[str, Document], keys: Mapping[str, Keys]) -> "Originals":
        """These documents, with the keys of the blocks of each."""
        return cls(documents, keys, _repeated(keys))

    def changed(self, added: Iterable[Document], removed: Iterable[str]) -> "Originals":
        """The same without the documents of these ids, then with others, which take the place of those they name."""
        documents, keys = dict(self.documents), dict(self.keys)
        for name in removed:
            documents.pop(name, None)
            keys.pop(name, None)
        for document in added:
            documents[document.id] = document
            keys[document.id] = np.array(sorted({_key(document, block) for block in document.blocks}), dtype=np.uint64)
        return self.known(documents, keys)

    def cleaned(self, name: str) -> Document:
        """The document with blocks that recur marked as chrome, unless it is mostly made of such blocks.

        A file that mostly repeats others is another version of them, and its text is still its text.
        """
        document = self.documents[name]
        if self.repeated.isdisjoint(self.keys[name].tolist()):
            return document
        recurs = [_key(document, block) in self.repeated for block in document.blocks]
        lengths = [block.span.end - block.span.start for block in document.blocks]
        if sum(length for length, does in zip(lengths, recurs, strict=True) if does) >= sum(lengths) / 2:
            return document
        marked = zip(document.blocks, recurs, strict=True)
        return replace(
            document, blocks=tuple(replace(block, role=Role.CHROME) if does else block for block, does in marked)
        )

    def affected(self, before: "Originals") -> set[str]:
        """The documents that have blocks which recur now and did not before, or the other way round."""
        turned = self.repeated ^ before.repeated
        return {name for name, keys in self.keys.items() if not turned.isdisjoint(keys.tolist())} if turned else set()


def without_repeats(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents in their order, as `Originals.cleaned` gives them."""
    originals = Originals.of(documents)
    return tuple(map(originals.cleaned, originals.documents))


def _repeated(keys: Mapping[str, Keys]) -> frozenset[int]:
    """The keys that as many documents have as it takes."""
    least = max(MIN_REPEATS, ceil(len(keys) / 5))
    ordered = np.concatenate([np.empty(0, np.uint64), *keys.values()])
    ordered.sort()
    behind = ordered[least - 1 :]
    return frozenset(behind[behind == ordered[: len(behind)]].tolist())


def _key(document: Document, block: Block) -> int:
    text = " ".join(block.span.of(document.text).casefold().split())
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
