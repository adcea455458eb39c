"""Text is read in whatever encoding it is, what is none is refused, and places are those of the decoded text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Librarian, RetrievalSettings, SkipReason
from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.reader import Refused

OF = {
    "de": "Die Öffnungszeiten sind täglich von acht bis zwölf Uhr. Für Gäste gilt: den Schlüssel bitte zurückgeben.\n",
    "fr": "Le café est fermé en été. Où est la clé du château ? Elle est chez le gardien, à côté de l'entrée.\n",
    "pl": "Muzeum jest otwarte codziennie od ósmej, a klucz ma strażnik. Nie wolno wchodzić, bo schody są stare.\n",
    "tr": "Müze her gün saat sekizde açılır ve anahtarı görevliden isteyebilirsiniz. Bu çok önemli bir kuraldır.\n",
    "ru": "Музей открыт ежедневно с восьми часов. Ключи лежат у сторожа, спросите его об этом.\n",
    "el": "Το μουσείο είναι ανοιχτό κάθε μέρα από τις οκτώ. Ρωτήστε τον φύλακα για το κλειδί.\n",
    "he": "המוזיאון פתוח כל יום משמונה. את המפתח מבקשים מהשומר.\n",
    "ar": "المتحف مفتوح كل يوم من الساعة الثامنة. اسأل الحارس عن المفتاح.\n",
    "ja": "博物館は毎日八時から開いています。鍵は管理人に聞いてください。\n",
    "zh": "博物馆每天八点开放。钥匙请向管理员索取，他在门口。\n",
    "ko": "박물관은 매일 여덟 시에 문을 엽니다. 열쇠는 관리인에게 물어보세요.\n",
}
LEGACY = [
    ("de", "cp1252"),
    ("de", "latin-1"),
    ("de", "mac_roman"),
    ("de", "cp850"),
    ("fr", "cp1252"),
    ("pl", "cp1250"),
    ("pl", "iso8859_2"),
    ("tr", "cp1254"),
    ("ru", "cp1251"),
    ("ru", "koi8_r"),
    ("el", "iso8859_7"),
    ("he", "cp1255"),
    ("ar", "cp1256"),
    ("ja", "shift_jis"),
    ("ja", "euc_jp"),
    ("ja", "iso2022_jp"),
    ("zh", "gb18030"),
    ("ko", "euc_kr"),
]


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_text_from_before_unicode_is_read_and_its_encoding_is_told(language: str, encoding: str) -> None:
    text, named = decoded((OF[language] * 3).encode(encoding))
    assert text == OF[language] * 3
    assert named


@pytest.mark.parametrize("language", OF)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_read_with_a_byte_order_mark_and_without(language: str, encoding: str) -> None:
    text, named = decoded(f"{OF[language]}Room 12\n".encode(encoding))
    assert text == f"{OF[language]}Room 12\n"
    assert named == encoding[:6].upper()


def test_a_few_broken_bytes_spoil_no_utf8_and_are_counted() -> None:
    content = (OF["ru"] * 3).encode()
    assert decoded(content[:100] + b"\xff" + content[100:])[1] == "UTF-8, 1 × �"


def test_what_a_file_names_counts_where_it_is_no_utf8() -> None:
    assert decoded(OF["ru"].encode("cp866"), "cp866") == (OF["ru"], "cp866")
    assert decoded(OF["ru"].encode(), "cp866") == (OF["ru"], "")
    assert decoded(OF["de"].encode("cp1252"), "no-such-thing") == (OF["de"], "windows-1252")


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03 \0\0\x02X\x08\x02\0\0\0\x15\x14\x15'",
        b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0 \x10\0\0\0\0\0\0",
        b"words \0 and more",
        b"\xff\xfe\0\xd8\0\xd8",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(255, 0, -1)) * 3,
    ],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        decoded(content)
    assert refused.value.reason in (SkipReason.BINARY, SkipReason.UNKNOWN_ENCODING)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1))
def test_utf8_is_never_taken_for_something_else(text: str) -> None:
    assert decoded(text.encode()) == (text, "")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-32-be", "utf-8-sig"])
def test_an_excerpt_is_the_same_stretch_of_the_decoded_text_with_its_line(
    tmp_path: Path, newline: str, encoding: str
) -> None:
    lines = ["Das Museum", "", "Es öffnet täglich um acht.", "", "Die Kasse schließt um fünf – nie früher.", ""]
    (tmp_path / "a.txt").write_bytes(newline.join(lines).encode(encoding))
    excerpt = Librarian.open(tmp_path, RetrievalSettings()).ask("Wann schließt die Kasse?").excerpts[0]
    assert excerpt.text == lines[4]
    assert excerpt.lines == (5, 5)
    assert excerpt.document.text.lstrip("\ufeff") == newline.join(lines)
