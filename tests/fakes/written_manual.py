"""The manual as independent tools write it, in each format."""

import zipfile
from collections.abc import Callable
from html import escape
from io import BytesIO

from tests.fakes.manual import PARTS, TITLE


def as_text() -> bytes:
    lines = [TITLE, "=" * len(TITLE), ""]
    for kind, part in PARTS:
        match part:
            case str():
                lines += [part, *(["=" * len(part)] if kind == "h1" else ["-" * len(part)] if kind == "h2" else []), ""]
            case _ if kind == "items":
                lines += [*(f"{number}. {item}" for number, item in enumerate(strings(part), start=1)), ""]
            case _:
                rows = [f"| {' | '.join(row)} |" for row in table(part)]
                lines += [rows[0], "|---|---|---|", *rows[1:], ""]
    return "\n".join(lines).encode()


def strings(part: object) -> list[str]:
    assert isinstance(part, tuple)
    return [item for item in part if isinstance(item, str)]


def table(part: object) -> list[list[str]]:
    assert isinstance(part, tuple)
    return [strings(row) for row in part]


def html_body() -> str:
    lines = []
    for kind, part in PARTS:
        match part:
            case str():
                lines.append(f"<{kind}>{escape(part)}</{kind}>")
            case _ if kind == "items":
                lines.append("<ol>" + "".join(f"<li>{escape(item)}</li>" for item in strings(part)) + "</ol>")
            case _:
                head, *rows = table(part)
                lines.append("<table><tr>" + "".join(f"<th>{cell}</th>" for cell in head) + "</tr>")
                lines += ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
                lines.append("</table>")
    return "\n".join(lines)


def as_html() -> bytes:
    around = "<nav><ul><li><a href='/'>Boat prices</a></li><li><a href='/b'>Fire drills</a></li></ul></nav>"
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{TITLE} — Tern Island</title><style>p {{}}</style></head><body>"
        f"<header><a href='/'>Tern Island</a></header>{around}<main><h1>{TITLE}</h1>{html_body()}</main>"
        "<footer>Made with a generator. Search the radio.</footer><script>var kitchen = 1</script></body></html>"
    ).encode()


def as_pdf() -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    styles["Title"].fontSize, styles["Title"].leading = 24, 30
    named = {"h1": styles["Heading1"], "h2": styles["Heading2"], "p": styles["BodyText"]}
    story: list[object] = [Paragraph(TITLE, styles["Title"]), Spacer(1, 12)]
    for kind, part in PARTS:
        match part:
            case str():
                story.append(Paragraph(escape(part), named[kind]))
            case _ if kind == "items":
                items = [Paragraph(item, styles["BodyText"]) for item in strings(part)]
                story.append(ListFlowable(items, bulletFormat="%s."))
            case _:
                story.append(Table(table(part)))
    file = BytesIO()

    def head(canvas: object, page: object) -> None:
        canvas.drawString(72, 810, "Tern Island")  # type: ignore[attr-defined]
        canvas.drawString(290, 30, f"Page {page.page}")  # type: ignore[attr-defined]

    SimpleDocTemplate(file, invariant=1).build(story, onFirstPage=head, onLaterPages=head)
    return file.getvalue()


def as_docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading(TITLE, 0)
    for kind, part in PARTS:
        match part:
            case str() if kind == "p":
                document.add_paragraph(part)
            case str():
                document.add_heading(part, int(kind[1]))
            case _ if kind == "items":
                for item in strings(part):
                    document.add_paragraph(item, style="List Number")
            case _:
                rows = table(part)
                made = document.add_table(len(rows), len(rows[0]))
                for at, row in enumerate(rows):
                    for cell, said in zip(made.rows[at].cells, row, strict=True):
                        cell.text = said
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def as_epub() -> bytes:
    page = f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>{html_body()}</body></html>"
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
            "<rootfile full-path='OPS/book.opf'/></rootfiles></container>",
            "OPS/book.opf": "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            f"<metadata><dc:title>{TITLE}</dc:title><dc:language>en</dc:language></metadata><manifest>"
            "<item id='one' href='one%201.xhtml' media-type='application/xhtml+xml'/></manifest>"
            "<spine><itemref idref='one'/></spine></package>",
            "OPS/one 1.xhtml": page,
        }
    )


def as_mail() -> bytes:
    head = f"From: a@tern.example\nSubject: {TITLE}\nContent-Type: text/html; charset=utf-8\n\n"
    return (head + f"<html><body>{html_body()}</body></html>").encode()


def zipped(parts: dict[str, str]) -> bytes:
    """A file that packs these parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


WRITERS: dict[str, Callable[[], bytes]] = {
    "manual.txt": as_text,
    "manual.html": as_html,
    "manual.pdf": as_pdf,
    "manual.docx": as_docx,
    "manual.epub": as_epub,
    "manual.eml": as_mail,
}
