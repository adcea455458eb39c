"""What stands on the pages of a PDF, line by line? Run as a process of its own: bytes in, JSON out."""

import ctypes
import json
import sys
from typing import Any

from retrieval.ingestion.formats.apart import limit

MAX_PAGES = 3_000
GAP = 0.9
"""Width of a gap between two columns, in sizes of the font; a space takes 0.25, one of a justified line up to 0.7."""


def pages(content: bytes) -> dict[str, Any]:
    """Each page's height and its lines: [text, left, bottom, right, size, weight], in points; or why there are none."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        is_locked = code == pypdfium2.raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        return {"refused": "encrypted" if is_locked else "damaged", "detail": "" if is_locked else str(error)[:80]}
    if len(document) > MAX_PAGES:
        return {"refused": "too_costly", "detail": f"{len(document)} pages"}
    info = document.get_metadata_dict()
    found = []
    for page in document:
        text = page.get_textpage()
        found.append([page.get_height(), list(_lines(text, pypdfium2.raw))])
        text.close()
        page.close()
    return {"title": info.get("Title", ""), "pages": found}


def _lines(page: Any, raw: Any) -> Any:  # noqa: ANN401 - pypdfium2 has no types of its own
    count = page.count_chars()
    codes = [raw.FPDFText_GetUnicode(page, at) for at in range(count)]
    at = 0
    while at < count:
        end = at
        while end < count and codes[end] not in (10, 13):
            end += 1
        shown = [place for place in range(at, end) if codes[place] > 32]
        if shown:
            first, last = _box(page, raw, shown[0]), _box(page, raw, shown[-1])
            middle = shown[len(shown) // 2]
            size, weight = raw.FPDFText_GetFontSize(page, middle), raw.FPDFText_GetFontWeight(page, middle)
            top = _box(page, raw, middle)
            text = "".join(_signs(page, raw, codes, range(shown[0], shown[-1] + 1), GAP * size))
            yield [text, first[0], min(first[1], last[1], top[1]), last[2], round(size, 1), weight]
        at = end + 1


def _signs(page: Any, raw: Any, codes: list[int], places: range, gap: float) -> Any:  # noqa: ANN401
    """The characters: a hyphen that only parts a word at the line's end is U+00AD, a wide gap a tab."""
    for at in places:
        code = codes[at]
        if code in (2, 0xFFFE) or raw.FPDFText_IsHyphen(page, at) == 1:
            yield "\u00ad"
        elif code == 32 and at + 1 in places and at - 1 in places:
            is_wide = _box(page, raw, at + 1)[0] - _box(page, raw, at - 1)[2] > gap
            yield "\t" if is_wide else " "
        else:
            yield chr(code) if code > 31 and not 0xD800 <= code < 0xE000 else " "


def _box(page: Any, raw: Any, at: int) -> tuple[float, float, float]:  # noqa: ANN401
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(page, at, left, right, bottom, top)
    return round(left.value, 1), round(bottom.value, 1), round(right.value, 1)


def main() -> None:
    """Reads the file from standard input."""
    import pypdfium2  # noqa: F401 - what it takes is no part of the limit

    limit(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(json.dumps(pages(sys.stdin.buffer.read())))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
