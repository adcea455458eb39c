"""How is OpenDocument text read? Headings, paragraphs, lists, tables and footnotes of its content.xml."""

from xml.etree.ElementTree import Element

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.packed import Packed
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MAX_DEPTH = 100
"""Elements in elements that are looked into; written documents have some ten."""


def read(source: Source) -> Reading:
    """The text of the document. Raises Refused."""
    packed = Packed(source.content)
    if "META-INF/manifest.xml" in packed.names() and b"encryption-data" in packed.read("META-INF/manifest.xml"):
        raise Refused(SkipReason.ENCRYPTED)
    body = packed.xml("content.xml").find(f"{_OFFICE}body")
    if body is None:
        raise Refused(SkipReason.DAMAGED, "no body")
    extract = Extract()
    notes: list[str] = []
    try:
        _add(extract, body, 0, 0, notes)
    except RecursionError as error:
        raise Refused(SkipReason.TOO_COSTLY, "nesting") from error
    for note in notes:
        extract.paragraph(note)
    title = packed.xml("meta.xml").findtext(".//{*}title") if "meta.xml" in packed.names() else ""
    return extract.reading(title or "")


FORMAT = Format("ODT", (".odt",), read)


def _add(extract: Extract, above: Element, lists: int, depth: int, notes: list[str]) -> None:
    if depth > _MAX_DEPTH:
        raise Refused(SkipReason.TOO_COSTLY, "nesting")
    for element in above:
        if element.tag == f"{_TEXT}h":
            level = element.get(f"{_TEXT}outline-level", "1")
            extract.heading(_said(element, notes), min(int(level), 9) if level.isdecimal() else 1)
        elif element.tag == f"{_TEXT}p":
            said = _said(element, notes)
            if lists:
                extract.item(f"• {said}" if said.strip() else "", lists, indent="  " * (lists - 1))
            else:
                extract.paragraph(said)
        elif element.tag == f"{_TABLE}table":
            _add_table(extract, element, notes)
        elif element.tag not in (f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls"):
            inside = lists + (element.tag == f"{_TEXT}list")
            _add(extract, element, inside, depth + 1, notes)
            if inside == 1 and not lists:
                extract.end_list()


def _add_table(extract: Extract, table: Element, notes: list[str]) -> None:
    header = None
    for row in table.iter(f"{_TABLE}table-row"):
        cells = [
            " ".join(_said(part, notes) for part in cell.iter(f"{_TEXT}p")) for cell in row.iter(f"{_TABLE}table-cell")
        ]
        place = extract.row(cells, header)
        header = header or place
    extract.gap()


def _said(element: Element, notes: list[str]) -> str:
    """The words of a paragraph; its footnotes are put aside, each behind its number."""
    said = [element.text or ""]
    for inner in element:
        if inner.tag == f"{_TEXT}note":
            number = inner.findtext(f"{_TEXT}note-citation") or ""
            body = inner.find(f"{_TEXT}note-body")
            words = " ".join("".join(body.itertext()).split()) if body is not None else ""
            notes.append(f"{number} {words}")
            said.append(f"[{number}]" if number else "")
        elif inner.tag in (f"{_TEXT}tab", f"{_TEXT}s", f"{_TEXT}line-break"):
            said.append(" ")
        elif not inner.tag.startswith(_OFFICE):
            said.append(_said(inner, notes))
        said.append(inner.tail or "")
    return " ".join("".join(said).split(" "))
