"""Can members check a text against the documents, and read in them?"""

from pathlib import Path

from bot.preview.server.payloads import OTHER_MEMBER
from tests.end_to_end.discord_app.conftest import SEEDS, Start, app_over
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.discord_member import Discord

ANSWER = "Refunds take 14 days after the parcel has reached us."


async def test_each_sentence_is_told_to_stand_verbatim_nearly_or_not_at_all(discord: Discord) -> None:
    text = f"{ANSWER} A parcel is sent on Tuesdays and on Thursdays only. The moon is made of cheese."
    reply = await discord.use("check", text=text)
    shown = render(reply.text).text
    assert discord.is_private(reply)
    assert f"Stands word for word: {ANSWER}\nfaq.md · Refunds · line 5" in shown
    assert "Stands nearly so: A parcel is sent on Tuesdays" in shown
    assert "“Mondays” instead of “Tuesdays”" in shown
    assert "Does not stand there: The moon is made of cheese." in shown
    (quote,) = quotes(reply.text)
    assert quote.bold == ["Mondays"]


async def test_the_menu_of_a_message_checks_it_without_its_markup(discord: Discord) -> None:
    message = await discord.say("> **Refunds** take 14 days after the parcel\n> has reached us.", author=OTHER_MEMBER)
    reply = await discord.open_menu("Check against the documents", message)
    assert discord.is_private(reply)
    assert "Stands word for word" in reply.text


async def test_a_message_without_words_is_told_so(discord: Discord) -> None:
    message = await discord.say("", author=OTHER_MEMBER)
    assert "no sentence" in (await discord.open_menu("Check against the documents", message)).text


async def test_a_long_text_of_many_sentences_is_checked_within_the_limits(start: Start) -> None:
    text = " ".join((SEEDS / "000_5e749aa2185ac1cd.txt").read_text(encoding="utf-8").split())[:1900]
    async with start(app_over(SEEDS)) as server:
        reply = await server.use("check", text=text)
    assert reply.text.count("Stands word for word") > 5


async def test_quote_shows_the_text_from_a_heading_on(discord: Discord) -> None:
    reply = await discord.use("quote", file="faq.md", place="Parcels")
    (quote,) = quotes(reply.text)
    assert quote.text.startswith("Parcels\n")
    assert quote.bold == ["Parcels"]
    assert reply.labels == ["◀ Back", "Dismiss"]
    back = await discord.click(reply, "◀ Back")
    assert back.message_id == reply.message_id
    assert ANSWER in quotes(back.text)[0].text


async def test_quote_finds_words_and_begins_at_the_beginning_without(discord: Discord) -> None:
    found = await discord.use("quote", file="faq.md", place="mondays and on thursdays")
    assert quotes(found.text)[0].bold == ["Mondays and on Thursdays"]
    assert quotes((await discord.use("quote", file="faq.md")).text)[0].text.startswith("Our shop\n")
    missing = await discord.use("quote", file="faq.md", place="zymurgy")
    assert missing.is_ephemeral
    assert "no place" in missing.text


async def test_others_turn_the_pages_for_themselves(discord: Discord) -> None:
    reply = await discord.use("quote", file="faq.md", place="Parcels")
    own = await discord.click(reply, "◀ Back", by=OTHER_MEMBER)
    assert own.message_id != reply.message_id
    assert discord.is_private(own)


async def test_files_and_their_headings_are_completed(discord: Discord) -> None:
    assert (await discord.complete("quote", "file", "fa"))[0]["value"] == "faq.md"
    choices = await discord.complete("quote", "place", "re", file="faq.md")
    assert [choice["name"] for choice in choices] == ["Refunds"]
    assert await discord.complete("quote", "place", "", file="unknown") == []


async def test_a_turned_page_of_a_document_that_changed_since_is_told(start: Start, corpus: Path) -> None:
    async with start(app_over(corpus)) as server:
        reply = await server.use("quote", file="faq.md", place="Parcels")
    faq = corpus / "faq.md"
    faq.write_text(faq.read_text(encoding="utf-8").replace("Mondays", "Fridays"), encoding="utf-8")
    async with start(app_over(corpus)) as server:
        turned = await server.click(reply, "◀ Back")
    assert "no longer" in turned.text
