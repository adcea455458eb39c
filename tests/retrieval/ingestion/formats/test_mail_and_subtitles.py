"""E-mail and subtitles: who says what, when, and what of it ranks low."""

from email.message import EmailMessage

import pytest

from retrieval import SkipReason
from retrieval.documents.model import Quality, Role
from retrieval.ingestion.formats.reader import Reading, Refused, Source
from retrieval.ingestion.formats.registry import read

BODY = """Hello Bob,

the ferry leaves at six.

On Monday, Bob wrote:
> When does the ferry leave?

See you there.
--\x20
Harbour Office
"""


def message(subject: str, body: str, subtype: str = "plain", cte: str = "8bit") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ann Miller <ann@harbour.example>"
    made["Date"] = "Tue, 12 Mar 2024 12:03:00 +0000"
    made["Subject"] = subject
    made.set_content(body, subtype=subtype, cte=cte)
    return made


def texts(found: Reading, quality: Quality = Quality.TEXT) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.quality is quality]


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
def test_a_message_has_its_subject_sender_and_date_and_what_it_quotes_ranks_low(cte: str) -> None:
    found = read(Source("a.eml", message("Die Fähre", BODY, cte=cte).as_bytes()))
    title, sender = found.blocks[:2]
    assert (title.role, title.span.of(found.text)) == (Role.TITLE, "Die Fähre")
    assert sender.role is Role.BYLINE
    assert "ann@harbour.example" in sender.span.of(found.text)
    assert sender.locator
    assert sender.locator.value == "2024-03-12 12:03"
    assert texts(found)[2:] == ["Hello Bob,", "the ferry leaves at six.", "See you there."]
    assert "> When does the ferry leave?" in texts(found, Quality.FURNITURE)
    assert "Harbour Office" in texts(found, Quality.FURNITURE)


def test_of_two_alternatives_the_plain_one_is_read_and_what_is_attached_is_named() -> None:
    made = message("Both", "Plain words.")
    made.add_alternative("<p>Words in tags.</p>", subtype="html")
    made.add_attachment(b"secret words", maintype="application", subtype="octet-stream", filename="price list.bin")
    found = read(Source("a.eml", made.as_bytes()))
    assert texts(found)[2:] == ["Plain words.", "price list.bin"]


def test_a_message_in_html_alone_is_read_without_its_tags() -> None:
    html = "<style>p {color: red}</style><p>Some <b>words</b> &amp; more.</p><ul><li>one</li></ul><p>End"
    found = read(Source("a.eml", message("Html", html, subtype="html").as_bytes()))
    assert texts(found)[2:] == ["Some words & more.", "• one", "End"]


def test_each_message_of_an_mbox_is_a_section() -> None:
    one, two = (message(name, f"Text of {name}.").as_string() for name in ("One", "Two"))
    start = "From ann Tue Mar 12 12:03:00 2024\n"
    found = read(Source("a.mbox", f"{start}{one}\n{start}{two}".encode()))
    assert [block.span.of(found.text) for block in found.blocks if block.role is Role.HEADING] == ["One", "Two"]
    assert found.blocks[-1].headings[-1].of(found.text) == "Two"


@pytest.mark.parametrize("name", ["a.srt", "a.vtt"])
def test_cues_are_joined_to_sentences_that_are_found_by_their_time(name: str) -> None:
    cues = ["The harbour opens", "at <i>six</i>.", "{\\an8}It closes at nine."]
    content = "".join(
        f"{at}\n00:04:{10 + at},000 --> 00:04:{11 + at},000\n{words}\n\n" for at, words in enumerate(cues)
    )
    found = read(Source(name, content.encode()))
    assert texts(found) == ["The harbour opens at six.", "It closes at nine."]
    assert [block.locator and block.locator.value for block in found.blocks] == ["00:04:10", "00:04:12"]


def test_a_voice_is_the_speaker_of_what_it_says() -> None:
    cues = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>We open\n\n00:02.000 --> 00:03.000\n<v Bob>We close.\n"
    found = read(Source("a.vtt", cues.encode()))
    assert texts(found) == ["Ann: We open", "Bob: We close."]
    assert [block.speaker and block.speaker.of(found.text) for block in found.blocks] == ["Ann", "Bob"]


def test_what_is_no_subtitles_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read(Source("a.srt", b"Just words."))
    assert refused.value.reason is SkipReason.DAMAGED


@pytest.mark.parametrize(
    "history",
    [
        "On Sun, 3 May 2026 at 18:00, Benjamin Okoye of the office\n<ben@example.org> wrote:\n> When do we meet?\n",
        "-----Original Message-----\nFrom: Ben\nSent: 3 May 2026\nTo: Ann\nSubject: Pier\n\nWhen do we meet?\n",
        "From: Ben Okoye <ben@example.org>\nSent: Sunday, May 3, 2026\nTo: Ann\nSubject: Pier\n\nWhen do we meet?\n",
        "Von: Ben Okoye\nGesendet: Sonntag, 3. Mai 2026\nAn: Ann\nBetreff: Pier\n\nWhen do we meet?\n",
    ],
)
def test_the_history_below_an_answer_ranks_low_however_it_begins(history: str) -> None:
    found = read(Source("a.eml", message("Pier", f"We meet at ten.\n\n{history}").as_bytes()))
    assert texts(found)[2:] == ["We meet at ten."]
    low = texts(found, Quality.FURNITURE)
    assert "".join(low[-1:]).endswith("When do we meet?")
    assert any("Ben" in line for line in low)


def test_a_sentence_that_begins_as_a_header_does_is_none() -> None:
    body = "From: the pier you see the sea.\nTo: nobody.\n\nOn Sunday we meet at ten.\nBring a lamp.\n"
    assert (
        texts(
            read(
                Source("a.eml", message("Pier", body).as_bytes()),
            ),
            Quality.FURNITURE,
        )
        == []
    )
