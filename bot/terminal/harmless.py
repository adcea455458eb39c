r"""How is text shown so that it steers no terminal and forges no line? What nobody sees is written as an escape.

Those are control characters of ASCII and C1, which move the cursor, name windows or fill the clipboard; signs that turn
the direction of a line; and signs without a width, which make two names look alike. A joiner stays where letters or
pictures need it.
"""

import io
import re
from typing import TextIO

_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e0fff]|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")


def harmless(text: str) -> str:
    """What a terminal can show without being steered by it; line ends stay."""
    return _UNSEEN.sub(_escaped, text.replace("\r\n", "\n").replace("\t", "    "))


def one_line(text: str) -> str:
    """The text with its line ends as escapes, so that what stands in a row makes no further row."""
    return _BREAK.sub(lambda found: "".join(map(_escape, found.group())), text)


def _escaped(found: re.Match[str]) -> str:
    return _escape(found.group())


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


class HarmlessStream(io.TextIOWrapper):
    """Writes to a terminal so that nothing in the text steers it; who styles text himself writes to `buffer`."""

    def write(self, text: str, /) -> int:
        """Write the text."""
        super().write(harmless(text))
        return len(text)


def guarded(stream: TextIO) -> TextIO:
    """The stream, of a terminal one that is harmless to it."""
    if not isinstance(stream, io.TextIOWrapper) or not stream.isatty():
        return stream
    return HarmlessStream(stream.buffer, "utf-8", "backslashreplace", "\n", line_buffering=True)
