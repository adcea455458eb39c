"""What if the system is short of descriptors, memory or disk, or a disk fails? No document counts as gone for that."""

import errno
import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.services import revisions
from retrieval import CorpusFolder, History, Library, RetrievalSettings, SkipReason
from retrieval.ingestion.formats import apart
from retrieval.ingestion.formats.reader import Refused
from retrieval.ingestion.tree import Tree
from tests.fakes.written_documents import LONG_AGO_NS, put

ICE = b"The walrus sleeps on the ice floe.\n"
PASSING = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO, errno.ENOSPC, errno.EAGAIN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents, last changed long ago."""
    for name in ("a.txt", "b.md", "deep/c.txt"):
        put(tmp_path / "docs" / name, ICE)
    return tmp_path / "docs"


def names(library: Library) -> list[str]:
    return [document.id for document in library.librarian.documents]


def failing(error: Exception) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:  # noqa: ANN401 - it never gives anything
        raise error

    return fail


def short_while_it_opens(patch: pytest.MonkeyPatch, error: Exception) -> None:
    patch.setattr(Tree, "read", failing(error))


def short_while_it_lists(patch: pytest.MonkeyPatch, error: Exception) -> None:
    listed, scandir = list[object](), os.scandir

    def list_the_root_alone(place: int) -> Any:  # noqa: ANN401 - as the function
        listed.append(place)
        if len(listed) > 1:
            raise error
        return scandir(place)

    patch.setattr("os.scandir", list_the_root_alone)


def short_while_a_reader_reads(patch: pytest.MonkeyPatch, error: Exception) -> None:
    def refused(_: object) -> Any:  # noqa: ANN401 - as above
        try:
            raise error
        except Exception as cause:
            raise Refused(SkipReason.DAMAGED, "part") from cause

    patch.setattr("retrieval.ingestion.batches.read", refused)


@pytest.mark.parametrize("error", [*(OSError(code, os.strerror(code)) for code in PASSING), MemoryError()], ids=repr)
@pytest.mark.parametrize("short", [short_while_it_opens, short_while_it_lists, short_while_a_reader_reads])
def test_what_was_known_stays_and_is_read_again_when_there_is_enough(
    short: Callable[[pytest.MonkeyPatch, Exception], None], error: Exception, folder: Path, tmp_path: Path
) -> None:
    if short is short_while_it_lists and isinstance(error, MemoryError):
        pytest.skip("the system says ENOMEM")
    library = Library(folder, RetrievalSettings())
    history = History.open(tmp_path / "history")
    revisions.record(history, library, 9)
    before = names(library)
    for name in before:
        put(folder / name, ICE + b"It is changed.\n", LONG_AGO_NS + 1)
    put(folder / "deep" / "new.txt", ICE)
    with pytest.MonkeyPatch.context() as patch:
        short(patch, error)
        library.refresh()
        revisions.record(history, library, 9)
        assert set(names(library)) >= set(before)
        assert library.left
    library.refresh()
    assert not library.left
    revisions.record(history, library, 9)
    assert names(library) == sorted([*before, "deep/new.txt"])
    assert all("changed" in document.text for document in library.librarian.documents if "new" not in document.id)
    assert [len(history.texts_at(revision)) for revision in history.revisions] == [3, 4]


def test_a_format_whose_process_cannot_be_started_is_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", failing(OSError(errno.ENOENT, "no interpreter")))
    with pytest.raises(OSError, match="no interpreter") as caught:
        apart.run("retrieval.ingestion.formats.pdf_worker", b"%PDF")
    assert caught.value.errno == errno.EAGAIN
    put(folder / "d.md", ICE)
    monkeypatch.setattr("retrieval.ingestion.batches.read", failing(caught.value))
    library = Library(folder, RetrievalSettings())
    assert (names(library), library.left > 0) == ([], True)
    monkeypatch.undo()
    library.refresh()
    assert names(library) == ["a.txt", "b.md", "d.md", "deep/c.txt"]


def test_a_document_that_cannot_be_read_just_now_is_not_told_as_gone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = revisions.opened([CorpusFolder(folder)], tmp_path / "data")
    assert history
    history.record(Library(folder, RetrievalSettings()).librarian.documents, datetime(2026, 3, 2, tzinfo=UTC))
    short_while_it_lists(monkeypatch, OSError(errno.EIO, os.strerror(errno.EIO)))
    (folder / "b.md").unlink()
    librarian = Library(folder, RetrievalSettings()).librarian
    found = revisions.changes_since(history, librarian, history.revisions[0])
    assert [(change.file, change.kind) for change in found] == [("b.md", "gone")]
