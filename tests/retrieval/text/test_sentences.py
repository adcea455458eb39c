"""Are sentences found in scripts that end them otherwise than with a full stop?"""

import pytest

from retrieval.text.languages import language
from retrieval.text.sentences import SPACED, sentences
from retrieval.text.span import Span

THAI = (
    "กรุงเทพมหานครเป็นเมืองหลวงและนครที่มีประชากรมากที่สุดของประเทศไทย เป็นศูนย์กลางการปกครอง การศึกษา การคมนาคมขนส่ง "
    "การเงินการธนาคาร การพาณิชย์ การสื่อสาร และความเจริญของประเทศ เมืองนี้ตั้งอยู่บนสามเหลี่ยมปากแม่น้ำเจ้าพระยาในภาคกลาง"
)


def found(text: str, code: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)), language(code))]


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("de", "Das ist z. B. so. Es gilt am 3. Mai.", 2),
        ("zh", "这是一。这是二！这是三？", 3),
        ("ja", "これは一。これは二。", 2),
        ("hi", "यह एक है। यह दो है।", 2),
        ("ar", "هذا واحد. هذا اثنان؟ نعم.", 3),
        ("ko", "서울은 수도입니다. 부산은 도시입니다.", 2),
        ("sw", "Hii ni moja. Hii ni mbili.", 2),
    ],
)
def test_each_language_ends_its_sentences_its_own_way(code: str, text: str, count: int) -> None:
    assert len(found(text, code)) == count


def test_thai_is_cut_at_spaces_into_pieces_of_some_length() -> None:
    pieces = found(THAI, "th")
    assert len(pieces) > 2
    assert all(len(piece) >= SPACED for piece in pieces)
    assert " ".join(pieces) == THAI


def test_a_number_or_a_list_is_no_end_of_a_thai_sentence() -> None:
    text = "ก" * SPACED + " 25 " + "ข" * SPACED
    assert len(found(text, "th")) == 1
