"""How is a table read of which only the cells are known? Rows with their header, or records where cells hold prose."""

from collections.abc import Sequence

from retrieval.documents.model import Locator, LocatorKind
from retrieval.ingestion.formats.extract import Extract
from retrieval.text.span import Span

LONG_ROW = 45
"""Words of a row, on average, from which the rows are records of a line for each cell: such a row is read, not looked
up. Two rows of this length fill a passage."""


def add_table(extract: Extract, rows: Sequence[Sequence[str]], *, sheet: str = "", first: int = 1) -> None:
    """Puts rows of cells into the text. The first is the header if it has words and no numbers, and others follow.

    Rows are counted from `first`, as a spreadsheet shows them; in a `sheet` the place of one is "Prices!12".
    """
    filled = [(number, _cut(row)) for number, row in enumerate(rows, start=first) if any(cell.strip() for cell in row)]
    if not filled:
        return
    width = max(len(row) for _, row in filled)
    has_header = len(filled) > 1 and _is_header(filled[0][1], [row for _, row in filled[1:21]])
    header_cells = filled[0][1] if has_header else []
    body = filled[1:] if has_header else filled
    words = sum(len(cell.split()) for _, row in body for cell in row)
    place = f"{sheet}!" if sheet else ""
    if has_header and words > LONG_ROW * len(body):
        for number, row in body:
            add_record(extract, list(zip(_padded(header_cells, width), row, strict=False)), _row(place, number))
        return
    header: Span | None = None
    if has_header:
        header = extract.row(_padded(header_cells, width), None, _row(place, filled[0][0]))
    for number, row in body:
        extract.row(_padded(row, width), header, _row(place, number))
    extract.gap()


def add_record(
    extract: Extract, cells: Sequence[tuple[str, str]], locator: Locator | None = None, depth: int = 1
) -> None:
    """A record, a line for each value behind its name; the first is what the others stand below."""
    is_first = True
    for name, value in cells:
        if value.strip():
            line = f"{' '.join(name.split())}: {value.strip()}" if name.strip() else value
            extract.item(line, depth if is_first else depth + 1, locator, indent="" if is_first else "  ")
            is_first = False
    extract.gap()


def _row(place: str, number: int) -> Locator:
    return Locator(LocatorKind.ROW, f"{place}{number}")


def _cut(row: Sequence[str]) -> list[str]:
    """The row without empty cells at its end."""
    cells = list(row)
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]


def _is_header(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the row names columns: short cells with letters, no two alike, none a number, none found below it."""
    names = [cell.strip() for cell in row if cell.strip()]
    if not names or len(set(names)) < len(names) or len(names) < min(2, max(map(len, below))):
        return False
    if not all(len(name) <= 60 and any(char.isalpha() for char in name) for name in names):
        return False
    return not any(name == cell.strip() for other in below for name, cell in zip(row, other, strict=False) if name)
