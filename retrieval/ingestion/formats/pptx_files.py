"""How are slides read? Each with its title, its texts and tables, and the speaker's notes, found by its number."""

from typing import Any

from retrieval.documents.model import Locator, LocatorKind, SkipReason
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.packed import Packed
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source


def read(source: Source) -> Reading:
    """The text of the slides. Raises Refused."""
    try:
        from pptx import Presentation
    except ImportError as error:
        raise Refused(SkipReason.MISSING_EXTRA, "office") from error
    packed = Packed(source.content)
    packed.xml("ppt/presentation.xml")
    extract = Extract()
    try:
        presentation = Presentation(packed.file())
        for number, slide in enumerate(presentation.slides, start=1):
            _add(extract, slide, Locator(LocatorKind.SLIDE, str(number)))
        title = presentation.core_properties.title or ""
    except Exception as error:  # python-pptx raises whatever a broken part leads it to
        raise Refused(SkipReason.DAMAGED, type(error).__name__) from error
    reading = extract.reading("" if title == "PowerPoint Presentation" else title)
    if not reading.blocks:
        raise Refused(SkipReason.NO_TEXT)
    return reading


FORMAT = Format("PPTX", (".pptx",), read)


def _add(extract: Extract, slide: Any, locator: Locator) -> None:  # noqa: ANN401 - python-pptx's
    title = slide.shapes.title
    extract.close(1)
    if title is not None:
        extract.heading(title.text_frame.text, 1, locator)
    for shape in _shapes(slide.shapes):
        if title is not None and shape.shape_id == title.shape_id:
            continue
        if shape.has_text_frame:
            for paragraph in shape.text_frame.paragraphs:
                is_item = len(shape.text_frame.paragraphs) > 1
                said = "".join(run.text for run in paragraph.runs)
                if is_item and said.strip():
                    extract.item(f"• {said}", paragraph.level + 1, locator, indent="  " * paragraph.level)
                else:
                    extract.paragraph(said, locator)
            extract.end_list()
        elif shape.has_table:
            header = None
            for row in shape.table.rows:
                place = extract.row([cell.text_frame.text for cell in row.cells], header, locator)
                header = header or place
            extract.gap()
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        extract.paragraph(slide.notes_slide.notes_text_frame.text, locator)


def _shapes(shapes: Any, depth: int = 0) -> Any:  # noqa: ANN401
    """The shapes, with those in groups."""
    for shape in shapes:
        if hasattr(shape, "shapes") and depth < 20:
            yield from _shapes(shape.shapes, depth + 1)
        elif hasattr(shape, "has_text_frame"):
            yield shape
