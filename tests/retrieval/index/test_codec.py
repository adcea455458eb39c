"""Does an index come back from a file as it was: its documents, its arrays, what was removed, and how it was read?"""

import random
from collections.abc import Collection, Iterable
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from retrieval import Block, Document, Locator, LocatorKind, Quality, RetrievalSettings, Role, SnapshotError, Span
from retrieval.bm25.formula import Bm25
from retrieval.index.codec import load_index, store_index
from retrieval.index.index import Index
from retrieval.index.segment import Segment
from retrieval.ingestion.repeated_blocks import Originals
from retrieval.storage.array_file import Snapshot, Writer
from retrieval.text.analysis import Analyzer

KIND = "documents"
SETTINGS = RetrievalSettings()
WORDS = "walrus ice Café 海豹 🦭 FTO 150,000 don’t clams the \r\n \u2028 \ufeff - 👩‍👩‍👧 ﬁsh I.D. Ünïcode".split(" ")


LETTER = "Read the letter that the club sends to all of its members each month."


def documents(seed: int, count: int = 8) -> list[Document]:
    """Documents of blocks with every role, with headings and lead-ins and without; some blocks stand in all of them."""
    draw = random.Random(seed)  # noqa: S311 - the same texts every time
    made = []
    for number in range(count):
        text, blocks = "", list[Block]()
        for role in draw.sample(list(Role), len(Role)) * draw.randint(0, 2):
            own = " ".join(draw.choices(WORDS, k=draw.randint(1, 12))) if draw.random() < 0.8 else LETTER
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
                    draw.choice(["", "fr"]),
                    draw.choice(list(Quality)),
                )
            )
            text += own + draw.choice(["\n\n", "\r\n\r\n", "\n"])
        name = f"{draw.choice(['', 'a/', '海/'])}{number} \udce9.txt"
        made.append(Document(name, draw.choice(WORDS), text, tuple(blocks), draw.choice(["", "de", "zh"])))
    return made


Held = tuple[Index, Originals]

NOTHING: Held = (Index(Analyzer(), SETTINGS.formula), Originals.of(()))


def changed(before: Held, given: Iterable[Document], removed: Collection[str] = ()) -> Held:
    """What a librarian holds when documents came, changed and went."""
    index, originals = before[0], before[1].changed(given := list(given), removed)
    names = {document.id for document in given}
    names |= {n for n in originals.affected(before[1]) - names if originals.cleaned(n) != before[1].cleaned(n)}
    return index.changed(map(originals.cleaned, sorted(names)), names.union(removed)), originals


def through_file(path: Path, index: Index, originals: Originals) -> tuple[Index, Originals]:
    """The same, out of a file."""
    with Writer(path, KIND) as writer:
        store_index(writer, index, originals)
    return load_index(Snapshot(path, KIND), Analyzer(), index.formula)


def assert_same_segment(one: Segment, other: Segment) -> None:
    for name in (field.name for field in fields(Segment) if not field.name.startswith("_")):
        first, second = getattr(one, name), getattr(other, name)
        if isinstance(first, np.ndarray):
            assert np.array_equal(first, second), name
            assert first.dtype == second.dtype, name
        elif name in ("documents", "explained"):
            assert first == second
    assert one.terms[:] == other.terms[:]
    assert one.words.words[:] == other.words.words[:]
    for segment in ("by_passage", "by_unit"):
        first, second = getattr(one, segment), getattr(other, segment)
        for name in ("hashes", "letters", "ends", "sizes", "starts", "passages", "counts", "common", "frequent"):
            assert np.array_equal(getattr(first, name), getattr(second, name)), (segment, name)
        assert np.array_equal(first.lengths, second.lengths)
        assert np.array_equal(first.peaks, second.peaks)
        assert first.average == second.average


@pytest.mark.parametrize("seed", range(8))
def test_an_index_comes_back_with_every_array_and_every_block(seed: int, tmp_path: Path) -> None:
    index, originals = changed(NOTHING, documents(seed))
    loaded, read = through_file(tmp_path / "file", index, originals)
    assert loaded.documents == index.documents
    for one, other in zip(index.segments, loaded.segments, strict=True):
        assert_same_segment(one, other)
    assert read.documents == originals.documents
    assert read.owners == originals.owners
    assert {name: keys.tolist() for name, keys in read.keys.items()} == {
        name: keys.tolist() for name, keys in originals.keys.items()
    }
    assert any(block.quality is Quality.REPEATED for document in loaded.documents for block in document.blocks)


@pytest.mark.parametrize("seed", range(8))
def test_so_does_one_with_several_segments_in_which_documents_were_removed_or_changed(
    seed: int, tmp_path: Path
) -> None:
    first = changed(NOTHING, documents(seed, 20))
    names = [document.id for document in first[0].documents]
    longest = max(first[0].documents, key=lambda document: len(document.blocks))
    others = [Document(name, "", longest.text, longest.blocks) for name in names[:2]]
    index, originals = changed(changed(first, others, names[2:4]), documents(seed + 100, 1))
    assert sum(len(deletions.documents) for deletions in index.deletions) >= 4
    loaded, read = through_file(tmp_path / "file", index, originals)
    assert loaded.documents == index.documents
    assert loaded.deletions == index.deletions
    assert read.documents == originals.documents
    for one, other in zip(index.segments, loaded.segments, strict=True):
        assert_same_segment(one, other)
    again, read = through_file(tmp_path / "again", loaded, read)
    assert again.documents == index.documents
    assert read.documents == originals.documents
    assert (tmp_path / "again").read_bytes() == (tmp_path / "file").read_bytes()


def test_an_index_without_documents_comes_back(tmp_path: Path) -> None:
    loaded, read = through_file(tmp_path / "file", *changed(NOTHING, ()))
    assert (loaded.documents, loaded.segments, dict(read.documents)) == ((), (), {})


def test_documents_without_text_or_blocks_come_back(tmp_path: Path) -> None:
    given = [Document("a", "", "", ()), Document("b", "t", "\r\n", ()), Document("c", "", "x", ())]
    index, originals = changed(NOTHING, given)
    loaded, read = through_file(tmp_path / "file", index, originals)
    assert list(loaded.documents) == list(read.documents.values()) == given


def test_a_letter_that_changed_in_a_text_is_never_shown(tmp_path: Path) -> None:
    path = tmp_path / "file"
    index, originals = changed(NOTHING, documents(1))
    through_file(path, index, originals)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"walrus", b"walruS"))
    assert path.read_bytes() != whole
    with pytest.raises(SnapshotError, match="damaged near byte"):
        load_index(Snapshot(path, KIND), Analyzer(), Bm25(k1=SETTINGS.k1, b=SETTINGS.b))
    with pytest.raises(SnapshotError, match="damaged near byte"):
        Snapshot(path, KIND).check()
