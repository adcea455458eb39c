"""What if something that is no file lies where one is kept? It is named and passed over, and never waited for."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from retrieval import Document, History, HistoryError, Library, RetrievalSettings

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
PLACES: dict[str, Callable[[Path], None]] = {
    "folder": Path.mkdir,
    "link to a device": lambda path: path.symlink_to("/dev/zero"),
}
if hasattr(os, "mkfifo"):
    PLACES["pipe"] = os.mkfifo


@pytest.fixture(params=list(PLACES.values()), ids=list(PLACES))
def put(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    """Puts something that is no file in a place."""
    place: Callable[[Path], None] = request.param
    return place


def texts(**texts: str) -> list[Document]:
    return [Document(f"{name}.txt", "", text, ()) for name, text in texts.items()]


def test_in_the_place_of_an_index_it_is_named_and_the_documents_are_read(
    put: Callable[[Path], None], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("The walrus sleeps on the ice floe.\n")
    kept = tmp_path / "docs.quoth"
    put(kept)
    library = Library(tmp_path / "docs", RetrievalSettings(), kept_in=kept)
    assert library.librarian.ask("walrus").excerpts
    (record,) = caplog.records
    assert str(kept) in record.getMessage()


def test_in_the_place_of_a_blob_it_gives_way_to_the_text_at_hand(put: Callable[[Path], None], tmp_path: Path) -> None:
    history = History.open(tmp_path)
    revision = history.record(texts(a="One.", b="Two."), MONDAY)
    for blob in sorted((tmp_path / "blobs").iterdir()):
        blob.unlink()
        put(blob)
    with pytest.raises(HistoryError, match=r"damaged: \w+\.z is missing or not what was written"):
        History.open(tmp_path).texts_at(revision)
    assert History.open(tmp_path).texts_at(revision, texts(a="One.", b="Two.")) == {"a.txt": "One.", "b.txt": "Two."}


def test_a_folder_in_the_place_of_a_blob_that_is_to_be_written_is_named(tmp_path: Path) -> None:
    history = History.open(tmp_path)
    history.record(texts(a="One."), MONDAY)
    blobs = list((tmp_path / "blobs").iterdir())
    for blob in blobs:
        blob.unlink()
        blob.mkdir()
    with pytest.raises(HistoryError, match=rf"cannot be written: .*{tmp_path}/blobs/\w+\.z"):
        history.record(texts(a="One.", b="Two."), MONDAY + timedelta(days=1))


def test_in_the_place_of_the_list_it_is_named(put: Callable[[Path], None], tmp_path: Path) -> None:
    put(tmp_path / "revisions.json")
    with pytest.raises(HistoryError, match=str(tmp_path)):
        History.open(tmp_path)


@pytest.mark.parametrize("harm", [b"", b"x\x9c nonsense", None])
def test_a_damaged_text_is_written_anew_where_the_right_one_is_at_hand(harm: bytes | None, tmp_path: Path) -> None:
    now = texts(a="One.", b="Two.")
    history = History.open(tmp_path)
    revision = history.record(now, MONDAY)
    for blob in (tmp_path / "blobs").iterdir():
        blob.unlink() if harm is None else blob.write_bytes(harm)
    assert History.open(tmp_path).texts_at(revision, now) == {"a.txt": "One.", "b.txt": "Two."}
    assert History.open(tmp_path).texts_at(revision) == {"a.txt": "One.", "b.txt": "Two."}, "it was mended"


def test_what_is_recorded_anew_mends_what_was_damaged(tmp_path: Path) -> None:
    history = History.open(tmp_path)
    first = history.record(texts(a="One.", b="Two."), MONDAY)
    for blob in (tmp_path / "blobs").iterdir():
        blob.write_bytes(blob.read_bytes()[::-1])
    history.record(texts(a="One.", b="Two.", c="Three."), MONDAY + timedelta(days=1))
    second = history.revisions[-1]
    assert set(History.open(tmp_path).texts_at(second)) == {"a.txt", "b.txt", "c.txt"}
    with pytest.raises(HistoryError):
        history.texts_at(first)  # which document had which text then is not at hand
    assert set(history.texts_at(first, texts(a="One.", b="Two."))) == {"a.txt", "b.txt"}
