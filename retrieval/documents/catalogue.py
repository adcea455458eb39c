"""Which document is meant? One of a corpus by its id, its file name, its key, or a part of its name."""

import base64
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import blake2b

from retrieval.documents.model import Document
from retrieval.documents.names import Names
from retrieval.errors import UnknownDocument


class Catalogue:
    """The documents of a corpus by their names. Never changes; each table is made when it is first asked for."""

    def __init__(self, documents: Sequence[Document], before: "Catalogue | None" = None) -> None:
        """`documents` are sorted by id. Those that were in the catalogue `before` have the keys that they had there."""
        self._documents = documents
        self._known_keys: Mapping[str, str] = before._keys_so_far if before else {}

    def get(self, name: str) -> Document | None:
        """The document of this id, or of this file name where only one has it."""
        return self._by_id.get(name) or self._by_file_name.get(name)

    def find(self, name: str) -> Document:
        """The same, or that of this key. Raises UnknownDocument, which has the ids that come nearest."""
        document = self.get(name) or self.with_key(name)
        if document is None:
            raise UnknownDocument(name, self.complete(name, 3))
        return document

    def with_key(self, key: str) -> Document | None:
        """The document of this key (see `document_key`)."""
        return self._by_id.get(self._by_key.get(key, ""))

    def complete(self, typed: str, limit: int) -> tuple[str, ...]:
        """Ids that fit what was typed so far, best first: those that hold it, else those that resemble it."""
        return self._names.complete(typed, limit)

    @cached_property
    def _by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self._documents}

    @cached_property
    def _by_file_name(self) -> dict[str, Document | None]:
        """None for a file name that several documents have."""
        found: dict[str, Document | None] = {}
        for document in self._documents:
            name = document.id.rpartition("/")[2]
            found[name] = None if name in found else document
        return found

    @cached_property
    def _names(self) -> Names:
        return Names([document.id for document in self._documents])

    @cached_property
    def _keys(self) -> dict[str, str]:
        """The key of each document by its id."""
        known = self._known_keys
        return {one.id: known.get(one.id) or document_key(one.id) for one in self._documents}

    @property
    def _keys_so_far(self) -> Mapping[str, str]:
        """The keys, if they were made already, so that a change makes those of new documents alone."""
        made: Mapping[str, str] = self.__dict__.get("_keys", self._known_keys)
        return made

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return {key: name for name, key in reversed(self._keys.items())}  # of two with one key the first is found


def document_key(document_id: str) -> str:
    """What stands for a document where its id is too long: 8 letters, digits, "-" or "_", the same at all times."""
    digest = blake2b(document_id.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii")
