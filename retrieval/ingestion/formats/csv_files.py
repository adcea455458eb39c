"""How are CSV and TSV read? A row with its header is a unit; what parts the cells is told by the text itself."""

import csv
import io
import sys

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source
from retrieval.ingestion.formats.tables import add_table

_DELIMITERS = ",;\t|"
_SAMPLE = 20_000
"""Characters from which the delimiter is told."""


def read(source: Source) -> Reading:
    """The rows, each on a line, its cells parted by tabs. Raises Refused."""
    text, encoding = decoded(source.content)
    text = text.removeprefix("\ufeff")
    extract = Extract()
    try:
        csv.field_size_limit(sys.maxsize)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, source.name)))
    except csv.Error as error:
        raise Refused(SkipReason.DAMAGED, str(error)) from error
    add_table(extract, rows)
    return extract.reading(encoding=encoding)


FORMAT = Format("CSV", (".csv", ".tsv", ".tab"), read)


def _delimiter(text: str, name: str) -> str:
    """The sign that parts as many cells, and as often alike, in the first lines; that of the suffix where none does."""
    usual = "," if name.lower().endswith(".csv") else "\t"
    sample = text[:_SAMPLE]
    lines = sample.splitlines()[: -1 if len(text) > _SAMPLE else None] or [sample]

    def evenness(sign: str) -> tuple[float, bool, int]:
        counts = [len(row) for row in csv.reader(lines, delimiter=sign) if row]
        most = max(set(counts), key=counts.count, default=1)
        even = counts.count(most) / len(counts) if most > 1 else 0.0
        return round(even, 1), sign == usual, most

    return max(_DELIMITERS, key=evenness)
