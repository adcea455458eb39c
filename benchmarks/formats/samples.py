"""Which well-formed files does the fuzzing begin with? Own texts, as independent tools write them."""

import json
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Inches

from retrieval.ingestion.formats.reader import Format
from tests.fakes.nasty_texts import SHAPES
from tests.fakes.written_manual import WRITERS, zipped

SHAPE_SIZE = 12
"""Repetitions in the texts of odd shapes that are samples, too."""


def samples_of(format_: Format) -> tuple[list[bytes], list[bytes]]:
    """Well-formed files of the format, and texts of many shapes where it is one of text."""
    own = [write() for name, write in WRITERS.items() if Path(name).suffix in format_.suffixes]
    own += [write() for suffix, writers in OTHERS.items() if suffix in format_.suffixes for write in writers]
    shapes = [] if own and b"\x00" in own[0] else [shape(SHAPE_SIZE).encode() for shape in SHAPES.values()]
    return own or shapes, shapes


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


def as_lines() -> bytes:
    """Records, one a line."""
    rows = [{"name": f"boat {n}", "berths": n, "notes": "moored at the pier " * n} for n in range(4)]
    return "\n".join(map(json.dumps, rows)).encode()


def as_discord() -> bytes:
    """A channel as DiscordChatExporter writes it, with a reply, a mention, an embed and a file."""
    ann = {"id": "11", "name": "ann", "nickname": "Ann"}
    asked: dict[str, object] = {
        "id": "1",
        "timestamp": "2026-03-04T12:07:00+00:00",
        "author": ann,
        "content": "When does <@12> open?",
    }
    asked["mentions"] = [{"id": "12", "name": "bob", "nickname": "Bob"}]
    embed = {"title": "Hours", "description": "At six.", "fields": [{"name": "Sunday", "value": "closed"}]}
    said = {**asked, "id": "2", "author": {"id": "12", "name": "bob"}, "content": "See below.", "embeds": [embed]}
    said |= {"reference": {"messageId": "1"}, "attachments": [{"fileName": "hours.png"}]}
    return json.dumps({"channel": {"name": "harbour", "topic": "Boats"}, "messages": [asked, said]}).encode()


def as_slack() -> bytes:
    """A day of a channel of Slack, with a thread, a mention and a file."""
    ann = {"type": "message", "user": "U1", "user_profile": {"display_name": "Ann"}, "thread_ts": "1700000000.1"}
    asked = {**ann, "ts": "1700000000.1", "text": "Who moors <#C1|harbour> at six?"}
    reply = {**ann, "ts": "1700000060.1", "text": "<@U1> &amp; I.", "files": [{"name": "list.txt"}]}
    other = {"type": "message", "user": "U2", "ts": "1700000030.1", "text": "See <https://tern.example|here>."}
    return json.dumps([asked, other, reply]).encode()


def as_notebook() -> bytes:
    """Notes, code and what it printed, showed and raised."""
    outputs = [{"text": ["4\n"]}, {"data": {"text/plain": "4"}}, {"ename": "ValueError", "evalue": "no boat"}]
    cells = [
        {"cell_type": "markdown", "source": ["# Boats\n", "\n", "Lorelei has four berths."]},
        {"cell_type": "code", "source": "print(2 + 2)", "outputs": outputs},
    ]
    return json.dumps({"nbformat": 4, "metadata": {}, "cells": cells}).encode()


def as_multipart() -> bytes:
    """A message in text and HTML that answers another one, with a file and a message attached."""
    made = EmailMessage()
    made["From"], made["Date"] = "Änn <ann@tern.example>", "Tue, 12 Mar 2024 12:03:00 +0000"
    made["Subject"] = "Die Fähre"
    made.set_content("It leaves at six.\n\nOn Monday, Bob wrote:\n> When?\n-- \nHarbour Office\n")
    made.add_alternative("<p>It leaves at <b>six</b>.</p><ul><li>on time</li></ul>", subtype="html")
    made.add_attachment(b"words", maintype="application", subtype="octet-stream", filename="prices.bin")
    inner = EmailMessage()
    inner["Subject"] = "Within"
    inner.set_content("A message in a message.")
    made.add_attachment(inner)
    return made.as_bytes()


def as_mbox() -> bytes:
    """Two messages in a box."""
    return b"\n".join(b"From ann Tue Mar 12 12:03:00 2024\n" + as_multipart() for _ in range(2))


def as_srt() -> bytes:
    """Cues of SubRip."""
    said = ("The harbour opens", "at <i>six</i>.", "- It closes at nine.", "{\\an8}Thank you.")
    return "".join(f"{n}\n00:04:1{n},000 --> 00:04:1{n},900\n{words}\n\n" for n, words in enumerate(said)).encode()


def as_vtt() -> bytes:
    """Cues of WebVTT, with voices, a note, a style and settings."""
    head = "WEBVTT - Harbour\n\nNOTE said twice\n\nSTYLE\n::cue { color: red }\n\n"
    ann = "one\n00:01.000 --> 00:02.000 align:start\n<v Ann>We open\n\n"
    bob = "00:00:02.000 --> 00:00:03.000\n<v.loud Bob>We close.\n"
    return (head + ann + bob).encode()


def as_minutes() -> bytes:
    """A Word document with lists in lists, a table in a table, heads, feet, breaks and empty paragraphs."""
    made, file = Document(), BytesIO()
    made.sections[0].header.paragraphs[0].text = "Tern Island"
    made.sections[0].footer.paragraphs[0].text = "Page 1"
    made.add_heading("Minutes", 1)
    for style in ("List Bullet", "List Bullet 2", "List Number", "List Number 2", "Quote", "Title"):
        made.add_paragraph("The harbour opens at six.", style=style)
    made.add_paragraph().add_run("Bold").bold = True
    outer = made.add_table(2, 2)
    outer.cell(0, 0).merge(outer.cell(0, 1)).text = "Boats"
    outer.cell(1, 0).add_table(1, 1).cell(0, 0).text = "Lorelei"
    made.save(file)
    return file.getvalue()


def as_talk() -> bytes:
    """A presentation with notes, a table, a box of text, a group and an empty slide."""
    shown, file = Presentation(), BytesIO()
    slide = shown.slides.add_slide(shown.slide_layouts[5])
    slide.shapes.title.text = "Berths"
    place = (Inches(1), Inches(1), Inches(4), Inches(2))
    table = slide.shapes.add_table(2, 2, *place).table
    for at, said in enumerate(("Boat", "Berths", "Tern", "2")):
        table.cell(at // 2, at % 2).text = said
    slide.shapes.add_textbox(*place).text_frame.text = "Moored at the pier."
    slide.shapes.add_group_shape().shapes.add_textbox(*place).text_frame.text = "In a group."
    slide.notes_slide.notes_text_frame.text = "Say it slowly."
    shown.slides.add_slide(shown.slide_layouts[6])
    shown.save(file)
    return file.getvalue()


OTHERS: dict[str, tuple[Callable[[], bytes], ...]] = {
    ".json": (as_json, as_lines, as_discord, as_slack, as_notebook),
    ".xlsx": (as_sheet,),
    ".pptx": (as_slides, as_talk),
    ".docx": (as_minutes,),
    ".odt": (as_odt,),
    ".eml": (as_multipart, as_mbox),
    ".srt": (as_srt, as_vtt),
}
"""Well-formed files that the manual is not written in."""
