"""Does a folder that is kept in a file answer as one that was read, without reading it again? Is a bad file rebuilt?"""

import logging
import random
from dataclasses import replace
from pathlib import Path

import pytest

from retrieval import Librarian, Library, RetrievalSettings
from retrieval import indexed_folder as library
from retrieval.index import version as version_module
from retrieval.storage import array_file as snapshot
from retrieval.storage.array_file import Writer
from tests.fakes.told import QUESTIONS, told
from tests.fakes.written_documents import FILES, MAX_FILE_MB, names_read, put, write_all

SETTINGS = RetrievalSettings(max_file_mb=MAX_FILE_MB)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents with all that is hard."""
    write_all(tmp_path / "docs")
    return tmp_path / "docs"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where the index is kept."""
    return tmp_path / "data" / "index" / "a.quoth"


def start(folder: Path, kept: Path, settings: RetrievalSettings = SETTINGS) -> Library:
    return Library(folder, settings, kept_in=kept)


def keep(folder: Path, kept: Path) -> Library:
    first = start(folder, kept)
    first.keep()
    return first


def is_believed(folder: Path, kept: Path) -> bool:
    """Whether a start finds in the file what it needs: then it does not write another one."""
    before = kept.stat().st_ino
    keep(folder, kept)
    return kept.stat().st_ino == before


@pytest.mark.parametrize("short", [False, True])
def test_a_later_start_answers_as_one_that_read_the_files_and_reads_none(
    folder: Path, kept: Path, short: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(SETTINGS, short_answers=short)
    expected = told(Librarian.open(folder, settings))
    assert told(keep(folder, kept).librarian) == told(Librarian.open(folder, SETTINGS))
    read = names_read(monkeypatch)
    assert told(start(folder, kept, settings).librarian) == expected
    assert read == []


@pytest.mark.parametrize("name", ["nothing", "photo.png", "empty.md"])
def test_so_does_a_folder_without_documents(tmp_path: Path, kept: Path, name: str) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    if name != "nothing":
        put(folder / name, b" \n")
    expected = told(keep(folder, kept).librarian)
    assert told(start(folder, kept).librarian) == expected == told(Librarian.open(folder, SETTINGS))
    put(folder / "new.txt", b"A walrus eats clams.\n")
    later = start(folder, kept)
    later.keep()
    assert later.librarian.ask(QUESTIONS[0]).answered
    assert told(start(folder, kept).librarian) == told(Librarian.open(folder, SETTINGS))


def test_what_grew_in_parts_and_lost_documents_is_kept_as_it_is(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(30):
        put(folder / f"more/{n}.txt", f"The keeper of lighthouse {n} lit the lamp. The walrus saw it.\n".encode() * 9)
    grown = start(folder, kept)
    for n in range(3):
        put(folder / f"late{n}.md", f"# Late\n\nThe walrus number {n} came too late for its clams.\n".encode())
        (folder / f"more/{n}.txt").unlink()
        assert grown.refresh()
    (folder / "windows.txt").unlink()
    put(folder / "more/9.txt", b"The lighthouse is dark.\n")
    assert grown.refresh()
    grown.keep()
    read = names_read(monkeypatch)
    later = start(folder, kept)
    assert told(later.librarian) == told(grown.librarian)
    assert not later.refresh()
    assert read == []


def test_a_library_that_was_restored_changes_and_is_kept_again(folder: Path, kept: Path) -> None:
    keep(folder, kept)
    for n in range(3):
        put(folder / "news/1.txt", f"The walrus ate bridge {n}.\n".encode(), 1_700_000_001_000_000_000 + n)
        (folder / f"news/{2 + n}.txt").unlink(missing_ok=True)
        later = start(folder, kept)
        later.keep()
        assert later.librarian.find("news/1.txt").text == f"The walrus ate bridge {n}.\n"
        assert later.librarian.documents == Librarian.open(folder, SETTINGS).documents
        for question in QUESTIONS:
            answer, anew = later.librarian.ask(question), Librarian.open(folder, SETTINGS).ask(question)
            assert [e.span for e in answer.excerpts] == [e.span for e in anew.excerpts]
            assert answer.confidence == pytest.approx(anew.confidence, abs=1e-9)


def test_each_start_reads_only_what_is_not_as_it_was_kept(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(folder, kept)
    put(folder / "windows.txt", b"The walrus left.\n", 1_700_000_001_000_000_000)
    put(folder / "fish trade.txt", FILES["fish trade.txt"].encode(), 1_700_000_001_000_000_000)
    read = names_read(monkeypatch)
    start(folder, kept).keep()
    # Of what was skipped at sight nothing is kept, and nothing is read.
    assert read == ["fish trade.txt", "windows.txt"]
    read.clear()
    start(folder, kept).keep()
    assert read == []


@pytest.mark.parametrize("other", [{"k1": 1.2}, {"b": 0.9}, {"max_file_mb": 1.0}])
def test_what_was_made_with_other_settings_is_made_anew(
    folder: Path, kept: Path, other: dict[str, float], caplog: pytest.LogCaptureFixture
) -> None:
    keep(folder, kept)
    settings = replace(SETTINGS, **other)  # type: ignore[arg-type]
    with caplog.at_level(logging.INFO):
        later = start(folder, kept, settings)
    assert "made by another version or other settings" in caplog.text
    assert told(later.librarian) == told(Librarian.open(folder, settings))


def test_settings_that_do_not_count_for_the_index_need_no_other_one(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(folder, kept)
    read = names_read(monkeypatch)
    later = start(folder, kept, replace(SETTINGS, answer_threshold=0.9, short_answers=True))
    assert "windows.txt" in [document.id for document in later.librarian.documents]
    assert read == []


@pytest.mark.parametrize("changed", ["FORMAT", "sources", "version", "unidata_version"])
def test_what_other_code_made_is_made_anew(
    folder: Path, kept: Path, changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(folder, kept)
    other = Path(version_module.__file__).parents[1] / "librarian.py"  # any file that does not count
    read = names_read(monkeypatch)
    values = {"FORMAT": 0, "sources": lambda _: [other], "version": lambda _: "0", "unidata_version": "0"}
    start(folder, kept)
    assert read == []
    monkeypatch.setattr(version_module, changed, values[changed])
    start(folder, kept)
    assert "windows.txt" in read


def damages(whole: bytes) -> dict[str, bytes]:
    """The file with a byte changed at many places, cut off, and replaced by other files."""
    chance = random.Random(5)  # noqa: S311 - the same places every time
    places = chance.sample(range(len(whole)), 60)
    flipped = {f"byte {at}": whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :] for at in places}
    cut = {f"cut at {size}": whole[:size] for size in (0, 1, 63, len(whole) // 2, len(whole) - 1)}
    others = {"zeros": bytes(len(whole)), "text": b"walrus\n" * 999, "twice": whole * 2, "more": whole + b"\n"}
    return flipped | cut | others


def test_a_damaged_file_is_named_and_made_anew_at_the_start_and_never_believed(
    folder: Path, kept: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda _: None)
    expected = told(keep(folder, kept).librarian)
    whole = kept.read_bytes()
    # Between arrays stand bytes that are nobody's, and they are checked, too: every damage is noticed.
    for number, (damage, content) in enumerate(damages(whole).items()):
        kept.write_bytes(content)
        caplog.clear()
        later = start(folder, kept)
        assert later.librarian.documents == expected[0], damage
        assert [record.levelname for record in caplog.records] == ["WARNING"], damage
        assert f"The index in {kept} cannot be used: " in caplog.text
        assert "It is made anew." in caplog.text
        if number % 10 == 0:
            assert told(later.librarian) == expected
            later.keep()
            assert is_believed(folder, kept)


def test_a_foreign_file_of_the_same_format_is_not_believed(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    expected = told(keep(folder, kept).librarian)
    with Writer(kept, library.KIND) as writer:
        writer.about["segments"] = 0
    assert told(start(folder, kept).librarian) == expected
    with Writer(kept, "passages"):
        pass
    assert told(keep(folder, kept).librarian) == expected
    assert "it holds passages, not documents" in caplog.text
    monkeypatch.setattr(snapshot, "VERSION", 2)
    assert told(start(folder, kept).librarian) == expected
    assert "has version 1 of the format; this is version 2" in caplog.text


def test_what_cannot_be_kept_is_one_warning_and_everything_else_works(
    folder: Path, kept: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        first = start(folder, kept)
        for _ in range(3):
            first.keep()
        put(folder / "new.txt", b"The walrus eats plums.\n")
        assert first.refresh()
        first.keep()
        assert told(first.librarian)[:2] == told(Librarian.open(folder, SETTINGS))[:2]
    assert [record.getMessage() for record in caplog.records] == [
        f"The index cannot be kept in {kept}: [Errno 28] No space left on device"
    ]
    assert list(kept.parent.iterdir()) == []
    first.keep()
    assert is_believed(folder, kept)


def test_the_file_is_written_only_where_something_is_new(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = keep(folder, kept)
    written = kept.stat().st_mtime_ns
    first.refresh()
    first.keep()
    keep(folder, kept)
    assert kept.stat().st_mtime_ns == written
    read = names_read(monkeypatch)
    assert not first.refresh()
    assert read == []


def test_what_is_compacted_holds_no_text_that_is_gone_and_answers_the_same(folder: Path, kept: Path) -> None:
    put(folder / "gate.txt", b"The password of the gate is swordfish.\n")
    grown = keep(folder, kept)
    (folder / "gate.txt").unlink()
    assert grown.refresh()
    before = told(grown.librarian)
    grown.compact()
    assert told(grown.librarian) == before
    assert b"swordfish" not in kept.read_bytes()
    assert is_believed(folder, kept)
