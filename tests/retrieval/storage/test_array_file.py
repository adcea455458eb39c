"""Is the file of an index whole or not there, and is no changed byte of it ever believed?"""

import os
import random
import resource
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from retrieval import SnapshotError
from retrieval.bm25 import builder as building
from retrieval.passage_index.index import KIND, PassageIndex
from retrieval.storage import array_file as snapshot
from retrieval.storage.array_file import Snapshot, Writer
from retrieval.storage.whole_file import whole_file
from tests.fakes.scored_passages import words

TEXTS = ["ice floe", "a walrus on the ice", "the the the sea", "", "clams 🦭 in the sea", "ice cream", "the sun", "sun"]


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that hardly two arrays share a block, words are with a row and without one, and no disk is waited for."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(snapshot, "BLOCK", 16)
    monkeypatch.setattr(building, "SMALL", 0)
    monkeypatch.setattr(building, "FREQUENT", 3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the index of `TEXTS` stands."""
    path = tmp_path / "passages.quoth"
    PassageIndex.build(TEXTS, words, kernels="numpy").save(path)
    return path


def everything(path: Path) -> object:
    """All that can be had from an index: what each word finds, what two words find, and all texts."""
    index = PassageIndex.open(path, words, "numpy")
    asked = {word for text in TEXTS for word in words(text)} | {"the ice", "sun a", "nowhere"}
    return len(index), {text: index.search(text) for text in asked}, [index.text(at) for at in range(len(TEXTS))]


def saved_anew(path: Path) -> object:
    """The same of the file that the index in a file is saved into."""
    PassageIndex.open(path, words, "numpy").save(path.with_name("anew"))
    return everything(path.with_name("anew"))


def flips(size: int) -> Iterator[tuple[int, int]]:
    """Every place in the file, and which bits of it change: mostly one, at times all."""
    yield from ((at, 0xFF if at % 9 == 8 else 1 << at % 8) for at in range(size))


@pytest.mark.usefixtures("small_parts")
def test_a_byte_that_changed_anywhere_is_noticed_or_changes_nothing(path: Path) -> None:
    whole, expected, noticed = path.read_bytes(), everything(path), 0
    for at, bits in flips(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ bits]) + whole[at + 1 :])
        for use in (everything, saved_anew):
            try:
                assert use(path) == expected, at
            except SnapshotError:
                noticed += 1
    assert noticed > 1.5 * len(whole), "all but the bytes between arrays"


def test_so_it_is_in_blocks_of_the_usual_size(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - not for secrets
    texts = [" ".join(f"w{int(chance.paretovariate(0.7))}" for _ in range(20)) for _ in range(1000)]
    path = tmp_path / "index"
    PassageIndex.build(texts, words, kernels="numpy").save(path)
    whole = path.read_bytes()

    def use() -> object:
        index = PassageIndex.open(path, words, "numpy")
        hits = [index.search(f"w{word}", 20) for word in range(0, 60, 3)]
        return hits, [index.text(passage) for found in hits for passage, _ in found]

    expected, noticed = use(), 0
    for at in chance.sample(range(len(whole)), 150):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        try:
            assert use() == expected, at
        except SnapshotError:
            noticed += 1
    assert noticed > 75


def test_a_file_cut_off_anywhere_or_with_something_behind_it_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        with pytest.raises(SnapshotError):
            Snapshot(path, KIND)
    path.write_bytes(whole + b"\n")
    with pytest.raises(SnapshotError, match="another kind of file, or its end is missing"):
        Snapshot(path, KIND)


def of_a_newer_version(path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshot, "VERSION", 2)
        PassageIndex.build(TEXTS, words, kernels="numpy").save(path)


def of_another_kind(path: Path) -> None:
    with Writer(path, "documents") as writer:
        writer.put("ids", np.arange(3))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.write_bytes(b""), "too short"),
        (lambda path: path.write_text("The walrus sleeps on the ice floe.\n" * 9), "another kind of file"),
        (lambda path: path.write_bytes(bytes(5000)), "another kind of file"),
        (of_a_newer_version, "has version 2 of the format; this is version 1"),
        (of_another_kind, "holds documents, not passages"),
    ],
)
def test_what_is_no_such_index_is_refused_in_plain_words(
    make: Callable[[Path], object], reason: str, tmp_path: Path
) -> None:
    make(tmp_path / "file")
    with pytest.raises(SnapshotError, match=reason) as told:
        PassageIndex.open(tmp_path / "file", words, "numpy")
    assert str(tmp_path / "file") in str(told.value)


def test_a_folder_or_nothing_or_a_file_of_others_is_the_system_s_error(path: Path) -> None:
    for other in (path.parent, path.with_name("nothing")):
        with pytest.raises(OSError, match=str(other)):
            PassageIndex.open(other, words, "numpy")
    with pytest.raises(OSError, match="nowhere"):
        PassageIndex.open(path, words, "numpy").save(path.parent / "nowhere" / "index")
    path.chmod(0)
    me = os.geteuid()
    if me == 0:  # nothing is forbidden to root
        os.seteuid(65_534)
    try:
        with pytest.raises(PermissionError):
            PassageIndex.open(path, words, "numpy")
    finally:
        os.seteuid(me)


@pytest.mark.parametrize("failing", ["os.fsync", "os.posix_fallocate", "pathlib.Path.replace", "json.dumps"])
def test_an_error_while_writing_leaves_the_old_file_and_no_other(
    failing: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(failing, full, raising=False)
    with pytest.raises(OSError, match="No space left"):
        PassageIndex.build(["something new"], words, kernels="numpy").save(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_so_does_a_limit_of_the_system_and_an_error_of_who_writes(path: Path) -> None:
    before, (soft, hard) = path.read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)
    larger = PassageIndex.build([f"w{number} " * 9 for number in range(3000)], words, kernels="numpy")
    for limit in (1, 30_000, 200_000):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
        try:
            with pytest.raises(OSError, match="too large"):
                larger.save(path)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    with pytest.raises(KeyboardInterrupt), Writer(path, KIND) as writer:
        writer.put("ids", np.arange(1000))
        raise KeyboardInterrupt
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_half_written_files_are_removed_unless_somebody_is_still_writing_them(path: Path) -> None:
    left, foreign = (path.with_name(f".{name}.part") for name in ("passages.quoth." + "0f" * 8, "somebody's"))
    for half in (left, foreign):
        half.write_bytes(b"half")
    with whole_file(path.with_name("other")) as being_written:
        PassageIndex.open(path, words, "numpy").save(path)
        assert set(path.parent.iterdir()) == {path, foreign, Path(being_written.name)}
    assert set(path.parent.iterdir()) == {path, foreign, path.with_name("other")}


@pytest.mark.parametrize("dtype", ["u1", "u2", "u4", "i4", "i8", "f8", ">i4"])
def test_arrays_come_back_as_they_were(dtype: str, tmp_path: Path) -> None:
    arrays = [np.arange(24, dtype=dtype).reshape(shape) for shape in ((24,), (4, 6))] + [np.empty((0, 3), dtype)]
    with Writer(tmp_path / "file", KIND) as writer:
        for number, array in enumerate(arrays):
            writer.put(str(number), array)
        writer.put_bytes("letters", [b"one", b"", b"two"])
        writer.about["more"] = [1, "🦭", {"a": 0.1}]
    read = Snapshot(tmp_path / "file", KIND)
    for number, array in enumerate(arrays):
        assert np.array_equal(read.whole(str(number)), array)
        assert read.whole(str(number)).shape == array.shape
    assert read.whole("letters").tobytes() == b"onetwo"
    assert read.about == {"more": [1, "🦭", {"a": 0.1}]}


def test_nothing_is_read_before_it_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with Writer(path, KIND) as writer:
        writer.put("first", np.arange(10_000))
        writer.put("second", np.arange(10_000))
    content = bytearray(path.read_bytes())
    second = content.index(np.arange(10_000).tobytes(), 1)
    content[0] ^= 1  # whoever reads here is told
    content[second + 8 * 9_999] ^= 1
    path.write_bytes(content)
    read = Snapshot(path, KIND)
    array, check = read.lazy("second")
    check(5000, 5001)
    assert array[5000] == 5000
    check(0, 5001)
    with pytest.raises(SnapshotError, match="damaged near byte"):
        check(0, 10_000)
    with pytest.raises(SnapshotError, match="damaged near byte 0"):
        read.whole("first")


def test_damage_is_told_when_its_part_is_used_and_the_rest_goes_on(tmp_path: Path) -> None:
    texts = [f"{number} " + "ice " * 6000 for number in range(9)]
    path = tmp_path / "index"
    PassageIndex.build(texts, words, kernels="numpy").save(path)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"\x008 ice", b"\x008 icy").replace(b" 8 ice", b" 8 icy"))
    assert path.read_bytes() != whole
    index = PassageIndex.open(path, words, "numpy")
    assert [passage for passage, _ in index.search("ice", 9)] == list(range(9))
    assert index.text(0) == texts[0]
    with pytest.raises(SnapshotError, match="damaged near byte"):
        index.text(8)
    assert index.text(3) == texts[3]
