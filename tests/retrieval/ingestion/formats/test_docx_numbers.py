"""Are items of a Word document numbered as Word prints them?"""

from io import BytesIO

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from retrieval.ingestion.formats.reader import Source
from retrieval.ingestion.formats.registry import read


def text_of(document: object) -> str:
    """What is read of the document."""
    file = BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return read(Source("a.docx", file.getvalue())).text


def test_numbered_items_have_their_numbers_and_others_a_bullet() -> None:
    document = Document()
    for style, said in (
        *(("List Number", "Unlock the gate."), ("List Number", "Ring the bell.")),
        *(("List Bullet", "Bring a torch."), ("List Number", "Lock the gate.")),
    ):
        document.add_paragraph(said, style=style)
    lines = [line for line in text_of(document).split("\n") if line]
    assert lines == ["1. Unlock the gate.", "2. Ring the bell.", "• Bring a torch.", "3. Lock the gate."]


def test_levels_count_within_those_above_and_begin_again_below_each() -> None:
    document = Document()
    root = document.part.numbering_part.element
    kind = OxmlElement("w:abstractNum")
    kind.set(qn("w:abstractNumId"), "900")
    for level, (form, text) in enumerate((("decimal", "§ %1"), ("lowerLetter", "%1%2)"), ("upperRoman", "%3:"))):
        one = OxmlElement("w:lvl")
        one.set(qn("w:ilvl"), str(level))
        for name, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
            inner = OxmlElement(name)
            inner.set(qn("w:val"), value)
            one.append(inner)
        kind.append(one)
    root.insert(0, kind)
    number = root.add_num(900)
    for level, said in ((0, "Members"), (1, "join"), (1, "leave"), (2, "at once"), (0, "Fees"), (1, "are due")):
        document.add_paragraph(said)
        paragraph = document.element.body.findall(qn("w:p"))[-1]
        properties = paragraph.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = number.numId
        properties.get_or_add_ilvl().val = level
    lines = [line.strip() for line in text_of(document).split("\n") if line]
    assert lines == ["§ 1 Members", "1a) join", "1b) leave", "I: at once", "§ 2 Fees", "2a) are due"]
