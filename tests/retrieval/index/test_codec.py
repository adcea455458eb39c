"""Does an index come back from a file as it was: its documents, its arrays, what was removed, and how it was read?"""

import random
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from retrieval import (
    Block,
    Document,
    Librarian,
    Locator,
    LocatorKind,
    Quality,
    RetrievalSettings,
    Role,
    SnapshotError,
    Span,
)
from retrieval.bm25.formula import Bm25
from retrieval.index.codec import load_index, store_index
from retrieval.index.index import Index
from retrieval.index.segment import Shelf
from retrieval.ingestion.repeated_blocks import Originals
from retrieval.storage.array_file import Snapshot, Writer
from retrieval.text.analysis import Analyzer

KIND = "documents"
SETTINGS = RetrievalSettings()
WORDS = "walrus ice Café 海豹 🦭 FTO 150,000 don’t clams the \r\n \u2028 \ufeff - 👩‍👩‍👧 ﬁsh I.D. Ünïcode".split(" ")


def documents(seed: int, count: int = 8) -> list[Document]:
    """Documents of blocks with every role, with headings and lead-ins and without; some blocks stand in all of them."""
    draw = random.Random(seed)  # noqa: S311 - the same texts every time
    made = []
    for number in range(count):
        text, blocks = "", list[Block]()
        for role in draw.sample(list(Role), len(Role)) * draw.randint(0, 2):
            own = " ".join(draw.choices(WORDS, k=draw.randint(1, 12))) if draw.random() < 0.8 else "Read the letter."
            span = Span(len(text), len(text) + len(own))
            earlier = [block.span for block in blocks]
            headings = tuple(sorted(draw.sample(earlier, min(len(earlier), draw.randint(0, 3)))))
            lead_in, parent, header, speaker = (
                draw.choice(earlier) if earlier and draw.random() < 0.3 else None for _ in range(4)
            )
            locator = Locator(draw.choice(list(LocatorKind)), draw.choice(WORDS)) if draw.random() < 0.3 else None
            blocks.append(
                Block(
                    span,
                    role,
                    draw.randint(0, 6),
                    headings,
                    lead_in,
                    parent,
                    header,
                    speaker,
                    locator,
                    draw.choice(list(Quality)),
                )
            )
            text += own + draw.choice(["\n\n", "\r\n\r\n", "\n"])
        name = f"{draw.choice(['', 'a/', '海/'])}{number} \udce9.txt"
        made.append(Document(name, draw.choice(WORDS), text, tuple(blocks), draw.choice(["", "de", "zh"])))
    return made


def held(librarian: Librarian) -> tuple[Index, Originals]:
    return librarian._index, librarian._originals


def through_file(path: Path, index: Index, originals: Originals) -> tuple[Index, Originals]:
    """The same, out of a file."""
    with Writer(path, KIND) as writer:
        store_index(writer, index, originals)
    return load_index(Snapshot(path, KIND), Analyzer(), index.formula)


def assert_same_shelf(one: Shelf, other: Shelf) -> None:
    for name in (field.name for field in fields(Shelf) if not field.name.startswith("_")):
        first, second = getattr(one, name), getattr(other, name)
        if isinstance(first, np.ndarray):
            assert np.array_equal(first, second), name
            assert first.dtype == second.dtype, name
        elif name in ("documents", "explained"):
            assert first == second
    assert one.terms[:] == other.terms[:]
    assert one.words.words[:] == other.words.words[:]
    for segment in ("by_passage", "by_unit", "by_block"):
        first, second = getattr(one, segment), getattr(other, segment)
        for name in ("hashes", "letters", "ends", "sizes", "starts", "passages", "counts", "common", "frequent"):
            assert np.array_equal(getattr(first, name), getattr(second, name)), (segment, name)
        assert np.array_equal(first.lengths, second.lengths)
        assert np.array_equal(first.peaks, second.peaks)
        assert first.average == second.average


@pytest.mark.parametrize("seed", range(8))
def test_an_index_comes_back_with_every_array_and_every_block(seed: int, tmp_path: Path) -> None:
    index, originals = held(Librarian(documents(seed), (), SETTINGS))
    loaded, read = through_file(tmp_path / "file", index, originals)
    assert loaded.documents == index.documents
    for one, other in zip(index.shelves, loaded.shelves, strict=True):
        assert_same_shelf(one, other)
    assert read.documents == originals.documents
    assert read.repeated == originals.repeated
    assert {name: keys.tolist() for name, keys in read.keys.items()} == {
        name: keys.tolist() for name, keys in originals.keys.items()
    }
    assert any(block.role is Role.CHROME for document in read.documents.values() for block in document.blocks)


@pytest.mark.parametrize("seed", range(8))
def test_so_does_one_with_several_shelves_on_which_documents_were_removed_or_changed(seed: int, tmp_path: Path) -> None:
    librarian = Librarian(documents(seed, 20), (), SETTINGS)
    names = [document.id for document in librarian.documents]
    longest = max(librarian.documents, key=lambda document: len(document.blocks))
    changed = [Document(name, "", longest.text, longest.blocks) for name in names[:2]]
    librarian = librarian.with_changes(changed, names[2:4])
    librarian = librarian.with_changes(documents(seed + 100, 1))
    index, originals = held(librarian)
    assert sum(len(removals.documents) for removals in index.removals) >= 4
    loaded, read = through_file(tmp_path / "file", index, originals)
    assert loaded.documents == index.documents
    assert loaded.removals == index.removals
    assert read.documents == originals.documents
    for one, other in zip(index.shelves, loaded.shelves, strict=True):
        assert_same_shelf(one, other)
    again, read = through_file(tmp_path / "again", loaded, read)
    assert again.documents == index.documents
    assert read.documents == originals.documents
    assert (tmp_path / "again").read_bytes() == (tmp_path / "file").read_bytes()


def test_an_index_without_documents_comes_back(tmp_path: Path) -> None:
    loaded, read = through_file(tmp_path / "file", *held(Librarian((), (), SETTINGS)))
    assert (loaded.documents, loaded.shelves, dict(read.documents)) == ((), (), {})


def test_documents_without_text_or_blocks_come_back(tmp_path: Path) -> None:
    given = [Document("a", "", "", ()), Document("b", "t", "\r\n", ()), Document("c", "", "x", ())]
    index, originals = held(Librarian(given, (), SETTINGS))
    loaded, read = through_file(tmp_path / "file", index, originals)
    assert list(loaded.documents) == list(read.documents.values()) == given


def test_a_letter_that_changed_in_a_text_is_never_shown(tmp_path: Path) -> None:
    path = tmp_path / "file"
    index, originals = held(Librarian(documents(1), (), SETTINGS))
    through_file(path, index, originals)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"walrus", b"walruS"))
    assert path.read_bytes() != whole
    with pytest.raises(SnapshotError, match="damaged near byte"):
        load_index(Snapshot(path, KIND), Analyzer(), Bm25(k1=SETTINGS.k1, b=SETTINGS.b))
    with pytest.raises(SnapshotError, match="damaged near byte"):
        Snapshot(path, KIND).check()
