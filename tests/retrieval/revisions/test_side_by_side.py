"""Does a history stay right where several write it and read it at once?"""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from retrieval import Document, History
from retrieval.revisions.blobs import Blobs

NOW = datetime.now(UTC)


def texts(**texts: str) -> list[Document]:
    return [Document(f"{name}.txt", "", text, ()) for name, text in texts.items()]


def test_who_looked_earlier_and_records_later_does_not_bring_back_what_changed(tmp_path: Path) -> None:
    one, other = History.open(tmp_path), History.open(tmp_path)
    other.record(texts(a="Before."), NOW - timedelta(seconds=9))
    other.record(texts(a="After."), NOW - timedelta(seconds=3))
    one.record(texts(a="Between."), NOW - timedelta(seconds=5))
    one.record(texts(a="Before."), NOW - timedelta(seconds=4))
    assert [revision.number for revision in History.open(tmp_path).revisions] == [1, 2]
    one.record(texts(a="Later."), NOW)
    assert [one.texts_at(revision)["a.txt"] for revision in one.revisions] == ["Before.", "After.", "Later."]


def test_a_clock_that_was_set_back_stops_no_record(tmp_path: Path) -> None:
    history = History.open(tmp_path)
    history.record(texts(a="From the future."), NOW + timedelta(days=400))
    history.record(texts(a="Now."), NOW)
    assert len(history.revisions) == 2


def test_what_another_one_recorded_can_be_asked_for(tmp_path: Path) -> None:
    reader, writer = History.open(tmp_path), History.open(tmp_path)
    for day in range(3):
        writer.record(texts(a=f"Day {day}."), NOW - timedelta(days=9 - day))
    for typed, number in (("3", 3), ("", 2)):
        found = reader.since(typed)
        assert found is not None
        assert found.number == number


def test_nothing_is_removed_under_who_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = History.open(tmp_path), History.open(tmp_path)
    expected = {f"{at}.txt": f"Text {at}." for at in range(5)}
    first = writer.record([Document(name, "", text, ()) for name, text in expected.items()], NOW - timedelta(days=9))

    def record_more() -> None:
        for day in range(3):
            writer.record(texts(a=f"Day {day}."), NOW - timedelta(days=5 - day), keep=1)

    recording = threading.Thread(target=record_more)
    get = Blobs.get

    def get_slowly(self: Blobs, *arguments: object) -> bytes:
        blob = get(self, *arguments)  # type: ignore[arg-type]
        if threading.current_thread() is not recording and not recording.ident:
            recording.start()
            recording.join(0.5)  # it is done, unless it waits for the reader
        return blob

    monkeypatch.setattr(Blobs, "get", get_slowly)
    assert reader.texts_at(first) == expected
    recording.join()
    assert [revision.number for revision in History.open(tmp_path).revisions] == [4]


def test_what_is_forgotten_meanwhile_is_not_told_and_the_rest_is(tmp_path: Path) -> None:
    reader, writer = History.open(tmp_path), History.open(tmp_path)
    revision = writer.record(texts(a="One.", hidden="Swordfish."), NOW)
    writer.forget("hidden.txt")
    assert reader.texts_at(revision) == {"a.txt": "One."}
