"""Are all kinds of folders read as they are, never beyond them, and is nothing gone that only could not be read?"""

import errno
import os
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from retrieval import CorpusError, CorpusFolder, Haste, Librarian, Library, RetrievalSettings, SkipReason
from retrieval.ingestion import tree as trees
from retrieval.ingestion.folder import read_corpus
from retrieval.ingestion.tree import FileTimes, Tree
from tests.fakes.written_documents import LONG_AGO_NS, put

SETTINGS = RetrievalSettings()
ICE = b"The walrus sleeps on the ice floe.\n"
FIRE = b"The walrus sleeps on a hot stone.\n\n"
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights there")
LEVELS = 1_200


def texts(library: Library) -> dict[str, str]:
    return {document.id: document.text for document in library.librarian.documents}


def test_names_with_all_kinds_of_signs_are_read_and_kept(tmp_path: Path) -> None:
    names = [
        "two words.txt",
        "🦭.txt",
        unicodedata.normalize("NFD", "café.txt"),
        os.fsdecode(b"caf\xe9.md"),
        "a\nb.txt",
    ]
    for name in names:
        put(tmp_path / "docs" / name, ICE)
    kept = tmp_path / "kept.quoth"
    Library(tmp_path / "docs", SETTINGS, kept_in=kept).keep()
    assert sorted(texts(Library(tmp_path / "docs", SETTINGS, kept_in=kept))) == sorted(names)


@pytest.mark.skipif(os.name == "nt", reason="paths end sooner there")
def test_a_file_below_many_folders_is_read_with_few_descriptors(tmp_path: Path) -> None:
    before = os.open(tmp_path, os.O_RDONLY)
    os.close(before)
    with many_levels(tmp_path) as deepest:
        file = os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=deepest)
        os.write(file, ICE)
        os.close(file)
        put(tmp_path / "z.txt", FIRE)
        library = Library(tmp_path, SETTINGS)
        os.unlink("a.txt", dir_fd=deepest)
    assert sorted(texts(library).values()) == sorted([ICE.decode(), FIRE.decode()])
    assert library.librarian.documents[0].id.count("/") == LEVELS
    after = os.open(tmp_path, os.O_RDONLY)
    os.close(after)
    assert after == before, "a descriptor was left open"


@contextmanager
def many_levels(folder: Path) -> Iterator[int]:
    """Folders in folders, as long as the context lasts, and the descriptor of the deepest."""
    held = os.open(folder, os.O_RDONLY)
    for _ in range(LEVELS):
        os.mkdir("deeper", dir_fd=held)
        held, above = os.open("deeper", os.O_RDONLY, dir_fd=held), held
        os.close(above)
    yield held
    for _ in range(LEVELS):
        held, below = os.open("..", os.O_RDONLY, dir_fd=held), held
        os.close(below)
        os.rmdir("deeper", dir_fd=held)
    os.close(held)


@needs_links
def test_links_to_folders_and_loops_are_not_followed_and_those_that_lead_outside_are_told(tmp_path: Path) -> None:
    put(tmp_path / "docs/in/a.txt", ICE)
    put(tmp_path / "out/secret.txt", FIRE)
    (tmp_path / "docs/in/loop").symlink_to(tmp_path / "docs")
    (tmp_path / "docs/self.txt").symlink_to("self.txt")
    (tmp_path / "docs/out").symlink_to(tmp_path / "out")
    documents, skipped = read_corpus(tmp_path / "docs", max_file_mb=1)
    assert [document.id for document in documents] == ["in/a.txt"]
    assert [(file.path, file.reason) for file in skipped] == [
        ("out", SkipReason.OUTSIDE),
        ("self.txt", SkipReason.UNREADABLE),
    ]


@needs_links
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_link_that_is_swapped_in_meanwhile_never_leads_outside(tmp_path: Path, what: str) -> None:
    put(tmp_path / "secret/a.txt", b"The password is swordfish.\n")
    put(tmp_path / "docs/in/a.txt", ICE)
    place, target = ("in/a.txt", "secret/a.txt") if what == "file" else ("in", "secret")
    swapped, aside = tmp_path / "docs" / place, tmp_path / "aside"
    over = threading.Event()

    def swap() -> None:
        while not over.is_set():
            swapped.rename(aside)
            swapped.symlink_to(tmp_path / target)
            swapped.unlink()
            aside.rename(swapped)

    swapping = threading.Thread(target=swap)
    swapping.start()
    try:
        until = time.monotonic() + 1
        while time.monotonic() < until:
            for document in read_corpus(tmp_path / "docs", max_file_mb=1)[0]:
                assert document.text == ICE.decode()
    finally:
        over.set()
        swapping.join()


@needs_links
def test_without_descriptors_the_same_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "docs/in/a.txt", ICE)
    put(tmp_path / "secret.txt", FIRE)
    (tmp_path / "docs/b.txt").symlink_to(tmp_path / "docs/in/a.txt")
    (tmp_path / "docs/c.txt").symlink_to(tmp_path / "secret.txt")
    expected = read_corpus(tmp_path / "docs", max_file_mb=1)
    monkeypatch.setattr(trees, "BY_DESCRIPTOR", False)
    assert read_corpus(tmp_path / "docs", max_file_mb=1) == expected
    assert [document.id for document in expected[0]] == ["b.txt", "in/a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="a file's own time is not told there")
def test_another_content_of_the_same_size_and_time_is_noticed(tmp_path: Path) -> None:
    put(tmp_path / "docs/a.txt", ICE)
    library = Library(tmp_path / "docs", SETTINGS)
    (tmp_path / "docs/a.txt").write_bytes(ICE.replace(b"floe", b"lake"))
    os.utime(tmp_path / "docs/a.txt", ns=(LONG_AGO_NS, LONG_AGO_NS))
    assert library.refresh()
    assert "lake" in texts(library)["a.txt"]


@pytest.mark.parametrize("code", [errno.EMFILE, errno.ENFILE, errno.EIO, errno.ENOMEM, errno.ETIMEDOUT])
@pytest.mark.parametrize("failing", ["read", "go_down"])
def test_what_cannot_be_opened_for_a_moment_is_not_gone_and_is_tried_again(
    tmp_path: Path, failing: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "docs/in/a.txt", ICE)
    put(tmp_path / "docs/in/b.txt", ICE)
    library = Library(tmp_path / "docs", SETTINGS)
    put(tmp_path / "docs/in/a.txt", FIRE)

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(Tree, failing, fail)
        assert not library.refresh()
        assert library.left
        assert texts(library) == {"in/a.txt": ICE.decode(), "in/b.txt": ICE.decode()}
    assert library.refresh()
    assert not library.left
    assert texts(library) == {"in/a.txt": FIRE.decode(), "in/b.txt": ICE.decode()}


def test_a_file_that_is_being_written_is_left_as_it_was_until_it_rests(tmp_path: Path) -> None:
    put(tmp_path / "docs/a.txt", ICE)
    library = Library(tmp_path / "docs", SETTINGS)
    (tmp_path / "docs/a.txt").write_bytes(FIRE[:9])
    assert not library.refresh(haste=Haste(quiet_s=60))
    assert texts(library) == {"a.txt": ICE.decode()}
    assert library.left == 1
    (tmp_path / "docs/a.txt").write_bytes(FIRE)
    assert library.refresh(haste=Haste(quiet_s=0))
    assert texts(library) == {"a.txt": FIRE.decode()}


def test_one_that_never_rests_is_read_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.ingestion.folder.PATIENCE_NS", 0)
    library = Library(make(tmp_path / "docs"), SETTINGS)
    (tmp_path / "docs/log.txt").write_bytes(ICE)
    assert [library.refresh(haste=Haste(quiet_s=60)) for _ in range(2)] == [False, True]


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "docs/a.txt", ICE)
    read, times = Tree.read, iter([True, False])

    def growing(tree: Tree, place: str, most: int) -> tuple[bytes, FileTimes, FileTimes]:
        content, before, after = read(tree, place, most)
        if next(times):
            (tmp_path / "docs/a.txt").write_bytes(FIRE)
            return content, before, FileTimes(after.size + 1, after.changed_ns, after.status_ns)
        return content, before, after

    monkeypatch.setattr(Tree, "read", growing)
    assert texts(Library(tmp_path / "docs", SETTINGS)) == {"a.txt": FIRE.decode()}


def test_many_that_changed_at_once_are_taken_in_order(tmp_path: Path) -> None:
    library = Library(make(tmp_path / "docs"), SETTINGS)
    names = [f"{number}.txt" for number in (2, 0, 3, 1)]
    for name in names:
        (tmp_path / "docs" / name).write_bytes(ICE)
        time.sleep(0.01)  # the clock of the file system ticks
    seen: list[set[str]] = []
    while library.refresh(haste=Haste(reading_s=0)):
        seen.append(texts(library).keys() - set().union(*seen))
        assert library.left or len(seen) == len(names)
    assert seen == [{name} for name in names]


def make(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_several_folders_are_one_corpus_with_their_names_in_front(tmp_path: Path) -> None:
    put(tmp_path / "one/a.txt", ICE)
    put(tmp_path / "two/a.txt", FIRE)
    folders = [CorpusFolder(tmp_path / "one", "rules"), CorpusFolder(tmp_path / "two", "minutes")]
    library = Library(folders, SETTINGS, kept_in=tmp_path / "kept.quoth")
    assert texts(library) == {"rules/a.txt": ICE.decode(), "minutes/a.txt": FIRE.decode()}
    (tmp_path / "two").rename(tmp_path / "away")
    put(tmp_path / "one/a.txt", FIRE)
    assert library.refresh()
    assert texts(library) == {"rules/a.txt": FIRE.decode(), "minutes/a.txt": FIRE.decode()}
    assert [(file.path, file.reason) for file in library.librarian.skipped] == [("minutes", SkipReason.UNREADABLE)]
    assert library.left
    (tmp_path / "one").rename(tmp_path / "away too")
    with pytest.raises(CorpusError, match=r"one does not exist.*two does not exist"):
        library.refresh()


@pytest.mark.parametrize(
    ("include", "exclude", "found"),
    [
        ((), ("drafts/",), ["a.md", "in/b.txt"]),
        (("*.md",), (), ["a.md", "drafts/c.md"]),
        (("*.md",), ("/drafts/",), ["a.md"]),
        ((), ("*.md", "!a.md"), ["a.md", "in/b.txt"]),
    ],
)
def test_patterns_say_which_files_are_read(
    tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], found: list[str]
) -> None:
    for name in ("a.md", "in/b.txt", "drafts/c.md", ".git/config.txt", ".hidden.md"):
        put(tmp_path / name, ICE)
    librarian = Librarian.open(tmp_path, RetrievalSettings(include=include, exclude=exclude))
    assert [document.id for document in librarian.documents] == found
    assert librarian.skipped == ()


def test_the_same_file_twice_is_cited_once_with_both_places(tmp_path: Path) -> None:
    for name in ("a.txt", "copy/a.txt"):
        put(tmp_path / name, ICE)
    (excerpt,) = Librarian.open(tmp_path, SETTINGS).ask("where does the walrus sleep?").excerpts
    assert {excerpt.document.id, *(other.document.id for other in excerpt.also_in)} == {"a.txt", "copy/a.txt"}


Make = Callable[[Path], None]


@pytest.mark.skipif(os.name == "nt", reason="there are none there")
@pytest.mark.parametrize("make_it", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["fifo", "device"])
def test_what_is_no_file_is_named_and_never_waited_for(tmp_path: Path, make_it: Make) -> None:
    make_it(tmp_path / "a.txt")
    ((skipped),) = read_corpus(tmp_path, max_file_mb=1)[1]
    assert skipped.reason in (SkipReason.NOT_A_FILE, SkipReason.OUTSIDE)
