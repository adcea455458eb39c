"""Which text do these bytes hold? Offsets are those of the decoded text, of which nothing is changed.

What is valid UTF-8 is that. Else a byte order mark tells, or where the zero bytes stand, or what the file names itself;
what remains is in one of the encodings from before Unicode, which charset-normalizer tells by the look of the words.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from charset_normalizer import CharsetMatch, from_bytes

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.reader import Refused
from retrieval.text.detection import language_of

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before that of UTF-16, which it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_LEGACY = (
    "cp1252 cp1250 iso8859_2 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp874 koi8_r koi8_u cp866 cp850 mac_roman cp932"
    " euc_jp gb18030 big5 cp949"
).split()
"""What files are still written in. Of the hundred others each is another of these but for a few signs."""
_USUAL = {
    language: encodings.split()
    for languages, encodings in (
        ("cs et hr hu pl ro sk sl", "cp1250 iso8859_2"),
        ("et lt lv", "cp1257"),
        ("tr ku az", "cp1254"),
        ("ru uk bg sr mk", "cp1251 koi8_r koi8_u cp866"),
        ("el", "cp1253"),
        ("he yi", "cp1255"),
        ("ar fa", "cp1256"),
        ("th", "cp874"),
        ("ja", "cp932 euc_jp"),
        ("zh", "gb18030 big5"),
        ("ko", "cp949"),
    )
    for language in languages.split()
}
"""Which of them a language is usually written in, as the table of fallback encodings in the HTML standard has it."""
_WESTERN = ["cp1252", "cp850", "mac_roman"]
MARGIN = 0.02
"""By how much of its measure of mess, 0 to 1, charset-normalizer may prefer one reading of a text to another, and the
usual encoding of the language is taken all the same."""
SAMPLE = 50_000
"""Bytes or characters that are looked at to tell an encoding."""
MIN_VALID = 10
"""Characters of several bytes for each byte that is none, from which a text is UTF-8 with some bytes broken."""
MAX_ASCII = 0.75
"""Share of the bytes that are signs of ASCII in UTF-16 at most: half of them in English, chance in Chinese."""

_NAMES = {
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "cp949": "EUC-KR",
    "gb18030": "GB18030",
    "big5": "Big5",
    "iso8859_2": "ISO-8859-2",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "mac_roman": "macintosh",
}
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_MIXED = re.compile(r"[A-Za-z][\u0370-\u0e7f]|[\u0370-\u0e7f][A-Za-z]")
_ASCII_LINE = re.compile(rb"(?m)^[\t\x0c\x20-\x7e]*(?:[\r\n]+|\Z)")


def text_of(content: bytes, declared: str = "") -> str:
    """The text of a file that is text already. Raises Refused if it is none."""
    return decoded(content, declared)[0]


def decoded(content: bytes, declared: str = "") -> tuple[str, str]:
    """The text, and the encoding that it is in, as people name it: "" for UTF-8. Raises Refused if it is no text.

    `declared` is the encoding that the file names; it counts where the bytes are not valid UTF-8.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            if (text := _in(content, name)) is None:
                raise Refused(SkipReason.BINARY)
            return text, name.upper()
    if b"\0" in content:
        return _wide(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _damaged(content) or _in_declared(content, declared) or _legacy(content, error.start)
    if b"\x1b$" in content and (japanese := _in(content, "iso2022_jp")) is not None:
        return japanese, "ISO-2022-JP"
    return text, ""


def _in(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(content: bytes) -> tuple[str, str]:
    """Bytes with zeros among them are text in UTF-16 or UTF-32, or none. Raises Refused."""
    if sum(0x20 <= byte < 0x7F for byte in content[:SAMPLE]) > MAX_ASCII * min(len(content), SAMPLE):
        raise Refused(SkipReason.BINARY)
    found: list[tuple[int, int, str, str]] = []
    for encoding in _WIDE:
        text = _in(content, encoding)
        if text and all(_is_of_text(char) for char in text[:SAMPLE]):
            found.append((sum(map(str.isspace, text[:SAMPLE])), -len(found), text, encoding))
    if not found:
        raise Refused(SkipReason.BINARY)
    _, _, text, encoding = max(found)  # the other way round, a blank is a sign of typography and no white space
    return text, encoding[:6].upper()


def _is_of_text(char: str) -> bool:
    return char in "\t\n\r\f" or unicodedata.category(char) not in ("Cc", "Cn", "Co", "Cs")


def _damaged(content: bytes) -> tuple[str, str] | None:
    """A text in UTF-8 of which some bytes are broken, each a "�" then."""
    text = content.decode("utf-8", "replace")
    broken = text.count("�")
    return (text, f"UTF-8, {broken} × �") if sum(char > "\x7f" for char in text) > (MIN_VALID + 1) * broken else None


def _in_declared(content: bytes, declared: str) -> tuple[str, str] | None:
    text = _in(content, declared) if declared else None
    return (text, declared) if text is not None else None


def _legacy(content: bytes, first: int) -> tuple[str, str]:
    """The text in the likeliest encoding from before Unicode. `first` is the place of a byte that is no UTF-8."""
    sample = _ASCII_LINE.sub(b"", content[:first] + content[first : first + SAMPLE])[:SAMPLE]
    for encoding in _likely(sample):
        text = _in(content, encoding)
        if text is not None:
            if _CONTROL.search(text):
                raise Refused(SkipReason.BINARY)
            return text, _NAMES.get(encoding, re.sub(r"^cp(?=125|874)", "windows-", encoding))
    raise Refused(SkipReason.UNKNOWN_ENCODING, str(first))


def _likely(sample: bytes) -> Iterator[str]:
    """The encodings that the sample may be in, the likeliest first."""
    matches = from_bytes(sample, cp_isolation=_LEGACY)
    if not matches:
        return
    least = min(map(_mixed, map(str, matches)))
    pure = [match for match in matches if _mixed(str(match)) == least]
    tied = [match for match in pure if match.chaos <= pure[0].chaos + MARGIN]
    found = [(encoding, text, language_of(text).code) for match in tied for encoding, text in _readings(match, sample)]
    usual = [one for one in found if one[0] in _USUAL.get(one[2], _WESTERN)]
    if usual:  # of a language's encodings the one that reads best
        own = [(_looks(text), -_LEGACY.index(name)) for name, text, code in usual if code == usual[0][2]]
        yield _LEGACY[-max(own)[1]]
    yield from (match.encoding for match in pure)


def _looks(text: str) -> int:
    """How much the text looks like words: by its letters, and how few capitals stand within words."""
    return sum(map(str.isalpha, text)) - 2 * sum(one.islower() and other.isupper() for one, other in pairwise(text))


def _mixed(text: str) -> int:
    """How often a letter of the English alphabet stands beside one of another script."""
    return len(_MIXED.findall(text))


def _readings(match: CharsetMatch, sample: bytes) -> Iterator[tuple[str, str]]:
    """The encodings in which the sample reads as the match has it."""
    for encoding in match.could_be_from_charset:
        text = _in(sample, encoding)
        if encoding in _LEGACY and text is not None:
            yield encoding, text
