"""How is a Jupyter notebook read? Its notes as Markdown, its code and what that printed as code, cell by cell."""

from typing import Any

from retrieval.ingestion.formats import markdown
from retrieval.ingestion.formats.extract import Extract

_MAX_OUTPUT = 2_000
"""Characters of what a cell printed: some thirty lines; longer logs say nothing that is asked for."""


def add(value: Any, extract: Extract) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Puts the cells into the text; gives whether the value is a notebook at all."""
    if not isinstance(value, dict) or not isinstance(value.get("cells"), list) or "nbformat" not in value:
        return False
    for cell in value["cells"]:
        if not isinstance(cell, dict):
            continue
        source = _text(cell.get("source"))
        if cell.get("cell_type") == "markdown":
            extract.embed(source, markdown.blocks_of(source))
        else:
            extract.code(source)
            outputs = cell.get("outputs")
            for output in outputs if isinstance(outputs, list) else ():
                extract.code(_printed(output)[:_MAX_OUTPUT])
    return True


def _printed(output: object) -> str:
    """What a reader sees of an output as text: what was printed, a value, or the error."""
    if not isinstance(output, dict):
        return ""
    data = output.get("data")
    if isinstance(data, dict):
        return "" if any(kind.startswith("image/") for kind in data) else _text(data.get("text/plain"))
    if "ename" in output:
        return f"{output['ename']}: {output.get('evalue', '')}"
    return _text(output.get("text"))


def _text(value: object) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else value if isinstance(value, str) else ""
