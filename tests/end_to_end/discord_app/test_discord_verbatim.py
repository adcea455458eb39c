"""Does a member see exactly what stands in the file, whatever stands in it?"""

from pathlib import Path
from typing import Literal

import pytest

from bot.discord_app import DiscordSettings
from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import quotes, render

HOSTILE = [
    "The parcel costs *five* **euros** and __not__ ~~four~~ or ||secret|| or `code` or ```block``` more.",
    "The parcel is announced to @everyone and @here and <@200> and <@&300> and <#301> in the channel.",
    "The parcel leaves <t:1700000000:R> by </ask:400> with <:smile:1> and <a:wave:2> and :wave: today.",
    "The parcel is tracked at https://example.com/a_b_c and [here](https://evil.example) and discord.gg/abcdef too.",
    r"The parcel lies in C:\Users\_me_\parcel and \*there\* ¯\_(ツ)_/¯ and costs 5 \\ 3 euros.",
    "The parcel has snake_case_names and **parcel***parcel* and parcel*parcel and # no heading at all.",
]


@pytest.mark.parametrize("sentence", HOSTILE)
async def test_a_hostile_document_is_shown_to_the_letter_and_nothing_in_it_is_live(
    start: Start, tmp_path: Path, sentence: str
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "@everyone *hostile* <@200>.txt").write_text(sentence + "\n", encoding="utf-8")
    async with start(app_over(corpus)) as server:
        reply = await server.use("ask", question="parcel <@200> https://evil.example @everyone")
    shown = quotes(reply.text)
    assert [quote.text for quote in shown] == [sentence]
    assert "parcel" in shown[0].bold
    assert render(reply.text).live == []
    assert "@everyone *hostile* <@200>.txt" in render(reply.text).text


@pytest.mark.parametrize(("links", "clickable"), [("on", ["https://example.org/a_b?c=(d)"]), ("off", [])])
async def test_an_address_in_a_document_can_be_clicked_unless_that_is_off(
    start: Start, tmp_path: Path, links: Literal["on", "off"], clickable: list[str]
) -> None:
    sentence = (
        "Parcels are tracked at https://example.org/a_b?c=(d), not at https://you@evil.example or javascript:x()."
    )
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text(sentence + "\n", encoding="utf-8")
    async with start(app_over(corpus), DiscordSettings(links=links)) as server:
        reply = await server.use("ask", question="where are parcels tracked?")
        checked = await server.open_menu("Check against the documents", reply.message_id)
    (shown,) = quotes(reply.text)
    assert (shown.text, shown.links, shown.live) == (sentence, clickable, [])
    assert "Stands word for word" in render(checked.text).text


async def test_a_passage_that_discord_would_reorder_is_not_quoted_but_cited(start: Start, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "trick.txt").write_text(
        "The parcel costs \u202e5 euros\u202c for every member of the club.\n", encoding="utf-8"
    )
    async with start(app_over(corpus)) as server:
        reply = await server.use("ask", question="What does the parcel cost?")
    assert quotes(reply.text) == []
    assert "hidden characters" in reply.text
    assert "trick.txt" in reply.text
