"""A folder becomes documents, and whatever is none is named with its reason."""

import os
from pathlib import Path

import pytest

from retrieval import CorpusError, Quality, Role, Skipped, SkipReason
from retrieval.documents.model import Document
from retrieval.ingestion.folder import read_corpus
from retrieval.ingestion.repeated_blocks import without_repeats


def read(folder: Path, max_file_mb: float = 1.0) -> tuple[dict[str, Document], dict[str, Skipped]]:
    documents, skipped = read_corpus(folder, max_file_mb=max_file_mb)
    return {document.id: document for document in without_repeats(documents)}, {file.path: file for file in skipped}


def test_documents_come_sorted_by_their_path_inside_the_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b/c.TXT"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Some words stand here.")
    assert list(read(tmp_path)[0]) == ["a/b/c.TXT", "a/z.md", "b.txt"]


def test_every_file_that_cannot_be_searched_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Some words stand here.")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9 \x01\x02")
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    (tmp_path / "empty.md").write_text(" \n")
    (tmp_path / "huge.txt").write_text("x" * 2_000_000)
    (tmp_path / ".hidden.txt").write_text("Nobody sees this.")
    documents, skipped = read(tmp_path)
    assert list(documents) == ["good.txt"]
    assert list(skipped.values()) == [
        Skipped("binary.txt", SkipReason.BINARY),
        Skipped("empty.md", SkipReason.EMPTY),
        Skipped("huge.txt", SkipReason.TOO_LARGE, "2.0 > 1"),
        Skipped("latin.txt", SkipReason.UNKNOWN_ENCODING, "3"),
        Skipped("picture.png", SkipReason.UNKNOWN_FORMAT, ".png"),
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_no_link_leads_out_of_the_corpus(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The password is swordfish.")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "link.txt").symlink_to(secret)
    (corpus / "folder").symlink_to(tmp_path)
    (corpus / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    (corpus / "inside.txt").write_text("Some words stand here.")
    (corpus / "alias.txt").symlink_to(corpus / "inside.txt")
    documents, skipped = read(corpus)
    assert list(documents) == ["alias.txt", "inside.txt"]
    assert skipped["link.txt"].reason is SkipReason.OUTSIDE
    assert skipped["broken.txt"].reason is SkipReason.UNREADABLE


def test_a_missing_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="nowhere"):
        read(tmp_path / "nowhere")


def test_an_empty_folder_is_an_empty_corpus(tmp_path: Path) -> None:
    assert read(tmp_path) == ({}, {})


def test_the_text_of_a_document_is_its_file_with_nothing_changed(tmp_path: Path) -> None:
    content = "\ufeffOne line here.\r\nAnother line here.\r\n\u2028Third 🙂 line.".encode()
    (tmp_path / "a.txt").write_bytes(content)
    assert read(tmp_path)[0]["a.txt"].text.encode() == content


def test_lines_that_every_file_repeats_are_searched_in_the_first(tmp_path: Path) -> None:
    banner = "Welcome to the gazette of our town, printed here every week since the war."
    own = ("The bakery opens early on market days.", "The mill stands idle in dry summers.", "A new bridge is built.")
    for number, line in enumerate(own):
        (tmp_path / f"{number}.txt").write_text(f"{banner}\n\n{' '.join([line] * 4)}")
    found = [
        {block.span.of(document.text): block.quality for block in document.blocks}[banner]
        for document in read(tmp_path)[0].values()
    ]
    assert found == [Quality.TEXT, Quality.REPEATED, Quality.REPEATED]


def test_copies_of_a_document_keep_their_text(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("The rules say no dogs.\n\nThe rules say no cats either, ever.")
    assert all(b.role is Role.PARAGRAPH for d in read(tmp_path)[0].values() for b in d.blocks)
