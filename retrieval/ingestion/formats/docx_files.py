"""How is a Word document read? Headings, paragraphs, lists, tables and footnotes, in their order."""

import re
from typing import Any
from xml.etree import ElementTree

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.docx_numbers import Numbers
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.packed import Packed
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FOOTNOTES = "word/footnotes.xml"


def read(source: Source) -> Reading:
    """The text of the document. Raises Refused."""
    try:
        from docx import Document
    except ImportError as error:
        raise Refused(SkipReason.MISSING_EXTRA, "office") from error
    packed = Packed(source.content)
    packed.xml("word/document.xml")
    try:
        document = Document(packed.file())
        extract = Extract()
        in_list, numbers = False, Numbers(document)
        for part in document.iter_inner_content():
            if hasattr(part, "rows"):
                _add_table(extract, part)
                continue
            depth = _depth(part)
            if in_list and not depth:
                extract.end_list()
            in_list = depth > 0
            _add_paragraph(extract, part, depth, numbers)
        title = document.core_properties.title or ""
    except Exception as error:  # python-docx raises whatever a broken part leads it to
        raise Refused(SkipReason.DAMAGED, type(error).__name__) from error
    if _FOOTNOTES in packed.names():
        _add_footnotes(extract, packed.xml(_FOOTNOTES))
    return extract.reading(title)


FORMAT = Format("DOCX", (".docx",), read)


def _add_paragraph(extract: Extract, paragraph: Any, depth: int, numbers: Numbers) -> None:  # noqa: ANN401 - python-docx's
    style = _style(paragraph)
    if style == "title":
        extract.title(paragraph.text)
    elif heading := _HEADING.match(style):
        extract.heading(paragraph.text, int(heading[1]))
    elif depth:
        marker = f"{numbers.marker(paragraph)} " if paragraph.text.strip() else ""
        extract.item(marker + paragraph.text, depth, indent="  " * (depth - 1))
    elif "code" in style or "preformatted" in style or style == "macro text":
        extract.code(paragraph.text)
    else:
        extract.paragraph(paragraph.text)


def _style(paragraph: Any) -> str:  # noqa: ANN401
    """The name of its style, or of the heading that the style is based on."""
    style = paragraph.style
    for _ in range(5):
        name = (style.name or "").lower() if style is not None else ""
        if not name or name == "title" or _HEADING.match(name):
            return name
        style = style.base_style
    return (paragraph.style.name or "").lower()


def _depth(paragraph: Any) -> int:  # noqa: ANN401
    """How deep in lists a paragraph stands, 0 for none."""
    properties = paragraph._p.pPr
    numbering = properties.numPr if properties is not None else None
    if numbering is not None:
        return min((numbering.ilvl.val if numbering.ilvl is not None else 0) + 1, 9)
    found = re.match(r"list (?:bullet|number|paragraph)(?: (\d))?", (paragraph.style.name or "").lower())
    return int(found[1] or 1) if found else 0


def _add_table(extract: Extract, table: Any) -> None:  # noqa: ANN401
    """The rows; a cell that spans several columns is told once."""
    header = None
    for row in table.rows:
        cells: list[str] = []
        above = None
        for cell in row.cells:
            cells.append("" if cell._tc is above else cell.text)
            above = cell._tc
        place = extract.row(cells, header)
        header = header or place
    extract.gap()


def _add_footnotes(extract: Extract, root: ElementTree.Element) -> None:
    for note in root.iter(f"{_W}footnote"):
        extract.paragraph("".join(text.text or "" for text in note.iter(f"{_W}t")))
