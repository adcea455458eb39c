"""What does the bot do where it lacks a right?"""

import pytest

from bot.app import App
from bot.discord_app import DiscordSettings
from bot.preview.server import payloads
from bot.preview.server.payloads import CHANNEL_ID, DM_CHANNEL_ID, THREAD_ID
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_markdown import quotes
from tests.fakes.discord_member import Discord

QUESTION = "How long do refunds take?"
MESSAGES = f"/channels/{CHANNEL_ID}/messages"
DIRECT = f"/channels/{DM_CHANNEL_ID}/messages"


async def test_without_the_history_it_answers_without_reference(discord: Discord) -> None:
    body = {"message": "Cannot reply without permission to read message history", "code": 160002}
    discord.fail("POST", MESSAGES, 403, body=body)
    await discord.say(f"<@100> {QUESTION}")
    sent = await discord.until("POST", MESSAGES, lambda request: "message_reference" not in request.body)
    assert quotes(sent.text)


async def test_without_the_history_of_a_question_channel_it_answers_all_the_same(start: Start, app: App) -> None:
    async with start(app, DiscordSettings(question_channels=(int(CHANNEL_ID),))) as server:
        server.fail("GET", MESSAGES, 403, body={"message": "Missing Access", "code": 50001})
        assert quotes((await server.reply_to(await server.say(QUESTION))).text)


async def test_where_it_may_not_write_the_member_and_the_owner_are_told_once(
    discord: Discord, caplog: pytest.LogCaptureFixture
) -> None:
    discord.forbidden = f"/channels/{CHANNEL_ID}/"
    for _ in range(3):
        await discord.say(f"<@100> {QUESTION}")
    told = await discord.until("POST", DIRECT, lambda request: "lack permissions" in request.text)
    assert "general" in told.text
    await discord.use("help")
    direct = [request.text for request in discord.spoken if request.path == DIRECT]
    assert sum("may not write" in text for text in direct) == 1
    assert sum("lack permissions" in text for text in direct) == 1
    assert "Traceback" not in caplog.text


async def test_the_owner_is_told_in_the_language_of_the_server(
    start: Start, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(payloads.GUILD, "preferred_locale", "fr")
    async with start(app) as server:
        server.forbidden = f"/channels/{CHANNEL_ID}/"
        await server.say(f"<@100> {QUESTION}")
        assert await server.until("POST", DIRECT, lambda request: "il m’y manque des permissions" in request.text)


async def test_in_a_thread_it_becomes_a_member(discord: Discord) -> None:
    await discord.reply_to(await discord.say(f"<@100> {QUESTION}", channel=THREAD_ID))
    assert await discord.until("PUT", f"/channels/{THREAD_ID}/thread-members/@me")
