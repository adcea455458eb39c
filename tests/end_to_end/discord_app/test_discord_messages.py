"""Which messages does the bot answer, and how?"""

import pytest

from bot.preview.server.payloads import BOT_USER, MEMBER_USER, OTHER_BOT
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.discord_member import Discord

QUESTION = "How long do refunds take?"
ANSWER = "Refunds take 14 days after the parcel has reached us."
QUOTED = f"Refunds\n\n{ANSWER}"


def sent(server: Discord) -> int:
    return sum(request.path.endswith("/messages") for request in server.requests)


async def test_a_mention_is_a_question(discord: Discord) -> None:
    reply = await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
    assert quotes(reply.text)[0].text == QUOTED
    assert render(reply.blocks[0]).text == QUESTION


async def test_a_mention_may_stand_anywhere_in_the_question(discord: Discord) -> None:
    reply = await discord.reply_to(await discord.say("How long do refunds take, <@!100>"))
    assert quotes(reply.text)[0].text == QUOTED


async def test_a_reply_that_pings_the_bot_is_a_question(discord: Discord) -> None:
    reference = {"type": 0, "message_id": "999", "channel_id": "301", "guild_id": "300"}
    asked = await discord.say(QUESTION, type=19, message_reference=reference, mentions=[BOT_USER])
    assert quotes((await discord.reply_to(asked)).text)[0].text == QUOTED


async def test_a_direct_message_is_a_question(discord: Discord) -> None:
    reply = await discord.reply_to(await discord.say(QUESTION, direct=True))
    assert reply.path == "/channels/302/messages"
    assert quotes(reply.text)[0].text == QUOTED


async def test_the_bot_shows_that_it_is_typing(discord: Discord) -> None:
    await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
    assert any(request.path == "/channels/301/typing" for request in discord.requests)


async def test_a_reply_pings_nobody_and_shows_no_link_previews(discord: Discord) -> None:
    reply = await discord.reply_to(await discord.say(f"<@100> @everyone <@200> {QUESTION}"))
    assert reply.body["allowed_mentions"] == {"parse": [], "replied_user": False}
    suppress_embeds = 1 << 2
    assert reply.body["flags"] & suppress_embeds
    assert render(reply.text).live == []


async def test_a_mention_without_words_is_answered_with_help(discord: Discord) -> None:
    reply = await discord.reply_to(await discord.say("<@100>"))
    assert "/ask" in render(reply.text).text


async def test_other_messages_and_bots_are_ignored(discord: Discord) -> None:
    await discord.say(QUESTION)
    await discord.say("@everyone <@200> " + QUESTION)
    await discord.say(f"<@100> {QUESTION}", author=OTHER_BOT)
    await discord.say(QUESTION, author=OTHER_BOT, direct=True)
    await discord.say(f"<@100> {QUESTION}", webhook_id="900")
    await discord.say(f"<@100> {QUESTION}", type=6)  # "… pinned a message"
    await discord.reply_to(await discord.say(f"<@100> {QUESTION}", author=MEMBER_USER))
    assert sent(discord) == 1


async def test_a_channel_without_permission_is_only_logged(discord: Discord, caplog: pytest.LogCaptureFixture) -> None:
    discord.forbidden = "/channels/302/"
    await discord.say(QUESTION, direct=True)
    await discord.until("POST", "/channels/302/messages")
    reply = await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
    assert quotes(reply.text)[0].text == QUOTED
    assert "I may not write in channel 302" in caplog.text
    assert "Traceback" not in caplog.text
