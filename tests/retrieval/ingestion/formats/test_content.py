"""A file is read by what it holds, where its name says something else."""

from collections.abc import Callable

import pytest

from retrieval import SkipReason
from retrieval.ingestion.formats.reader import Refused, Source
from retrieval.ingestion.formats.registry import read
from tests.fakes.manual import TITLE
from tests.fakes.written_manual import WRITERS, zipped


@pytest.mark.parametrize("name", ["a.txt", "a.md", "README", "a.log"])
@pytest.mark.parametrize("kind", ["manual.html", "manual.pdf", "manual.docx", "manual.epub"])
def test_a_file_with_another_formats_content_is_read_as_what_it_is(name: str, kind: str) -> None:
    write: Callable[[], bytes] = WRITERS[kind]
    document = read(Source(name, write())).document(name)
    assert document.title == TITLE
    assert "ceramic" in document.text


def test_a_text_about_pages_is_none() -> None:
    text = "A page begins with <!DOCTYPE html> and ends with </html>.\n"
    assert read(Source("a.txt", text.encode())).text == text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", b""),
        ("a.tar.gz", b""),
        ("a.txt", zipped({"a.txt": "Seals sleep."})),
        ("README", b"\x1f\x8b\x08\0\0\0\0\0"),
    ],
)
def test_an_archive_is_named_as_one(name: str, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read(Source(name, content))
    assert refused.value.reason is SkipReason.ARCHIVE
