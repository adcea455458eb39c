"""Where are token states kept? By the digest of their text: in memory, and in files that only grow by what is new.

A folder holds parts: files that are written once, wholly or not at all. What is computed meanwhile is in
memory until it becomes a part of its own; parts that have less than GROWTH times as many texts as what comes behind
them are written anew together with it, so that there are few. A damaged part is dropped: its texts are computed again.
With them it is counted in how many texts each token stands; texts that are gone count until all is read anew. Beside
them stand the directions by which states are compressed; without these, nothing is known and nothing is kept.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.encoder.compression import Compression, States
from retrieval.errors import SnapshotError
from retrieval.storage.array_file import Snapshot, Writer
from retrieval.storage.whole_file import private_folder

log = logging.getLogger(__name__)

KIND = "token states"
GROWTH = 2
"""A part that has not so many times the texts of what comes behind it is written anew together with that."""
REMEMBERED = 1_000
"""Texts that were read for a question, and whose states are remembered for the next; 2 kB each, 30 kB where they are
whole."""

DIRECTIONS = "directions.quoth"
Digests = npt.NDArray[np.uint64]


def digest(text: str) -> int:
    """What a text is known by, 64 bits: of a million texts, two are alike by chance once in 30 million corpora."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@dataclass(frozen=True)
class Counts:
    """In how many of `texts` each token stands, by its number."""

    texts: int
    tokens: npt.NDArray[np.int64]

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.texts + other.texts, self.tokens + other.tokens)


class Part:
    """The states of some texts, by the ascending `digests` of these, in a file. Immutable."""

    def __init__(self, path: Path, maker: str) -> None:
        """Map a file. Raises OSError, SnapshotError where it is damaged or was made by another model."""
        snapshot = Snapshot(path, KIND)
        if snapshot.about.get("made_by") != maker:
            raise SnapshotError(path, "it was made by another model")
        self.path = path
        self.digests: Digests = snapshot.whole("digests")
        self.bounds = snapshot.whole("bounds")
        self.counts = Counts(snapshot.about["texts"], snapshot.whole("counts"))
        self._states, self._check = snapshot.lazy("states")

    def row(self, key: int) -> int | None:
        """The row of this digest, if the text is here."""
        at = int(self.digests.searchsorted(np.uint64(key)))
        return at if at < len(self.digests) and self.digests[at] == key else None

    def states(self, row: int) -> States:
        """The states of one text. Raises SnapshotError where this place is damaged."""
        first, last = int(self.bounds[row]), int(self.bounds[row + 1])
        width = self._states.shape[1]
        self._check(first * width, last * width)
        return self._states[first:last]


class StateStore:
    """States by text. Safe to share between threads; several processes may keep the same folder.

    `model` names the model that computes them, with so many `tokens`; its states alone are taken from the folder.
    Without a folder all stands in memory. `compression` is how states are kept here.
    """

    def __init__(self, folder: Path | None, model: str, tokens: int, compression: Compression | None = None) -> None:
        self._folder, self._model, self._tokens = folder, model, tokens
        self.compression = compression or Compression(_directions(folder, model) if folder else None)
        self._maker = f"{model} {_name(self.compression)}"
        self._lock = threading.Lock()
        self._parts: Sequence[Part] = tuple(self._found()) if folder else ()
        self._new: dict[int, States] = {}
        self._new_counts = Counts(0, np.zeros(tokens, dtype=np.int64))
        self._remembered: OrderedDict[int, States] = OrderedDict()

    def compressed(self, compression: Compression) -> "StateStore":
        """An empty store in the same place, which keeps states so. What cannot be written is logged."""
        if self._folder and compression.directions is not None:
            try:
                private_folder(self._folder)
                with Writer(self._folder / DIRECTIONS, KIND) as writer:
                    writer.about["made_by"] = self._model
                    writer.put("directions", compression.directions)
            except OSError as error:
                log.warning("Token states cannot be kept in %s: %s", self._folder, error)
        return StateStore(self._folder, self._model, self._tokens, compression)

    def __len__(self) -> int:
        """How many texts are known."""
        return len(self._new) + sum(len(part.digests) for part in self._parts)

    @property
    def counts(self) -> Counts:
        """In how many of the texts each token stands."""
        with self._lock:
            return sum((part.counts for part in self._parts), self._new_counts)

    def get(self, keys: Iterable[int]) -> dict[int, States]:
        """The states of the digests, as far as they are known or remembered."""
        found: dict[int, States] = {}
        with self._lock:
            for key in keys:
                if key in self._new:
                    found[key] = self._new[key]
                    continue
                if key in self._remembered:
                    found[key] = self._remembered[key]
                    self._remembered.move_to_end(key)
                    continue
                for part in self._parts:
                    row = part.row(key)
                    if row is not None:
                        try:
                            found[key] = part.states(row)
                        except SnapshotError as error:
                            self._drop(part, error)
                        break
        return found

    def known(self, keys: Iterable[int]) -> set[int]:
        """Those of the digests whose states are known."""
        with self._lock:
            wanted = np.fromiter(keys, np.uint64)
            found = {int(key) for key in wanted if int(key) in self._new}
            for part in self._parts:
                rows = np.minimum(part.digests.searchsorted(wanted), max(len(part.digests) - 1, 0))
                if len(part.digests):
                    found.update(wanted[part.digests[rows] == wanted].tolist())
        return found

    def remember(self, states: Mapping[int, States]) -> None:
        """Keeps states for a while."""
        with self._lock:
            self._remembered.update(states)
            while len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)

    def put(self, states: Mapping[int, States], tokens: Iterable[Iterable[int]]) -> None:
        """Keeps more states for good, in memory until `keep`; `tokens` are those of their texts."""
        with self._lock:
            self._new.update(states)
            for text in tokens:
                self._new_counts.tokens[list(set(text))] += 1
            self._new_counts = Counts(self._new_counts.texts + len(states), self._new_counts.tokens)
            for key in states:
                self._remembered.pop(key, None)

    def keep(self, live: Digests | None = None) -> None:
        """Writes what is new into the folder; with `live` (ascending), all others are left out where parts are merged.

        What cannot be written stays in memory and is logged.
        """
        with self._lock:
            if not self._folder or not self._new:
                return
            before, new, counts = list(self._parts), self._new, self._new_counts
        merged: list[Part] = []
        while before and len(before[-1].digests) < GROWTH * (len(new) + sum(len(part.digests) for part in merged)):
            merged.append(before.pop())
        number = 1 + max((int(part.path.stem) for part in before), default=0)
        path = self._folder / f"{number}.quoth"
        try:
            private_folder(self._folder)
            _write(path, self._maker, sum((part.counts for part in merged), counts), new, merged, live)
            part = Part(path, self._maker)
        except (OSError, SnapshotError) as error:
            log.warning("Token states cannot be kept in %s: %s", self._folder, error)
            return
        with self._lock:
            self._parts = (*before, part)
            self._new, self._new_counts = {}, Counts(0, np.zeros_like(counts.tokens))
        for old in merged:
            if old.path != path:
                old.path.unlink(missing_ok=True)

    def _found(self) -> Iterator[Part]:
        assert self._folder  # noqa: S101 - asked for where there is one
        names = sorted((int(path.stem), path) for path in self._folder.glob("*.quoth") if path.stem.isdigit())
        for _, path in names:
            try:
                yield Part(path, self._maker)
            except (OSError, SnapshotError) as error:
                log.info("%s Its sentences are read again.", error)

    def _drop(self, part: Part, error: SnapshotError) -> None:
        log.warning("%s Its sentences are read again.", error)
        self._parts = tuple(one for one in self._parts if one is not part)


def _directions(folder: Path, model: str) -> npt.NDArray[np.float32] | None:
    try:
        snapshot = Snapshot(folder / DIRECTIONS, KIND)
        if snapshot.about.get("made_by") == model:
            return snapshot.whole("directions")
    except FileNotFoundError:
        pass
    except (OSError, SnapshotError) as error:
        log.warning("%s All sentences are read again.", error)
    return None


def _name(compression: Compression) -> str:
    directions = compression.directions
    return "" if directions is None else blake2b(directions.tobytes(), digest_size=8).hexdigest()


def _write(
    path: Path,
    maker: str,
    counts: Counts,
    new: Mapping[int, States],
    merged: Sequence[Part],
    live: Digests | None,
) -> None:
    """One part of all these, sorted; copied piece by piece, since together they may be larger than the memory."""
    places: dict[int, tuple[Part | None, int]] = {}
    for part in merged:
        kept = part.digests if live is None else part.digests[np.isin(part.digests, live, assume_unique=True)]
        rows = part.digests.searchsorted(kept)
        places |= {key: (part, row) for key, row in zip(kept.tolist(), rows.tolist(), strict=True)}
    places |= dict.fromkeys(new, (None, 0))
    keys = sorted(places)

    def states(key: int) -> States:
        part, row = places[key]
        return part.states(row) if part else new[key]

    lengths = [len(states(key)) for key in keys]
    width = len(states(keys[0])[0])
    bounds = np.cumsum([0, *lengths])
    with Writer(path, KIND) as writer:
        writer.about["made_by"] = maker
        writer.about["texts"] = counts.texts
        writer.put("counts", counts.tokens)
        writer.put("digests", np.array(keys, dtype=np.uint64))
        writer.put("bounds", bounds)
        into: npt.NDArray[Any] = writer.new("states", np.int8, (int(bounds[-1]), width))
        for row, key in enumerate(keys):
            into[bounds[row] : bounds[row + 1]] = states(key)
