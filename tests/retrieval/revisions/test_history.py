"""How is the history of the documents kept: whole, small, and never believed where it is damaged?"""

import json
import os
import zlib
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest

from retrieval import Document, History, HistoryError, UnknownRevision

DAYS = 8
MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)


def documents(**texts: str) -> list[Document]:
    return [Document(f"{name}.txt", "", text, ()) for name, text in texts.items()]


def files(folder: Path) -> dict[Path, tuple[bytes, int]]:
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def test_every_revision_gives_back_the_texts_to_the_letter(tmp_path: Path) -> None:
    history = History.open(tmp_path)
    history.record(documents(a="One.\r\n", b="Zwei 🦭 \ud83e"), MONDAY)
    history.record(documents(a="One, changed.\n"), MONDAY + timedelta(days=1))
    first, second = History.open(tmp_path).revisions
    assert (first.number, first.when, second.number) == (1, MONDAY, 2)
    assert history.texts_at(first) == {"a.txt": "One.\r\n", "b.txt": "Zwei 🦭 \ud83e"}
    assert history.texts_at(second) == {"a.txt": "One, changed.\n"}


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    history = History.open(tmp_path)
    first = history.record(documents(a="One.", b="Two."), MONDAY)
    before = files(tmp_path)
    assert history.record(documents(b="Two.", a="One."), MONDAY + timedelta(days=1)) == first
    assert files(tmp_path) == before


def test_a_text_is_kept_once_and_compressed(tmp_path: Path) -> None:
    long = "The walrus sleeps on the ice floe. " * 1000
    history = History.open(tmp_path)
    for day in range(5):
        history.record(documents(a=long, b=long, c=f"Day {day}."), MONDAY + timedelta(days=day))
    assert sum(len(content) for content, _ in files(tmp_path).values()) < len(long) / 10


def test_the_oldest_revisions_go_and_then_the_texts_that_none_needs(tmp_path: Path) -> None:
    history = History.open(tmp_path)
    for day in range(5):
        history.record(documents(a="Always.", b=f"Day {day}."), MONDAY + timedelta(days=day), keep=2)
    assert [revision.number for revision in History.open(tmp_path).revisions] == [4, 5]
    assert [history.texts_at(revision)["b.txt"] for revision in history.revisions] == ["Day 3.", "Day 4."]
    assert len(files(tmp_path / "blobs")) == 7  # of one more: three lists, three days, and what was always there


def test_a_write_that_fails_leaves_the_history_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    history = History.open(tmp_path)
    history.record(documents(a="One."), MONDAY)
    before = (tmp_path / "revisions.json").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(HistoryError, match="cannot be written: No space left"):
        history.record(documents(a="Two."), MONDAY)
    assert (tmp_path / "revisions.json").read_bytes() == before
    assert [revision.number for revision in history.revisions] == [1]
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("harm", [b"", b"x\x9c nonsense", None])
def test_a_damaged_or_missing_text_is_told_and_not_believed(harm: bytes | None, tmp_path: Path) -> None:
    history = History.open(tmp_path)
    revision = history.record(documents(a="One."), MONDAY)
    for path in (tmp_path / "blobs").iterdir():
        path.unlink() if harm is None else path.write_bytes(harm)
    with pytest.raises(HistoryError, match=r"damaged: \w+\.z is missing or not what was written"):
        history.texts_at(revision)


def test_a_text_that_was_exchanged_for_another_is_noticed(tmp_path: Path) -> None:
    history = History.open(tmp_path)
    revision = history.record(documents(a="One.", b="Two."), MONDAY)
    first, *others = sorted((tmp_path / "blobs").iterdir())
    for other in others:
        other.write_bytes(first.read_bytes())
    with pytest.raises(HistoryError, match="damaged"):
        history.texts_at(revision)


@pytest.mark.parametrize("harm", ["", "[]", "{}", '{"hash": 1, "revisions": 2}'])
def test_a_damaged_list_of_revisions_is_told(harm: str, tmp_path: Path) -> None:
    (tmp_path / "revisions.json").write_text(harm)
    with pytest.raises(HistoryError, match=r"revisions\.json is missing or not what was written"):
        History.open(tmp_path)


def test_a_date_that_was_altered_in_the_list_is_noticed(tmp_path: Path) -> None:
    History.open(tmp_path).record(documents(a="One."), MONDAY)
    path = tmp_path / "revisions.json"
    kept = json.loads(path.read_text())
    kept["revisions"][0]["when"] = "2025-01-01T00:00:00+00:00"
    path.write_text(json.dumps(kept))
    with pytest.raises(HistoryError, match="damaged"):
        History.open(tmp_path)


@pytest.fixture
def history(tmp_path: Path) -> History:
    history = History.open(tmp_path / "kept")
    for day in range(3):
        text = f"Day {day}."
        history.record([Document("a.md", "", text, ())], MONDAY + timedelta(days=day))
    return history


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", 2),
        ("1", 1),
        (" 3 ", 3),
        ("2026-03-03T08:00+00:00", 2),
        ("2026-03-04T07:59+00:00", 2),
        ("2027-01-01", 3),
        ("2020-01-01", 1),
    ],
)
def test_a_date_a_number_or_nothing_names_a_revision(typed: str, number: int, history: History) -> None:
    revision = history.since(typed)
    assert revision is not None
    assert revision.number == number


@pytest.mark.parametrize("typed", ["0", "9", "²", "tomorrow", "2026-02-30", "0001-01-01T00:00x"])
def test_what_is_neither_is_told_with_the_revisions_that_there_are(typed: str, history: History) -> None:
    with pytest.raises(UnknownRevision, match="a revision from 1 to 3"):
        history.since(typed)


def test_before_the_first_change_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    history = History.open(tmp_path)
    assert history.since("2026-01-01") is None
    history.record([], MONDAY)
    assert history.since("") is None


def test_what_somebody_reads_while_it_is_dropped_is_still_there(tmp_path: Path) -> None:
    history, reader = History.open(tmp_path), History.open(tmp_path)
    first = history.record(documents(a="Day 0."), MONDAY, keep=1)
    history.record(documents(a="Day 1."), MONDAY, keep=1)
    assert reader.texts_at(first) == {"a.txt": "Day 0."}
    history.record(documents(a="Day 2."), MONDAY, keep=1)
    with pytest.raises(UnknownRevision, match="from 3 to 3"):
        reader.texts_at(first)


def record_days(folder: Path, name: str) -> None:
    history = History.open(folder)
    for day in range(DAYS):
        history.record(documents(**{name: f"Day {day} of {name}."}), MONDAY)


def test_several_processes_that_record_at_once_lose_nothing(tmp_path: Path) -> None:
    names = ["a", "b", "c"]
    with ProcessPoolExecutor(3, get_context("spawn")) as pool:
        list(pool.map(record_days, [tmp_path] * 3, names))
    history = History.open(tmp_path)
    assert [revision.number for revision in history.revisions] == list(range(1, 3 * DAYS + 1))
    told = [history.texts_at(revision) for revision in history.revisions]
    expected = [{f"{name}.txt": f"Day {day} of {name}."} for name in names for day in range(DAYS)]
    assert sorted(told, key=str) == sorted(expected, key=str)


@pytest.mark.skipif(os.name == "nt", reason="rights are others there")
def test_kept_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    History.open(tmp_path / "a" / "b").record(documents(a="Nobody else's business."), MONDAY)
    for path in (tmp_path / "a").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_forgotten_document_is_nowhere_and_the_rest_is_as_it_was(tmp_path: Path) -> None:
    history = History.open(tmp_path)
    for day in range(3):
        history.record(documents(a=f"Day {day}.", secret=f"Swordfish {day}."), MONDAY + timedelta(days=day))
    assert history.forget("secret.txt")
    assert not history.forget("secret.txt")
    assert [history.texts_at(revision) for revision in history.revisions] == [
        {"a.txt": f"Day {day}."} for day in range(3)
    ]
    kept = b"".join(zlib.decompress(path.read_bytes()) for path in (tmp_path / "blobs").iterdir())
    assert b"Swordfish" not in kept
    assert b"secret" not in kept
    assert history.forget()
    assert not list((tmp_path / "blobs").iterdir())
    assert History.open(tmp_path).revisions == ()
