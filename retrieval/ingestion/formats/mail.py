"""How is e-mail read? A message with sender, date and subject; what it quotes and its signature rank low."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from retrieval.documents.model import Locator, LocatorKind, Quality, SkipReason
from retrieval.ingestion.formats import plain
from retrieval.ingestion.formats.decoding import text_of
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.html_parts import add_html
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source

_FROM = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]*\d{4}[^\r\n]*\r?\n")
"""The line that parts the messages of an mbox: it ends with a date, and an empty line stands before it (RFC 4155)."""
_SIGNATURE = re.compile(r"^-- ?$")
_QUOTED = re.compile(r"[ \t]?>")
_INTRODUCES = re.compile(r"\S.{0,200}(?:wrote|writes|schrieb|écrit|escribió|scrive|ha scritto)\b.{0,80}:\s*$")
_FORWARDED = re.compile(
    r"-{2,}\s*(?:Original Message|Forwarded message|Ursprüngliche Nachricht)\s*-{2,}", re.IGNORECASE
)
_BEGINS = re.compile(r"(?:On|Am|Le|El|Il|Em|Den|W dniu|Op)\s|.*\d{1,2}[:.]\d{2}")
_HISTORY_FROM = re.compile(r"[*_]*(?:From|Von|De|Da|Van|Od|От)[*_]*\s?:[*_]*\s+\S")
_HISTORY = re.compile(
    r"[*_]*(?:From|Sent|To|Cc|Subject|Date|Von|Gesendet|An|Betreff|Datum|De|Envoyé|À|Objet|Enviado|Para|Asunto|Assunto|Da|Inviato"
    r"|A|Oggetto|Van|Verzonden|Aan|Onderwerp|Od|Wysłano|Do|Temat|От|Отправлено|Кому|Тема)[*_]*\s?:",
    re.IGNORECASE,
)
MAX_HEADERS, LEAST_HEADERS = 6, 3
"""Lines that are looked at for headers of an earlier message, and how many of them must be such, the sender first."""
MAX_INTRODUCTION = 200
"""Characters of the first of two lines that say who wrote what follows, at most."""
_MAX_PARTS = 200
"""Parts of a message that are looked at; one with more is made to cost."""


def read(source: Source) -> Reading:
    """The messages in their order. Raises Refused."""
    extract = Extract()
    found = list(_messages(source.content))
    for raw in found:
        try:
            message = message_from_bytes(raw, policy=policy.default)
            _add(extract, message, is_only=len(found) == 1)
        except (MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError) as error:
            raise Refused(SkipReason.DAMAGED, type(error).__name__) from error
        except RecursionError as error:
            raise Refused(SkipReason.TOO_COSTLY, "nesting") from error
    return extract.reading()


FORMAT = Format("e-mail", (".eml", ".mbox"), read)


def _messages(content: bytes) -> Iterator[bytes]:
    """The messages of an mbox, or the one that the file is."""
    if not content.startswith(b"From "):
        yield content
        return
    starts = [(found.start(), found.end()) for found in _FROM.finditer(content)] or [(0, 0)]
    for (_, start), (end, _) in zip(starts, [*starts[1:], (len(content), 0)], strict=True):
        yield content[start:end].replace(b"\n>From ", b"\nFrom ")


def _add(extract: Extract, message: Message, *, is_only: bool) -> None:
    """A message: its subject as title or heading, who wrote it and when, its text, and what is attached by name."""
    sender, date = (" ".join(str(message.get(name, "")).split()) for name in ("From", "Date"))
    subject = " ".join(str(message.get("Subject", "")).split())
    locator = _moment(date)
    if not (sender or date or subject) and not message.keys():
        raise Refused(SkipReason.DAMAGED, "no headers")
    extract.close(1)
    if is_only:
        extract.title(subject)
    else:
        extract.heading(subject or sender or date, 1, locator)
    extract.byline(" · ".join(filter(None, (sender, date))), locator)
    extract.gap()
    texts, attached = _parts(message)
    if any(text.strip() for text in texts["text/plain"]):
        _add_body(extract, "\n\n".join(texts["text/plain"]), locator)
    else:
        for html in texts["text/html"]:
            add_html(extract, html, locator, level=1)
    for name in attached:
        extract.item(name, 1, locator)
    extract.gap()


def _introduces(line: str, below: str) -> bool:
    """Whether the line, or it with the one below, says who wrote what is quoted next."""
    if _INTRODUCES.match(line):
        return True
    is_first = (
        len(line) <= MAX_INTRODUCTION and _BEGINS.match(line) is not None and not line.rstrip().endswith((".", ":"))
    )
    return is_first and _INTRODUCES.match(f"{line.strip()} {below.strip()}") is not None


def _opens_history(lines: list[str]) -> bool:
    """Whether headers of an earlier message begin here, as Outlook writes them above it."""
    if not lines or not _HISTORY_FROM.match(lines[0]):
        return False
    return sum(_HISTORY.match(line) is not None for line in lines) >= LEAST_HEADERS


def _moment(date: str) -> Locator | None:
    try:
        return Locator(LocatorKind.TIME, f"{parsedate_to_datetime(date):%Y-%m-%d %H:%M}")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _parts(message: Message) -> tuple[dict[str, list[str]], list[str]]:
    """The texts of a message by their type, and the names of what is attached."""
    texts: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    attached = []
    for number, part in enumerate(message.walk()):
        if number >= _MAX_PARTS:
            raise Refused(SkipReason.TOO_COSTLY, "parts")
        if part.is_multipart():
            continue
        if name := part.get_filename():
            attached.append(" ".join(name.split()))
        elif part.get_content_type() in texts:
            texts[part.get_content_type()].append(_content(part))
    return texts, attached


def _content(part: Message) -> str:
    if isinstance(part, EmailMessage):
        try:
            return str(part.get_content()).replace("\0", "")
        except (LookupError, ValueError):
            pass
    raw = part.get_payload(decode=True)
    return text_of(raw) if isinstance(raw, bytes) else ""


def _add_body(extract: Extract, body: str, locator: Locator | None) -> None:
    """The text of a message, in stretches that the sender wrote, quoted, or always puts below."""
    own: list[str] = []
    other: list[str] = []

    def flush() -> None:
        if own:
            text = "\n".join(own)
            extract.embed(text, plain.blocks_of(text), locator, level=1)
        if other:
            text = "\n".join(other)
            extract.embed(text, plain.blocks_of(text), locator, level=1, quality=Quality.FURNITURE)
        own.clear()
        other.clear()

    is_below = False
    lines = body.splitlines()
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else ""
        is_below = is_below or _SIGNATURE.match(line) is not None or _FORWARDED.match(line.strip()) is not None
        is_below = is_below or _opens_history(lines[at : at + MAX_HEADERS])
        if is_below or _QUOTED.match(line) or _introduces(line, below):
            other.append(line)
        else:
            if other and line.strip():
                flush()
            own.append(line)
    flush()
