"""In which ways can a member ask, and who sees the answer?"""

import pytest

from bot.app import App
from bot.discord_app import DiscordSettings
from bot.preview.server.payloads import CHANNEL_ID, OTHER_BOT, OTHER_MEMBER, THREAD_ID
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.discord_member import Discord

QUESTION = "How long do refunds take?"
ANSWER = "Refunds take 14 days after the parcel has reached us."
QUOTED = f"Refunds\n\n{ANSWER}"
IN_CHANNEL = DiscordSettings(question_channels=(int(CHANNEL_ID),))


async def test_a_question_can_be_asked_of_one_document_alone(discord: Discord) -> None:
    elsewhere = await discord.use("ask", question=QUESTION, source="snake_case_rules.txt")
    assert ANSWER not in render(elsewhere.text).text
    assert "in snake_case_rules.txt alone" in render(elsewhere.text).text
    here = await discord.use("ask", question=QUESTION, source="faq.md")
    assert quotes(here.text)[0].text == QUOTED


@pytest.mark.parametrize("typed", ["faq", "FAQ", "fqa.md", "snake"])
async def test_the_document_is_completed_and_typing_errors_are_forgiven(discord: Discord, typed: str) -> None:
    choices = await discord.complete("ask", "source", typed, question=QUESTION)
    assert choices[0]["value"] == ("snake_case_rules.txt" if typed == "snake" else "faq.md")


async def test_an_unknown_document_is_told_with_the_nearest_name(discord: Discord) -> None:
    reply = await discord.use("ask", question=QUESTION, source="faqs.md")
    assert reply.is_ephemeral
    assert "Did you mean faq.md?" in render(reply.text).text


async def test_why_stays_in_the_document_that_was_asked(discord: Discord) -> None:
    shown = await discord.use("ask", question="names of files in the parcel", source="snake_case_rules.txt")
    assert "More" not in shown.labels  # of one sentence
    assert "faq" not in (await discord.click(shown, "Why this?")).text


async def test_a_private_question_is_answered_to_the_asker_alone(discord: Discord) -> None:
    reply = await discord.use("ask", question=QUESTION, private=True)
    assert discord.is_private(reply)
    assert "Dismiss" not in reply.labels
    assert quotes(reply.text)[0].text == QUOTED
    assert ANSWER in quotes((await discord.click(reply, "Context")).text)[0].text


async def test_the_menu_of_a_message_asks_the_documents(discord: Discord) -> None:
    message = await discord.say(f"Hi all! **{QUESTION}**", author=OTHER_MEMBER)
    reply = await discord.open_menu("Ask the documents", message)
    assert quotes(reply.text)[0].text == QUOTED


async def test_a_mention_in_a_thread_is_answered_in_the_thread(discord: Discord) -> None:
    reply = await discord.reply_to(await discord.say(f"<@100> {QUESTION}", channel=THREAD_ID))
    assert reply.path == f"/channels/{THREAD_ID}/messages"
    assert quotes(reply.text)[0].text == QUOTED


async def test_in_a_question_channel_whatever_reads_like_a_question_is_one(start: Start, app: App) -> None:
    async with start(app, IN_CHANNEL) as server:
        assert quotes((await server.reply_to(await server.say(QUESTION))).text)[0].text == QUOTED
        assert quotes((await server.reply_to(await server.say("how long do refunds take"))).text)[0].text == QUOTED
        assert quotes((await server.reply_to(await server.say(QUESTION, channel=THREAD_ID))).text)[0].text == QUOTED


async def test_in_a_question_channel_the_bot_does_not_barge_into_talk(start: Start, app: App) -> None:
    talk = ["Refunds were slow this time.", "what?", "thanks!", "https://example.com/?a=b", "ok, and the parcel"]
    async with start(app, IN_CHANNEL) as server:
        for text in talk:
            await server.say(text)
        await server.say(QUESTION, author=OTHER_BOT)
        await server.say(f"<@202> {QUESTION}", mentions=[OTHER_MEMBER])
        asked = await server.say(QUESTION)
        await server.reply_to(asked)
        assert server.spoken == [await server.reply_to(asked)]


async def test_without_question_channels_the_text_of_messages_is_not_asked_for(start: Start, app: App) -> None:
    message_content = 1 << 15
    async with start(app) as server:
        assert not server.identified[0]["intents"] & message_content
    async with start(app, IN_CHANNEL) as server:
        assert server.identified[1]["intents"] & message_content


async def test_where_message_content_is_not_granted_the_bot_says_so_and_works_without(
    start: Start, app: App, caplog: pytest.LogCaptureFixture, server: Discord
) -> None:
    server.allows_message_content = False
    async with start(app, IN_CHANNEL):
        reply = await server.reply_to(await server.say(f"<@100> {QUESTION}"))
        assert quotes(reply.text)[0].text == QUOTED
    assert "switch on Message Content Intent" in caplog.text
    assert "Traceback" not in caplog.text


async def test_a_message_is_answered_once_however_often_the_gateway_delivers_it(discord: Discord) -> None:
    asked = await discord.say(f"<@100> {QUESTION}")
    await discord.repeat_last()
    await discord.reply_to(asked)
    await discord.repeat_last()
    await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
    assert sum(r.path.endswith("/messages") and r.method == "POST" for r in discord.requests) == 2


async def test_a_command_is_answered_once_however_often_the_gateway_delivers_it(discord: Discord) -> None:
    await discord.use("ask", question=QUESTION)
    await discord.repeat_last()
    await discord.use("help")
    assert sum(r.path.endswith("/callback") for r in discord.requests) == 2


async def test_german_members_are_answered_in_german(discord: Discord) -> None:
    missing = await discord.use("ask", question="Wherefore zymurgy?", locale="de")
    assert "Die Dokumente beantworten das nicht." in render(missing.text).text
    assert missing.labels == ["Warum das?", "Entfernen"]
    assert "in keinem Dokument" in render((await discord.click(missing, "Warum das?", locale="de")).text).text


async def test_commands_have_german_names_and_descriptions(discord: Discord) -> None:
    registered = await discord.until("PUT", ".*")
    for command in registered.body:
        described = [command, *command.get("options", [])]
        assert all("de" in part["name_localizations"] for part in described), command["name"]
        if command["type"] == 1:
            assert all("de" in part["description_localizations"] for part in described), command["name"]


async def test_file_names_are_links_where_the_documents_can_be_read_elsewhere(start: Start, app: App) -> None:
    async with start(app, DiscordSettings(base_url="https://docs.example/shop/")) as server:
        reply = await server.use("ask", question=QUESTION)
    assert "-# [faq.md](<https://docs.example/shop/faq.md#refunds>) · lines 3-5" in reply.text.replace("\\", "")


async def test_an_error_is_known_in_the_log_by_the_number_of_its_question(
    discord: Discord, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot")
    discord.fail("PATCH", "/webhooks/.*", 404, body={"message": "Unknown Message", "code": 10008})
    await discord.interact(2, {"id": "400", "type": 1, "name": "sources", "options": []})
    told = await discord.until("POST", "/webhooks/.*")
    number = told.text.split()[-1].strip(".")
    assert f"question {number}: sources" in caplog.text
    assert f"incident {number}" in caplog.text
