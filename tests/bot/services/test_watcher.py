"""Do changed documents count while Quoth runs, is each answer that of one state, and do threads end?"""

import logging
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.app import App
from bot.replies.model import Quote
from bot.services import watcher as watching
from bot.services.watcher import forget_place, watched
from retrieval import Librarian, Library, RetrievalSettings
from retrieval.ingestion.seen import AT_ONCE, Haste
from retrieval.progress import Progress, one_by_one
from tests.fakes.waiting import PATIENCE_S, until
from tests.fakes.written_documents import LONG_AGO_NS, put

SETTINGS = RetrievalSettings()
OFTEN_S = 0.01
QUESTION = "what does the walrus eat?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two documents."""
    put(tmp_path / "docs" / "walrus.txt", b"The walrus eats clams.\n")
    put(tmp_path / "docs" / "weather.txt", b"Rain is expected over the hills.\n")
    return tmp_path / "docs"


@pytest.fixture(autouse=True)
def every_thread_ends() -> Iterator[None]:
    """At the end there are no more threads than before."""
    before = threading.active_count()
    yield
    assert threading.active_count() == before


class Watched(Library):
    """A library that counts the looks into its folder."""

    looks = 0

    def refresh(self, progress: Progress = one_by_one, haste: Haste = AT_ONCE) -> bool:
        try:
            return super().refresh(progress, haste)
        finally:
            self.looks += 1

    def until_looked_again(self) -> None:
        """Two looks end after this is called, so that at least one began after it."""
        before = self.looks
        until(lambda: self.looks >= before + 2)


def test_changes_count_and_are_told_and_are_kept_at_the_end(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.quoth"
    library = Library(folder, SETTINGS, kept_in=kept)
    told: list[Librarian] = []
    with watched(library, OFTEN_S, told.append):
        put(folder / "seal.txt", b"The seal eats herring.\n")
        until(lambda: len(library.librarian.documents) == 3)
        put(folder / "walrus.txt", b"The walrus eats mussels.\n", LONG_AGO_NS + 1)
        until(lambda: "mussels" in library.librarian.find("walrus.txt").text)
        (folder / "seal.txt").unlink()
        until(lambda: len(library.librarian.documents) == 2)
        until(lambda: len(told) == 3)
        assert not kept.exists(), "it is kept at the end, and not with each change"
    assert told[-1] is library.librarian
    assert "mussels" in Library(folder, SETTINGS, kept_in=kept).librarian.find("walrus.txt").text


def test_it_is_kept_at_the_end_of_an_error_too_and_while_it_runs_from_time_to_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept.quoth"
    library = Library(folder, SETTINGS, kept_in=kept)
    with pytest.raises(KeyboardInterrupt), watched(library, OFTEN_S, print):
        raise KeyboardInterrupt
    assert kept.exists()
    kept.unlink()
    monkeypatch.setattr(watching, "KEEP_EVERY_S", 0)
    library = Library(folder, SETTINGS, kept_in=kept)
    with watched(library, OFTEN_S, print):
        until(kept.exists)


def test_with_0_seconds_nobody_looks(folder: Path) -> None:
    library = Watched(folder, SETTINGS)
    with watched(library, 0, print, told=[folder]) as watch:
        put(folder / "seal.txt", b"The seal eats herring.\n")
        assert not watch.woken.wait(0.5)
        assert library.looks == 1, "the first, which opened it"
        watch.look()
    assert len(library.librarian.documents) == 3


def test_the_system_tells_of_a_change_long_before_anybody_looks(folder: Path) -> None:
    library = Library(folder, SETTINGS)
    with watched(library, 3600, print, told=[folder]) as watch:
        watch.tells.wait(PATIENCE_S)
        put(folder / "seal.txt", b"The seal eats herring.\n")
        until(lambda: len(library.librarian.documents) == 3)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there is none")
def test_a_signal_or_a_file_asks_for_a_look(folder: Path, tmp_path: Path) -> None:
    library = Library(folder, SETTINGS)
    before = signal.getsignal(signal.SIGHUP)
    with watched(library, 0, print, asked_by=tmp_path / "ask"):
        put(folder / "seal.txt", b"The seal eats herring.\n")
        signal.raise_signal(signal.SIGHUP)
        until(lambda: len(library.librarian.documents) == 3)
        (folder / "seal.txt").unlink()
        (tmp_path / "ask").touch()
        until(lambda: len(library.librarian.documents) == 2)
        assert not (tmp_path / "ask").exists()
    assert signal.getsignal(signal.SIGHUP) == before


def kept_text(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def test_what_is_to_be_forgotten_leaves_every_process_that_has_it(folder: Path, tmp_path: Path) -> None:
    put(folder / "gate.txt", b"The password is swordfish.\n")
    kept, asked = [tmp_path / name for name in ("bot.quoth", "chat.quoth")], tmp_path / "ask"
    for path in kept:
        Library(folder, SETTINGS, kept_in=path).keep()
    libraries = [Library(folder, SETTINGS, kept_in=path) for path in kept]
    with watched(libraries[0], 3600, print, asked_by=asked), watched(libraries[1], 3600, print, asked_by=asked):
        assert all(b"swordfish" in kept_text(path) for path in kept)
        (folder / "gate.txt").unlink()
        forget_place(asked).touch()
        asked.touch()
        until(lambda: not any(b"swordfish" in kept_text(path) for path in kept))
    assert not any(b"swordfish" in kept_text(path) for path in kept)
    assert not any(path.is_dir() or b"gate" in kept_text(path) for path in kept)


def test_while_the_folder_is_gone_the_documents_stay_as_they_were_with_one_warning(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    library = Watched(folder, SETTINGS)
    app = App(library, excerpts=3, words=150)
    caplog.set_level(logging.INFO)
    elsewhere = folder.with_name("elsewhere")
    for times in (1, 2):
        with watched(library, OFTEN_S, print):
            folder.rename(elsewhere)
            until(lambda: "WARNING" in caplog.text)
            library.until_looked_again()
            assert app.ask(QUESTION).found
            put(elsewhere / f"{times}.txt", b"The seal eats herring.\n")
            elsewhere.rename(folder)
            until(lambda: len(library.librarian.documents) == 2 + times)  # noqa: B023 - called at once
        (warning,) = (record for record in caplog.records if record.levelname != "INFO")
        assert warning.getMessage() == (
            f"The corpus folder {folder} does not exist or is not a folder. "
            "Quoth goes on with the documents as they were."
        )
        caplog.clear()


def test_a_bug_while_looking_is_logged_and_the_next_look_is_made(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    library = Watched(folder, SETTINGS)

    def broken(_: Librarian) -> None:
        raise RuntimeError("nobody thought of this")

    with watched(library, OFTEN_S, broken):
        for number in range(2):
            put(folder / f"{number}.txt", b"The seal eats herring.\n")
            until(lambda: len(library.librarian.documents) == 3 + number)  # noqa: B023 - called at once
            library.until_looked_again()
    assert "nobody thought of this" in caplog.text
    assert {record.levelname for record in caplog.records} == {"ERROR"}


def version(number: int) -> str:
    """A document of which every sentence names its version."""
    said = (f"The walrus of state {number:04} eats {what} in the water." for what in ("clams", "mussels", "herring"))
    return "\n\n".join(said) + "\n" * (1 + number % 5)


def test_every_answer_is_that_of_one_state_while_the_documents_change(folder: Path) -> None:
    """Two files change together; each look may fall between them, so each file is of one state, whichever."""
    for name in ("a.txt", "b.txt"):
        put(folder / name, version(0).encode())
    library = Library(folder, SETTINGS)
    app = App(library, excerpts=3, words=150)
    over = threading.Event()

    def ask() -> int:
        asked = 0
        while not (asked and over.is_set()):
            reply = app.ask("what does the walrus of state eat in the water?", source="a.txt" if asked % 2 else "")
            assert reply.found
            quotes = [part for part in reply.parts if isinstance(part, Quote)]
            assert quotes
            for quote in quotes:
                document, span = quote.excerpt.document, quote.excerpt.span
                if document.id in ("a.txt", "b.txt"):
                    number = int(document.text.split()[4])
                    assert document.text == version(number)
                assert document.text[span.start : span.end] == quote.excerpt.text
            states = {(e.document.id, e.document.text) for e in (quote.excerpt for quote in quotes)}
            assert len(states) == len({name for name, _ in states}), "two versions of one document in one answer"
            asked += 1
        return asked

    with ThreadPoolExecutor(2) as pool, watched(library, 0.001, lambda _: None):
        asking = [pool.submit(ask) for _ in range(2)]
        try:
            for number in range(1, 12):
                for name in ("a.txt", "b.txt"):
                    put(folder / name, version(number).encode(), LONG_AGO_NS + number)
                seen = version(number)
                until(lambda: library.librarian.find("b.txt").text == seen)  # noqa: B023 - called at once
        finally:
            over.set()
        assert all(future.result() for future in asking)


def test_a_bug_that_fails_every_look_is_logged_once(
    folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(folder, SETTINGS)
    looks: list[int] = []

    def broken(*_: object, **__: object) -> bool:
        looks.append(1)
        raise RuntimeError("nobody thought of this")

    monkeypatch.setattr(Library, "refresh", broken)
    with watched(library, OFTEN_S, print):
        until(lambda: len(looks) > 3)
    assert len(caplog.records) == 1
