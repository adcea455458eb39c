"""A document of every format in one folder: each is found by what only it says, and cited by its place."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
import yaml
from reportlab.pdfgen.canvas import Canvas

from tests.fakes.written_manual import zipped

Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]


def said(animal: str) -> str:
    """The one sentence of a document."""
    return f"The {animal} of the harbour is fed with {animal}weed at noon."


def as_pdf(text: str) -> bytes:
    content = io.BytesIO()
    canvas = Canvas(content)
    canvas.drawString(72, 700, "The first page says nothing of animals at all.")
    canvas.showPage()
    canvas.drawString(72, 700, text)
    canvas.save()
    return content.getvalue()


def as_docx(text: str) -> bytes:
    content = io.BytesIO()
    document = docx.Document()
    document.add_heading("Feeding", 1)
    document.add_paragraph(text)
    document.save(content)
    return content.getvalue()


def as_pptx(text: str) -> bytes:
    content = io.BytesIO()
    show = pptx.Presentation()
    for shown in ("Welcome to the harbour.", text):
        slide = show.slides.add_slide(show.slide_layouts[5])
        slide.shapes.title.text = "Feeding"
        slide.shapes.add_textbox(0, 0, 5_000_000, 500_000).text_frame.text = shown
    show.save(content)
    return content.getvalue()


def as_xlsx(text: str) -> bytes:
    content = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.title = "Food"
    for row in (["day", "note"], ["Monday", "nothing"], ["Tuesday", text]):
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def as_csv(text: str) -> bytes:
    content = io.StringIO()
    csv.writer(content).writerows([["day", "note"], ["Monday", "nothing"], ["Tuesday", text]])
    return content.getvalue().encode()


def as_odt(text: str) -> bytes:
    office, words = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    body = f"<text:h text:outline-level='1'>Feeding</text:h><text:p>{text}</text:p>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content xmlns:office='{office}' xmlns:text='{words}'><office:body>"
            f"<office:text>{body}</office:text></office:body></office:document-content>",
        }
    )


def as_epub(text: str) -> bytes:
    container = "urn:oasis:names:tc:opendocument:xmlns:container"
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": f"<container xmlns='{container}'><rootfiles>"
            "<rootfile full-path='book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>",
            "book.opf": "<package xmlns='http://www.idpf.org/2007/opf'><manifest>"
            "<item id='one' href='one.xhtml' media-type='application/xhtml+xml'/></manifest>"
            "<spine><itemref idref='one'/></spine></package>",
            "one.xhtml": f"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Feeding</h1><p>{text}</p></body></html>",
        }
    )


def as_mail(text: str) -> bytes:
    made = EmailMessage()
    made["From"], made["Date"] = "Ann <ann@harbour.example>", "Tue, 12 Mar 2024 12:03:00 +0000"
    made["Subject"] = "Feeding"
    made.set_content(text)
    return made.as_bytes()


def as_discord(text: str) -> bytes:
    message = {"id": "1", "timestamp": "2026-03-04T12:07:00+00:00", "author": {"name": "ann"}, "content": text}
    return json.dumps({"channel": {"name": "food"}, "messages": [message]}).encode()


def as_slack(text: str) -> bytes:
    return json.dumps([{"type": "message", "ts": "1700000000.1", "user": "ann", "text": text}]).encode()


def as_notebook(text: str) -> bytes:
    return json.dumps({"nbformat": 4, "cells": [{"cell_type": "markdown", "source": ["# Feeding\n\n", text]}]}).encode()


def plain(form: str) -> Callable[[str], bytes]:
    """What puts a text into this form."""
    return lambda text: form.replace("TEXT", text).encode()


FORMATS: dict[str, tuple[str, Callable[[str], bytes], str]] = {
    "walrus": ("a.txt", plain("TEXT\n"), "line 1"),
    "seal": ("b.md", plain("# Feeding\n\nTEXT\n"), "lines 1-3"),
    "otter": ("c.mdx", plain("import A from 'a'\n\n# Feeding\n\nTEXT\n"), "lines 3-5"),
    "puffin": ("d.rst", plain("Feeding\n=======\n\nTEXT\n"), "lines 1-4"),
    "heron": ("e.adoc", plain("= Feeding\n\nTEXT\n"), "lines 1-3"),
    "stork": ("f.org", plain("* Feeding\nTEXT\n"), "lines 1-2"),
    "crane": ("g.html", plain("<html><body><h1 id='feed'>Feeding</h1><p>TEXT</p></body></html>"), "lines 1-3"),
    "gannet": ("h.pdf", as_pdf, "page 2"),
    "plover": ("i.docx", as_docx, "lines 1-3"),
    "curlew": ("j.odt", as_odt, "lines 1-3"),
    "osprey": ("k.epub", as_epub, "lines 1-3"),
    "petrel": ("l.pptx", as_pptx, "slide 2"),
    "bittern": ("m.xlsx", as_xlsx, "Food!3"),
    "dunlin": ("n.csv", as_csv, "rows 1-3"),
    "avocet": ("o.tsv", plain("day\tnote\nMonday\tnothing\nTuesday\tTEXT\n"), "rows 1-3"),
    "grebe": ("p.json", lambda text: json.dumps({"food": {"note": text}}).encode(), "lines 1-3"),
    "fulmar": ("q.jsonl", lambda text: "\n".join(json.dumps({"n": one}) for one in ("no", text)).encode(), "row"),
    "skua": ("r.yaml", lambda text: yaml.safe_dump({"food": {"note": text}}).encode(), "line"),
    "egret": (
        "s.srt",
        plain("1\n00:04:31,000 --> 00:04:35,000\nTEXT\n\n2\n00:05:00,000 --> 00:05:01,000\nBye.\n"),
        "4:31",
    ),
    "kittiwake": ("t.vtt", plain("WEBVTT\n\n04:31.000 --> 04:35.000\nTEXT\n\n05:00.000 --> 05:01.000\nBye.\n"), "4:31"),
    "whimbrel": ("u.eml", as_mail, "2024-03-12"),
    "godwit": ("v.json", as_discord, "2026-03-04 12:07"),
    "shearwater": ("w.json", as_slack, "2023-11-14"),
    "turnstone": ("x.ipynb", as_notebook, "lines 1-3"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One document of each format."""
    made = tmp_path_factory.mktemp("every")
    for animal, (name, write, _) in FORMATS.items():
        (made / name).write_bytes(write(said(animal)))
    return made


def test_a_document_of_every_format_is_found_and_cited_by_its_place(quoth: Quoth, folder: Path) -> None:
    typed = "".join(f"What is the {animal} of the harbour fed with?\n" for animal in FORMATS)
    shown = quoth("chat", "--corpus", str(folder), given=typed.encode()).stdout.decode()
    missed = []
    for animal, (name, _, place) in FORMATS.items():
        behind = shown.partition(f"{animal}weed at noon.")[2].splitlines()
        cited = next((line.strip() for line in behind if " · " in line), "")
        if not (cited.startswith(name) and place in cited):
            missed.append((animal, name, place, cited))
    assert not missed, "\n".join(map(str, missed))


def test_no_file_of_them_is_skipped(quoth: Quoth, folder: Path) -> None:
    shown = quoth("sources", "--corpus", str(folder), "--all").stdout.decode()
    assert f"{len(FORMATS)} documents" in shown
    assert "skipped" not in shown
