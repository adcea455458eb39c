"""How is a spreadsheet read? Sheet by sheet, row by row below its header, found as "Prices!12"."""

from datetime import datetime, time
from warnings import catch_warnings

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.packed import Packed
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source
from retrieval.ingestion.formats.tables import add_table

MAX_CELLS = 500_000
"""Cells that are read: more are data for a program, and take longer than 10 s."""


def read(source: Source) -> Reading:
    """The rows of all sheets that are shown. Raises Refused."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise Refused(SkipReason.MISSING_EXTRA, "office") from error
    packed = Packed(source.content)
    packed.xml("xl/workbook.xml")
    extract = Extract()
    count = 0
    try:
        with catch_warnings(action="ignore"):  # of what openpyxl leaves out, such as pictures: nobody could do anything
            book = load_workbook(packed.file(), read_only=True, data_only=True)
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            rows: list[list[str]] = []
            for row in sheet.iter_rows(values_only=True):
                count += len(row) + 1
                if count > MAX_CELLS:
                    raise Refused(SkipReason.TOO_COSTLY, f"> {MAX_CELLS} cells")
                rows.append([_said(cell) for cell in row])
            if any(any(row) for row in rows):
                extract.heading(sheet.title, 1)
                add_table(extract, rows, sheet=sheet.title)
        title = book.properties.title or ""
    except Refused:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part leads it to
        raise Refused(SkipReason.DAMAGED, type(error).__name__) from error
    return extract.reading(title)


FORMAT = Format("XLSX", (".xlsx",), read)


def _said(value: object) -> str:
    """A cell as people read it: whole numbers without a point, dates without midnight."""
    match value:
        case None:
            return ""
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time():
            return f"{value:%Y-%m-%d}"
        case _:
            return str(value)
