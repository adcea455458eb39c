"""Which well-formed files are damaged? Some of each format, made by libraries or by hand."""

import json
from collections.abc import Iterator
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from pptx import Presentation

from retrieval.ingestion.formats.reader import Format
from tests.fakes.nasty_texts import SHAPES
from tests.fakes.written_manual import WRITERS, zipped

OFTEN = 20
"""How many times as often as such a text a file of the format itself is taken."""
SHAPE_SIZE = 12
"""Repetitions in the texts of odd shapes that are samples, too."""


def samples_of(format_: Format) -> Iterator[bytes]:
    """Well-formed files of the format, else texts of many shapes."""
    own = [write() for name, write in WRITERS.items() if Path(name).suffix in format_.suffixes]
    own += [write() for suffix, write in OTHERS if suffix in format_.suffixes]
    yield from own * OFTEN
    if not own or b"\x00" not in own[0]:
        yield from (shape(SHAPE_SIZE).encode() for shape in SHAPES.values())


def as_json() -> bytes:
    """Records of several kinds."""
    rows = [{"name": f"boat {n}", "berths": n, "tags": ["a", "b"], "owner": {"name": "Ann"}} for n in range(5)]
    return json.dumps({"title": "Boats", "rows": rows, "open": None}, indent=1).encode()


def as_sheet() -> bytes:
    """A workbook with a table."""
    book, file = Workbook(), BytesIO()
    for row in (("Boat", "Berths"), ("Lorelei", 4), ("Tern", 2)):
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def as_slides() -> bytes:
    """A presentation with a title and points."""
    shown, file = Presentation(), BytesIO()
    slide = shown.slides.add_slide(shown.slide_layouts[1])
    slide.shapes.title.text = "Boats"
    slide.placeholders[1].text = "Lorelei has four berths.\nTern has two."
    shown.save(file)
    return file.getvalue()


def as_odt() -> bytes:
    """A heading and a paragraph of an OpenDocument text."""
    schema = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{short}="{schema}:{short}:1.0"' for short in ("office", "text"))
    body = '<text:h text:outline-level="1">Boats</text:h><text:p>Lorelei has four berths.</text:p>'
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {names}>{inside}</office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def as_discord() -> bytes:
    """An exported chat of Discord."""
    author = {"id": "7", "name": "ann", "nickname": "Ann"}
    first = {"id": "1", "timestamp": "2026-03-04T12:07:00+00:00", "author": author, "content": "Who feeds <@8>?"}
    mentions = [{"id": "8", "name": "ben", "nickname": None}]
    embeds = [{"title": "Rota", "description": "Ben on Monday.", "fields": [{"name": "Food", "value": "squid"}]}]
    second = {**first, "id": "2", "content": "Me.", "reference": {"messageId": "1"}, "embeds": embeds}
    return json.dumps({"channel": {"name": "food"}, "messages": [{**first, "mentions": mentions}, second]}).encode()


def as_slack() -> bytes:
    """An exported chat of Slack, with a thread."""
    one = {"type": "message", "ts": "1700000000.1", "user": "U1", "text": "Who feeds <@U2>? &amp; when"}
    return json.dumps(
        [one, {**one, "ts": "1700000001.1", "thread_ts": one["ts"], "user_profile": {"name": "ben"}}]
    ).encode()


def as_notebook() -> bytes:
    """A notebook with notes, code and what that printed."""
    output = {"output_type": "stream", "text": ["1\n"]}
    value = {"output_type": "execute_result", "data": {"text/plain": ["2"]}}
    cells = [
        {"cell_type": "markdown", "source": ["# Boats\n", "\n", "They float."]},
        {"cell_type": "code", "source": "print(1)", "outputs": [output, value, {"ename": "E", "evalue": "no"}]},
    ]
    return json.dumps({"nbformat": 4, "metadata": {}, "cells": cells}).encode()


def as_json_lines() -> bytes:
    """Records, one a line."""
    return b"\n".join(json.dumps({"name": f"boat {n}", "berths": n}).encode() for n in range(4))


def as_multipart() -> bytes:
    """A mail in text and HTML, with something attached."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Ann <ann@tern.example>", "ben@tern.example", "Boats =?utf-8?q?=C3=A9?="
    made["Date"] = "Tue, 12 Mar 2024 12:03:00 +0000"
    made.set_content("Lorelei floats.\n\nOn Monday, Ben wrote:\n> Does it?\n-- \nAnn\n")
    made.add_alternative("<p>Lorelei <b>floats</b>.</p>", subtype="html")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="boat.pdf")
    return made.as_bytes()


def as_mbox() -> bytes:
    """Two mails in one file."""
    return b"".join(b"From ann Tue Mar 12 12:03:00 2024\n" + as_multipart() + b"\n" for _ in range(2))


def as_srt() -> bytes:
    """Three cues."""
    cues = ("Lorelei floats", "on <i>the</i> sea.", "Tern sank.")
    times = ("00:00:01,000 --> 00:00:02,000", "00:00:02,500 --> 00:00:04,000", "01:00:00,000 --> 01:00:01,000")
    return "\n".join(f"{n}\n{time}\n{cue}\n" for n, (time, cue) in enumerate(zip(times, cues, strict=True))).encode()


def as_vtt() -> bytes:
    """Cues with a voice."""
    return (
        b"WEBVTT\n\nNOTE made\n\n00:01.000 --> 00:02.000\n<v Ann>It floats.\n\n00:02.000 --> 00:03.000 line:0\n- No.\n"
    )


OTHERS = (
    *((".json", write) for write in (as_json, as_discord, as_slack, as_notebook, as_json_lines)),
    (".xlsx", as_sheet),
    (".pptx", as_slides),
    (".odt", as_odt),
    *((".eml", write) for write in (as_multipart, as_mbox)),
    *((".srt", write) for write in (as_srt, as_vtt)),
)
"""Well-formed files of formats that the manual is not written in."""
