"""Is every change in the folder noticed, and nothing read or indexed that did not change?"""

import os
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

import pytest

from retrieval import CorpusError, Library, RetrievalSettings, SkipReason
from retrieval.ingestion.seen import JUST_NOW_NS
from retrieval.ingestion.tree import FileTimes, Tree
from tests.fakes.written_documents import LONG_AGO_NS, names_read, put

SETTINGS = RetrievalSettings(max_file_mb=0.01)
ICE = b"The walrus sleeps on the ice floe.\n"
FIRE = b"The walrus sleeps on a warm stone.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents, one of them deep down, last changed long ago."""
    for name in ("a.txt", "b.md", "deep/er/c.txt"):
        put(tmp_path / "docs" / name, ICE)
    return tmp_path / "docs"


@pytest.fixture(params=["while it runs", "at a later start"])
def again(folder: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[], tuple[Library, bool]]:
    """Looks into the folder again, in the same process or in the next one; with whether anything changed."""
    kept = tmp_path / "kept.quoth"
    library = Library(folder, SETTINGS, kept_in=kept)
    library.keep()

    def look_again() -> tuple[Library, bool]:
        nonlocal library
        if request.param == "while it runs":
            return library, library.refresh()
        before = library.librarian.documents
        library.keep()
        library = Library(folder, SETTINGS, kept_in=kept)
        return library, library.librarian.documents != before

    return look_again


def state(library: Library) -> dict[str, str]:
    """The texts of the documents by id, and of what is skipped the reasons."""
    texts = {document.id: document.text for document in library.librarian.documents}
    return texts | {skipped.path: skipped.reason for skipped in library.librarian.skipped}


Again = Callable[[], tuple[Library, bool]]


def test_a_touched_file_is_read_once_and_not_indexed_anew(
    folder: Path, again: Again, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = list[str]()

    def progress(items: Collection[Any], doing: str) -> Iterable[Any]:
        done.append(doing)
        return items

    put(folder / "a.txt", ICE, LONG_AGO_NS + 1)
    library, changed = again()
    assert not changed
    library.keep()
    with monkeypatch.context() as patch:
        read = names_read(patch)
        library, changed = again()
        assert not changed
        assert read == []
    put(folder / "a.txt", ICE, LONG_AGO_NS + 2)
    assert not Library(folder, SETTINGS, kept_in=tmp_path / "kept.quoth", progress=progress).refresh(progress)
    assert "Indexing" not in done


def test_in_the_same_process_not_even_the_librarian_is_another(folder: Path) -> None:
    library = Library(folder, SETTINGS)
    before = library.librarian
    put(folder / "a.txt", ICE, LONG_AGO_NS + 1)
    assert not library.refresh()
    assert library.librarian is before


def test_new_changed_and_deleted_files_count_deep_down_too(folder: Path, again: Again) -> None:
    put(folder / "deep/er/c.txt", FIRE, LONG_AGO_NS + 1)
    put(folder / "deep/new.md", ICE)
    (folder / "b.md").unlink()
    library, changed = again()
    assert changed
    assert state(library) == {"a.txt": ICE.decode(), "deep/er/c.txt": FIRE.decode(), "deep/new.md": ICE.decode()}
    assert library.librarian.ask("who sleeps on the warm stone?").excerpts[0].document.id == "deep/er/c.txt"
    assert not again()[1]


def test_renamed_files_and_folders_have_their_new_names(folder: Path, again: Again) -> None:
    (folder / "a.txt").rename(folder / "A.txt")
    (folder / "deep").rename(folder / "low")
    library, changed = again()
    assert changed
    assert list(state(library)) == ["A.txt", "b.md", "low/er/c.txt"]


def test_two_files_that_swap_their_names_are_both_read(folder: Path, again: Again) -> None:
    put(folder / "b.txt", FIRE, LONG_AGO_NS + 1)
    again()
    (folder / "a.txt").rename(folder / "x")
    (folder / "b.txt").rename(folder / "a.txt")
    (folder / "x").rename(folder / "b.txt")
    library, changed = again()
    assert changed
    assert state(library)["a.txt"] == FIRE.decode()
    assert state(library)["b.txt"] == ICE.decode()


def test_a_change_within_one_tick_of_the_clock_is_noticed(folder: Path, again: Again) -> None:
    just_now = time.time_ns() - JUST_NOW_NS // 4
    put(folder / "a.txt", ICE, just_now)
    again()
    put(folder / "a.txt", FIRE, just_now)
    assert len(ICE) == len(FIRE)
    library, changed = again()
    assert changed
    assert state(library)["a.txt"] == FIRE.decode()


def test_so_is_one_of_a_file_from_the_future(folder: Path, again: Again) -> None:
    tomorrow = time.time_ns() + 86_400 * 10**9
    for text in (ICE, FIRE, ICE):
        put(folder / "a.txt", text, tomorrow)
        assert state(again()[0])["a.txt"] == text.decode()
    assert not again()[1]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"The walrus \0 sleeps.\n", SkipReason.BINARY),
        (b"caf\xe9 \x01\x02", SkipReason.UNKNOWN_ENCODING),
        (b" \n", SkipReason.EMPTY),
        (b"walrus " * 2000, SkipReason.TOO_LARGE),
    ],
)
def test_a_document_that_becomes_none_is_gone_with_the_reason_and_may_come_back(
    folder: Path, again: Again, content: bytes, reason: SkipReason
) -> None:
    put(folder / "a.txt", content, LONG_AGO_NS + 1)
    library, changed = again()
    assert changed
    assert state(library)["a.txt"] == reason
    assert [document.id for document in library.librarian.documents] == ["b.md", "deep/er/c.txt"]
    assert not again()[1]
    assert state(again()[0])["a.txt"] == reason
    put(folder / "a.txt", FIRE, LONG_AGO_NS + 2)
    library, changed = again()
    assert changed
    assert state(library)["a.txt"] == FIRE.decode()


def test_a_changed_file_that_may_not_be_read_is_named_and_gone_until_it_may(
    folder: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder / "a.txt", FIRE, LONG_AGO_NS + 1)
    read = Tree.read

    def forbidden(tree: Tree, place: str, most: int) -> tuple[bytes, FileTimes, FileTimes]:
        if place == "a.txt":
            raise PermissionError(13, "Permission denied")
        return read(tree, place, most)

    with monkeypatch.context() as patch:  # to root nothing is forbidden
        patch.setattr(Tree, "read", forbidden)
        for _ in range(2):
            assert state(again()[0])["a.txt"] == SkipReason.UNREADABLE
    assert state(again()[0])["a.txt"] == FIRE.decode()


def test_a_folder_within_that_cannot_be_read_is_named_and_its_documents_are_gone_until_it_can(
    again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_down = Tree.go_down

    def forbidden(tree: Tree, name: str) -> None:
        if name == "er":
            raise PermissionError(13, "Permission denied")
        go_down(tree, name)

    with monkeypatch.context() as patch:
        patch.setattr(Tree, "go_down", forbidden)
        library, changed = again()
        assert changed
        assert state(library)["deep/er"] == SkipReason.UNREADABLE
        assert "deep/er/c.txt" not in state(library)
    assert list(state(again()[0])) == ["a.txt", "b.md", "deep/er/c.txt"]


@pytest.mark.parametrize("failing", ["is_at", "files"])
def test_a_corpus_folder_that_the_system_refuses_is_an_error_in_plain_words(
    folder: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(folder, SETTINGS)

    def stale(*_: object) -> bool:
        raise OSError(116, "Stale file handle")

    monkeypatch.setattr(Tree, failing, stale)
    with pytest.raises(CorpusError, match="cannot be read: Stale file handle"):
        library.refresh()
    assert len(library.librarian.documents) == 3


def test_a_folder_that_goes_away_while_it_is_looked_through_loses_no_document(folder: Path) -> None:
    library = Library(folder, SETTINGS)

    def leaving(things: Collection[Any], _: str) -> Iterable[Any]:
        folder.rename(folder.with_name("elsewhere"))
        return things

    with pytest.raises(CorpusError, match="does not exist"):
        library.refresh(leaving)
    assert len(library.librarian.documents) == 3
    assert library.librarian.skipped == ()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_file_that_becomes_a_link_out_of_the_folder_is_not_read(folder: Path, again: Again, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    put(secret, b"The password is swordfish.\n")
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(secret)
    for _ in range(2):
        library, _ = again()
        assert state(library)["a.txt"] == SkipReason.OUTSIDE
        assert "swordfish" not in str(state(library))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_is_turned_out_later_shows_nothing_from_there_even_if_size_and_time_fit(
    folder: Path, again: Again, tmp_path: Path
) -> None:
    (folder / "link.txt").symlink_to(folder / "a.txt")
    again()
    put(tmp_path / "secret.txt", FIRE)
    (folder / "link.txt").unlink()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert FIRE.decode() not in state(again()[0]).values()


def test_a_file_in_the_place_of_a_folder_and_a_folder_in_the_place_of_a_file(folder: Path, again: Again) -> None:
    (folder / "a.txt").unlink()
    put(folder / "a.txt/inside.txt", ICE)
    (folder / "deep/er/c.txt").unlink()
    (folder / "deep/er").rmdir()
    (folder / "deep").rmdir()
    put(folder / "deep", b"no suffix")
    library, _ = again()
    assert list(state(library)) == ["a.txt/inside.txt", "b.md", "deep"]
