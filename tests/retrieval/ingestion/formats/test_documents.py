"""PDF, office documents and e-books: places, what is repaired, and every trouble with its reason and in time."""

import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from retrieval import SkipReason
from retrieval.documents.model import LocatorKind, Role
from retrieval.ingestion.formats import apart
from retrieval.ingestion.formats.reader import Reading, Refused, Source
from retrieval.ingestion.formats.registry import read
from tests.fakes.written_manual import as_docx, as_epub, as_pdf, zipped

ODT_HEAD = (
    "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
    " xmlns:t='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
    " xmlns:b='urn:oasis:names:tc:opendocument:xmlns:table:1.0'>"
)
ODT_BODY = (
    "<o:body><o:text><t:h t:outline-level='2'>Seals</t:h><t:p>They eat<t:s/>fish<t:note><t:note-citation>1"
    "</t:note-citation><t:note-body><t:p>And squid.</t:p></t:note-body></t:note>.</t:p><t:list><t:list-item><t:p>one"
    "</t:p></t:list-item></t:list><b:table><b:table-row><b:table-cell><t:p>a</t:p></b:table-cell><b:table-cell><t:p>b"
    "</t:p></b:table-cell></b:table-row></b:table></o:text></o:body></o:document-content>"
)


def odt(body: str = ODT_BODY, head: str = ODT_HEAD) -> bytes:
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": head + body})


def told(found: Reading) -> list[tuple[str, str]]:
    return [(block.locator.value if block.locator else "", block.span.of(found.text)) for block in found.blocks]


def pages(*drawn: list[tuple[int, int, str]], encrypt: str | None = None) -> bytes:
    """A PDF of pages, on each of which texts stand at places."""
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, encrypt=encrypt)
    for page in drawn:
        for left, bottom, text in page:
            canvas.drawString(left, bottom, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_heads_and_feet_are_left_out_and_a_paragraph_goes_on_over_pages() -> None:
    words = ["The harbour of the island opens at", "six and closes when the last ferry", "is back, said the warden."]
    drawn = [
        [(72, 800, "The Handbook"), (72, 400, said), (300, 30, f"Page {at}")] for at, said in enumerate(words, start=1)
    ]
    assert told(read(Source("a.pdf", pages(*drawn)))) == [("1", " ".join(words))]


def test_every_block_of_a_pdf_has_its_page_and_a_table_its_rows() -> None:
    found = read(Source("a.pdf", as_pdf()))
    assert all(block.locator and block.locator.kind is LocatorKind.PAGE for block in found.blocks[1:])
    assert "Page 1" not in found.text
    rows = [block for block in found.blocks if block.role is Role.TABLE]
    assert len(rows) == 6
    assert {row.header for row in rows[1:]} == {rows[0].span}


def test_a_slide_is_found_by_its_number() -> None:
    from pptx import Presentation

    made = Presentation()
    for name in ("One", "Two"):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = name
        slide.placeholders[1].text = f"Seal {name}.\nWalrus {name}."
    slide.notes_slide.notes_text_frame.text = "Say this."
    file = BytesIO()
    made.save(file)
    found = told(read(Source("a.pptx", file.getvalue())))
    assert found[:3] == [("1", "One"), ("1", "• Seal One."), ("1", "• Walrus One.")]
    assert found[-1] == ("2", "Say this.")


def test_a_row_of_a_sheet_is_found_by_sheet_and_number() -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Prices"
    for row in (("name", "price"), ("walrus", 3.5), (None, None), ("seal", 4.0)):
        book.active.append(row)
    hidden = book.create_sheet("Hidden")
    hidden.append(["nobody sees this"])
    hidden.sheet_state = "hidden"
    file = BytesIO()
    book.save(file)
    assert told(read(Source("a.xlsx", file.getvalue()))) == [
        ("", "Prices"),
        ("Prices!1", "name\tprice"),
        ("Prices!2", "walrus\t3.5"),
        ("Prices!4", "seal\t4"),
    ]


def test_open_document_text_has_headings_lists_tables_and_footnotes() -> None:
    found = read(Source("a.odt", odt()))
    assert [text for _, text in told(found)] == ["Seals", "They eat fish[1].", "• one", "a\tb", "1 And squid."]


def test_an_e_book_is_read_by_its_spine_and_has_its_title_and_language() -> None:
    found = read(Source("a.epub", as_epub()))
    assert (found.title, found.language) == ("Handbook of the Tern Island Field Station", "en")
    assert found.blocks[0].span.of(found.text) == "Arrival"


def bomb(name: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(120):
            part.write(b" " * 1_000_000)
    return file.getvalue()


def locked(content: bytes) -> bytes:
    """The same file with the sign of a password on all its parts."""
    file = bytearray(content)
    for sign, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        at = file.find(sign)
        while at >= 0:
            file[at + offset] |= 1
            at = file.find(sign, at + 4)
    return bytes(file)


DEEP = f"<o:body>{'<t:list>' * 50_000}{'</t:list>' * 50_000}</o:body></o:document-content>"
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '" + "&a;" * 50 + "'>]>"
TROUBLES: dict[str, tuple[str, Callable[[], bytes], SkipReason]] = {
    "a broken PDF": ("a.pdf", lambda: b"%PDF-1.7\n" + b"x" * 5_000, SkipReason.DAMAGED),
    "half a PDF": ("a.pdf", lambda: as_pdf()[:900], SkipReason.DAMAGED),
    "a PDF that is none": ("a.pdf", lambda: b"Just words.", SkipReason.DAMAGED),
    "a PDF with a password": ("a.pdf", lambda: pages([(9, 9, "x")], encrypt="secret"), SkipReason.ENCRYPTED),
    "a PDF without text": ("a.pdf", lambda: pages([], []), SkipReason.NO_TEXT),
    "a PDF of too many pages": ("a.pdf", lambda: pages(*[[]] * 3_001), SkipReason.TOO_COSTLY),
    "a bomb in DOCX": ("a.docx", lambda: bomb("word/document.xml"), SkipReason.TOO_COSTLY),
    "a bomb in XLSX": ("a.xlsx", lambda: bomb("xl/workbook.xml"), SkipReason.TOO_COSTLY),
    "half a DOCX": ("a.docx", lambda: as_docx()[:4_000], SkipReason.DAMAGED),
    "a DOCX with a password": ("a.docx", lambda: locked(as_docx()), SkipReason.ENCRYPTED),
    "a DOCX that is an e-book": ("a.docx", as_epub, SkipReason.DAMAGED),
    "a PPTX that is a DOCX": ("a.pptx", as_docx, SkipReason.DAMAGED),
    "entities in ODT": ("a.odt", lambda: odt(head=LAUGHS + ODT_HEAD), SkipReason.DAMAGED),
    "a deep ODT": ("a.odt", lambda: odt(DEEP), SkipReason.TOO_COSTLY),
    "an e-book without chapters": ("a.epub", lambda: zipped({"a": "b"}), SkipReason.DAMAGED),
    "an old office file": ("a.docx", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), SkipReason.DAMAGED),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_cannot_be_read_is_refused_with_its_reason_in_time(trouble: str) -> None:
    name, make, reason = TROUBLES[trouble]
    source = Source(name, make())
    started = time.monotonic()
    with pytest.raises(Refused) as refused:
        read(source)
    assert refused.value.reason is reason
    assert time.monotonic() - started < apart.TIME_S


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os; os.abort()", SkipReason.DAMAGED),
        ("while True: pass", SkipReason.TOO_COSTLY),
        ("apart.limit(50_000_000, 5); x = bytearray(80_000_000)", SkipReason.TOO_COSTLY),
    ],
)
def test_a_library_that_crashes_hangs_or_eats_memory_takes_nothing_with_it(
    code: str, reason: SkipReason, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad_library.py").write_text(f"from retrieval.ingestion.formats import apart\n{code}\n")
    monkeypatch.setenv("PYTHONPATH", ":".join([str(tmp_path), *sys.path]))
    monkeypatch.setattr(apart, "TIME_S", 1.0)
    with pytest.raises(Refused) as refused:
        apart.run("bad_library", b"")
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("name", "extra"), [("a.pdf", "pdf"), ("a.docx", "office"), ("a.pptx", "office"), ("a.xlsx", "office")]
)
def test_a_missing_library_is_named_by_its_extra(name: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pypdfium2", "docx", "pptx", "openpyxl"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(Refused) as refused:
        read(Source(name, b"%PDF-"))
    assert (refused.value.reason, refused.value.detail) == (SkipReason.MISSING_EXTRA, extra)
