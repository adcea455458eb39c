"""Does the bot remember what was asked before, from what Discord keeps?"""

from pathlib import Path

import pytest

from bot.preview.server.payloads import THREAD_ID
from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.discord_member import Discord

TEXTS = {
    "2015.md": "# Report 2015\n\nIn 2015 the club had 40 members.\n\nIn 2015 the club spent 900 euros on boats.\n",
    "2016.md": "# Report 2016\n\nIn 2016 the club had 55 members.\n\nIn 2016 the club spent 700 euros on boats.\n",
    "food.md": "# Kitchen\n\nOur cook bakes bread on Sundays.\n\nThe soup in 2016 was praised by everybody.\n",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


async def test_a_reply_to_an_answer_is_understood_with_what_was_asked_before(discord: Discord) -> None:
    first = await discord.reply_to(await discord.say("<@100> How many members had the club in 2015?"))
    assert quotes(first.text)[0].text.startswith("Report 2015\n\nIn 2015 the club had 40 members.")
    second = await discord.reply_to(await discord.say("<@100> and in 2016?", answering=first))
    assert quotes(second.text)[0].text.startswith("Report 2016\n\nIn 2016 the club had 55 members.")
    assert "what was asked before: How many members had the club in 2015?" in render(second.text).text


async def test_it_works_after_a_restart_and_over_several_replies(start: Start, corpus: Path) -> None:
    async with start(app_over(corpus)) as server:
        reply = await server.reply_to(await server.say("<@100> How many members had the club in 2015?"))
        reply = await server.reply_to(await server.say("<@100> and in 2016?", answering=reply))
    async with start(app_over(corpus)) as server:
        reply = await server.reply_to(await server.say("<@100> and on boats?", answering=reply))
        assert "boats" in quotes(reply.text)[0].text
        assert "and in 2016? How many members had the club in 2015?" in render(reply.text).text
        why = await server.click(reply, "Why this?")
        assert "from the question before" in why.text
        assert "boats" in quotes(reply.text)[0].bold


async def test_a_reply_is_looked_up_where_discord_does_not_send_what_it_answers(discord: Discord) -> None:
    first = await discord.reply_to(await discord.say("<@100> How many members had the club in 2015?"))
    reference = {"type": 0, "message_id": first.message_id, "channel_id": "301", "guild_id": "300"}
    asked = await discord.say("<@100> and in 2016?", type=19, message_reference=reference)
    assert "asked before" in (await discord.reply_to(asked)).text


async def test_the_next_mention_in_a_thread_follows_on(discord: Discord) -> None:
    await discord.reply_to(await discord.say("<@100> How many members had the club in 2015?", channel=THREAD_ID))
    await discord.say("interesting", channel=THREAD_ID)
    second = await discord.reply_to(await discord.say("<@100> and in 2016?", channel=THREAD_ID))
    assert quotes(second.text)[0].text.startswith("Report 2016\n\nIn 2016 the club had 55 members.")
    assert "asked before" in second.text


async def test_a_mention_in_a_channel_and_a_command_start_afresh(discord: Discord) -> None:
    await discord.reply_to(await discord.say("<@100> How many members had the club in 2015?"))
    second = await discord.reply_to(await discord.say("<@100> and in 2016?"))
    third = await discord.use("ask", question="and in 2016?")
    assert "asked before" not in second.text + third.text


async def test_a_reply_to_somebody_else_starts_afresh(discord: Discord) -> None:
    reference = {"type": 0, "message_id": await discord.say("the club!"), "channel_id": "301", "guild_id": "300"}
    asked = await discord.say("<@100> and in 2016?", type=19, message_reference=reference)
    assert "asked before" not in (await discord.reply_to(asked)).text


async def test_a_new_topic_in_a_thread_is_not_answered_from_the_old_one(discord: Discord) -> None:
    await discord.reply_to(await discord.say("<@100> How many members had the club in 2015?", channel=THREAD_ID))
    other = await discord.reply_to(await discord.say("<@100> who bakes bread?", channel=THREAD_ID))
    assert quotes(other.text)[0].text.startswith("Kitchen\n\nOur cook bakes bread on Sundays.")
    unknown = await discord.reply_to(await discord.say("<@100> who was the zymurgist of France?", channel=THREAD_ID))
    assert "do not answer" in unknown.text


async def test_where_the_history_may_not_be_read_the_question_stands_alone(
    discord: Discord, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot")
    discord.fail("GET", f"/channels/{THREAD_ID}/messages", 403, body={"message": "Missing Access", "code": 50001})
    reply = await discord.reply_to(await discord.say("<@100> who bakes bread?", channel=THREAD_ID))
    assert quotes(reply.text)[0].text.startswith("Kitchen\n\nOur cook bakes bread on Sundays.")
    assert "cannot be read" in caplog.text
